import { visibleTo } from '../../../crm/people/visibility.ts'
import { typedAt } from '../normalise.ts'
import { choose, type Reading } from '../reading.ts'
import type { VisitTold } from './told.ts'

const MOST_OFFERED = 9

/** 昨天跟王店长聊了堆头: where nobody said which customer, those at which there is such a person are offered. */
export async function offerCustomersOf(reading: Reading, { people: [person] }: VisitTold): Promise<void> {
  const { ctx, asks, input } = reading
  if (!person || input.customer !== undefined || !asks.some(({ field }) => field === 'customer')) return
  const name = typedAt(reading.sentence.outline.said, person)
  const customers = await ctx.db.customer.findMany({
    where: { AND: [visibleTo(ctx.me), { contacts: { some: { OR: [{ name }, { nameEn: name }] } } }] },
    select: { code: true, name: true },
    orderBy: { id: 'asc' },
    take: MOST_OFFERED + 1,
  })
  if (customers.length === 0 || customers.length > MOST_OFFERED) return
  reading.asks = asks.filter(({ field }) => field !== 'customer')
  choose(
    reading,
    'customer',
    name,
    customers.map(({ code, name: full }) => ({ value: code, label: `${full} ${code}` })),
  )
}
