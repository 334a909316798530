import type { Ctx } from '../context.ts'
import { visibleTo } from '../people/visibility.ts'

export interface Pooled {
  customers: {
    code: string
    name: string
    nameEn: string | null
    tier: string
    city: string | null
    lastVisitOn: string | null
  }[]
  total: number
}

const SHOWN = 8

/** Customers without an owner that the person may see; those that were let go of last come first. */
export async function pooledCustomers({ db, me }: Ctx): Promise<Pooled> {
  const where = { AND: [visibleTo(me), { ownerId: null }] }
  const customers = await db.customer.findMany({
    where,
    select: { code: true, name: true, nameEn: true, tier: true, city: true, lastVisitOn: true },
    orderBy: [{ pooledSince: { sort: 'desc', nulls: 'last' } }, { code: 'asc' }],
    take: SHOWN,
  })
  return { customers, total: await db.customer.count({ where }) }
}
