import type { Tx } from '../context.ts'

/** Keeps on the customer when its last valid follow-up was. */
export async function noteLastVisit(db: Tx, customerId: number): Promise<void> {
  const last = await db.visit.aggregate({
    where: { customerId, state: 'done', valid: true },
    _max: { date: true },
  })
  await db.customer.update({ where: { id: customerId }, data: { lastVisitOn: last._max.date } })
}
