import type { Prisma } from '#prisma'
import type { Tx } from '../context.ts'

const withPeople = { member: true, contact: true } satisfies Prisma.VisitInclude

export type VisitWithPeople = Prisma.VisitGetPayload<{ include: typeof withPeople }>

/** The last visits that were made to a customer, the newest first. */
export const recentVisits = (db: Tx, customerId: number, n: number): Promise<VisitWithPeople[]> =>
  db.visit.findMany({
    where: { customerId, state: 'done' },
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
    take: n,
    include: withPeople,
  })

/** The visits that are planned for a customer, the nearest first. */
export const plannedVisits = (db: Tx, customerId: number): Promise<VisitWithPeople[]> =>
  db.visit.findMany({
    where: { customerId, state: 'planned' },
    orderBy: [{ date: 'asc' }, { id: 'asc' }],
    include: withPeople,
  })
