import type { Period } from '../../lib/period.ts'
import { at, dateOf, instantOf, type Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { type Role, roles } from '../people/roles.ts'
import { type ReportScope, scopeWhere } from '../stock/report-scope.ts'

export interface ContractsOfWeek {
  /** How many wait for each role. */
  waiting: { role: Role; count: number }[]
  /** Since when the oldest waits. */
  oldest: Temporal.Instant | null
  /** Approved in the week. */
  approved: number
}

export async function contractsOfWeek(
  db: Tx,
  scope: ReportScope,
  week: Period,
  zone: string,
): Promise<ContractsOfWeek> {
  const customer = scopeWhere(scope)
  const open = await db.contractStep.findMany({
    where: { state: 'open', contract: { state: 'in_review', customer } },
    select: { role: true, openedAt: true },
    orderBy: { openedAt: 'asc' },
  })
  const approved = await db.contract.count({
    where: { state: 'approved', customer, decidedAt: within(week, zone) },
  })
  const byRole = Map.groupBy(open, ({ role }) => role as Role)
  const oldest = open.find(({ openedAt }) => openedAt)?.openedAt
  return {
    waiting: roles.flatMap((role) => {
      const steps = byRole.get(role)
      return steps ? [{ role, count: steps.length }] : []
    }),
    oldest: oldest ? instantOf(oldest) : null,
    approved,
  }
}

const within = ({ first, last }: Period, zone: string) => ({
  gte: dateOf(at(first, '00:00', zone)),
  lt: dateOf(at(last.add({ days: 1 }), '00:00', zone)),
})
