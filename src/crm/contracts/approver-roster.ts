import { Prisma } from '#prisma'
import { localDate, type Temporal, zoned } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { type Absence, covers } from '../leave/covers.ts'
import type { Role } from '../people/roles.ts'
import { approvalSteps } from './approval.ts'
import type { Approver } from './approvers.ts'

/** Everyone who holds a role that decides, and those who left it to a successor, as of now. */
export async function approverRoster(db: Tx, now: Temporal.Instant): Promise<Approver[]> {
  const named = await namedNow(db, now)
  const members = named.filter(({ decides }) => decides)
  const active = new Set(named.filter((member) => !hasLeft(member, now)).map(({ id }) => id))
  const away = new Set(named.filter((member) => leavesNow(member, now).length > 0).map(({ id }) => id))
  const successors = new Map(members.map(({ id, successorId }) => [id, successorId]))
  return members.map((member) => {
    const left = hasLeft(member, now)
    const standIn = leavesNow(member, now)
      .map(({ standInId }) => standInId)
      .find((id) => id !== null && active.has(id) && !away.has(id))
    const { id, code, name, nameEn, unitId, role } = member
    return {
      ...{ id, code, name, nameEn, unitId, role, left },
      successorId: left ? lastSuccessor(successors, member.id, active) : null,
      standInId: left ? null : (standIn ?? null),
      onLeave: away.has(id),
    }
  })
}

interface Named extends Leaver {
  id: number
  code: string
  name: string
  nameEn: string
  role: Role
  unitId: number
  successorId: number | null
  /** Whether they are named for a role of their own, and not as somebody's stand-in or successor. */
  decides: boolean
  leaves: Leave[]
}

interface Leave extends Absence {
  standInId: number | null
}

/**
 * Those who hold a role that decides, their successors and stand-ins, with their leave around now, in one query: who
 * left for good, and left nothing to anyone, does not matter. Leave is wide enough for every time zone; `covers` is exact.
 */
async function namedNow(db: Tx, now: Temporal.Instant): Promise<Named[]> {
  const today = localDate(now, 'UTC')
  const [from, to] = [today.subtract({ days: 1 }).toString(), today.add({ days: 1 }).toString()]
  const rows = await db.$queryRaw<
    (Omit<Named, 'decides' | 'leaves'> & { decides: number; leaves: string })[]
  >`
    WITH deciding AS MATERIALIZED (
      SELECT id, successorId FROM Member
      WHERE role IN (${Prisma.join([...approvalSteps])})
        AND (leftOn IS NULL OR leftOn >= ${today.toString()} OR successorId IS NOT NULL)
    ), around AS MATERIALIZED (
      SELECT * FROM Leave WHERE cancelledAt IS NULL AND fromDate <= ${to} AND toDate >= ${from}
    ), named AS MATERIALIZED (
      SELECT id FROM deciding UNION SELECT successorId FROM deciding
      UNION SELECT standInId FROM around JOIN deciding ON deciding.id = memberId
    )
    SELECT m.id, m.code, m.name, m.nameEn, m.role, m.unitId, m.leftOn, m.successorId, u.zone,
      m.id IN (SELECT id FROM deciding) AS decides,
      (SELECT json_group_array(json_object('fromDate', fromDate, 'toDate', toDate, 'half', half, 'standInId', standInId))
        FROM around WHERE memberId = m.id) AS leaves
    FROM named JOIN Member m USING (id) JOIN OrgUnit u ON u.id = m.unitId
    ORDER BY m.id`
  return rows.map((row) => ({
    ...row,
    decides: Boolean(row.decides),
    leaves: JSON.parse(row.leaves) as Leave[],
  }))
}

interface Leaver {
  leftOn: string | null
  zone: string
}

const hasLeft = ({ leftOn, zone }: Leaver, now: Temporal.Instant) =>
  leftOn !== null && leftOn <= localDate(now, zone).toString()

const leavesNow = ({ leaves, zone }: Named, now: Temporal.Instant) =>
  leaves.filter((leave) => covers(leave, zoned(now, zone).toPlainDateTime()))

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
