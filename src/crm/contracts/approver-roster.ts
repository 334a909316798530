import type { Prisma } from '#prisma'
import { localDate, type Temporal, zoned } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { covers } from '../leave/covers.ts'
import type { Role } from '../people/roles.ts'
import { approvalSteps } from './approval.ts'
import type { Approver } from './approvers.ts'

/** Everyone who holds a role that decides, and those who left it to a successor, as of now. */
export async function approverRoster(db: Tx, now: Temporal.Instant): Promise<Approver[]> {
  const members = await db.member.findMany({
    where: { role: { in: [...approvalSteps] }, OR: stillMatters(now) },
    include: { unit: { select: { zone: true } }, leaves: { where: around(now) } },
    orderBy: { id: 'asc' },
  })
  const active = await activeMembers(db, members, now)
  const successors = new Map(members.map(({ id, successorId }) => [id, successorId]))
  return members.map((member) => {
    const left = hasLeft(member, now)
    const leaves = member.leaves.filter((leave) =>
      covers(leave, zoned(now, member.unit.zone).toPlainDateTime()),
    )
    const standInId =
      leaves.map((leave) => leave.standInId).find((id) => id !== null && active.has(id)) ?? null
    const { id, code, name, nameEn, unitId } = member
    return {
      ...{ id, code, name, nameEn, unitId },
      role: member.role as Role,
      left,
      successorId: left ? lastSuccessor(successors, member.id, active) : null,
      standInId: left ? null : standInId,
      onLeave: leaves.length > 0,
    }
  })
}

/** Those who left for good, and left nothing to anyone, do not. */
const stillMatters = (now: Temporal.Instant): Prisma.MemberWhereInput[] => [
  { leftOn: null },
  { leftOn: { gte: localDate(now, 'UTC').toString() } },
  { successorId: { not: null } },
]

/** Wide enough for every time zone; `covers` is exact. */
const around = (now: Temporal.Instant): Prisma.LeaveWhereInput => {
  const today = localDate(now, 'UTC')
  return {
    cancelledAt: null,
    fromDate: { lte: today.add({ days: 1 }).toString() },
    toDate: { gte: today.subtract({ days: 1 }).toString() },
  }
}

interface Leaver {
  leftOn: string | null
  unit: { zone: string }
}

const hasLeft = ({ leftOn, unit }: Leaver, now: Temporal.Instant) =>
  leftOn !== null && leftOn <= localDate(now, unit.zone).toString()

type Named = Leaver & { id: number; successorId: number | null; leaves: { standInId: number | null }[] }

/** Ids of those still with the company among the members, their stand-ins and their successors. */
async function activeMembers(db: Tx, members: Named[], now: Temporal.Instant): Promise<Set<number>> {
  const known = new Set(members.map(({ id }) => id))
  const named = members.flatMap(({ successorId, leaves }) => [
    successorId,
    ...leaves.map(({ standInId }) => standInId),
  ])
  const unknown = named.filter((id) => id !== null).filter((id) => !known.has(id))
  const others = unknown.length > 0 ? await lookUp(db, unknown) : []
  return new Set([...members, ...others].filter((member) => !hasLeft(member, now)).map(({ id }) => id))
}

const lookUp = (db: Tx, ids: number[]) =>
  db.member.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, leftOn: true, unit: { select: { zone: true } } },
  })

/** A successor may have left in turn. */
function lastSuccessor(
  successors: Map<number, number | null>,
  id: number,
  active: Set<number>,
): number | null {
  const seen = new Set<number>()
  let next = successors.get(id) ?? null
  while (next !== null && !active.has(next) && !seen.has(next)) {
    seen.add(next)
    next = successors.get(next) ?? null
  }
  return next !== null && active.has(next) ? next : null
}
