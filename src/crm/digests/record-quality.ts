import type { Prisma } from '#prisma'
import type { Tx } from '../context.ts'
import { type ReportScope, scopeWhere } from '../stock/report-scope.ts'

/** What is missing on file of a customer. */
export const flaws = {
  unassigned: { tier: 'unassigned' },
  noPhone: { OR: [{ phone: null }, { phone: '' }], contacts: { none: { mobile: { not: null } } } },
  noContact: { contacts: { none: {} } },
} satisfies Record<string, Prisma.CustomerWhereInput>

export type Flaw = keyof typeof flaws

export const incomplete = (scope: ReportScope): Prisma.CustomerWhereInput => ({
  AND: [scopeWhere(scope), { OR: Object.values(flaws) }],
})

/** How many customers have each flaw. */
export async function recordQuality(db: Tx, scope: ReportScope): Promise<Record<Flaw, number>> {
  const count = (flaw: Flaw) => db.customer.count({ where: { AND: [scopeWhere(scope), flaws[flaw]] } })
  return {
    unassigned: await count('unassigned'),
    noPhone: await count('noPhone'),
    noContact: await count('noContact'),
  }
}
