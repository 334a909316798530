import type { Prisma } from '#prisma'
import { localDate, type Temporal, zoned } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { covers } from '../leave/covers.ts'
import type { LeaveRow } from '../leave/is-on-leave.ts'
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
  const named = [...members, ...(await othersNamed(db, members, now))]
  const active = new Set(named.filter((member) => !hasLeft(member, now)).map(({ id }) => id))
  const away = new Set(named.filter((member) => leavesNow(member, now).length > 0).map(({ id }) => id))
  const successors = new Map(members.map(({ id, successorId }) => [id, successorId]))
  return members.map((member) => {
    const left = hasLeft(member, now)
    const standIn = leavesNow(member, now)
      .map(({ standInId }) => standInId)
      .find((id) => id !== null && active.has(id) && !away.has(id))
    const { id, code, name, nameEn, unitId } = member
    return {
      ...{ id, code, name, nameEn, unitId },
      role: member.role as Role,
      left,
      successorId: left ? lastSuccessor(successors, member.id, active) : null,
      standInId: left ? null : (standIn ?? null),
      onLeave: away.has(id),
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

type Absentee = Leaver & { leaves: LeaveRow[] }

const leavesNow = ({ leaves, unit }: Absentee, now: Temporal.Instant) =>
  leaves.filter((leave) => covers(leave, zoned(now, unit.zone).toPlainDateTime()))

type Naming = { id: number; successorId: number | null; leaves: { standInId: number | null }[] }

/** Stand-ins and successors who are not among the members themselves. */
async function othersNamed(db: Tx, members: Naming[], now: Temporal.Instant) {
  const known = new Set(members.map(({ id }) => id))
  const named = members.flatMap(({ successorId, leaves }) => [
    successorId,
    ...leaves.map(({ standInId }) => standInId),
  ])
  const unknown = new Set(named.filter((id) => id !== null).filter((id) => !known.has(id)))
  if (unknown.size === 0) return []
  return db.member.findMany({
    where: { id: { in: [...unknown] } },
    select: {
      id: true,
      leftOn: true,
      unit: { select: { zone: true } },
      leaves: { where: around(now) },
    },
  })
}

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
