import { isGeneral } from '../../../crm/customers/core-name.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import { typedAt } from '../normalise.ts'
import { choose, isSavedUnseen, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import type { VisitTold } from './told.ts'

const MOST_OFFERED = 9

/** 昨天跟王店长聊了堆头: where nobody said which customer, those at which there is such a person are offered. */
export async function offerCustomersOf(reading: Reading, { people: [person] }: VisitTold): Promise<void> {
  const { ctx, asks, input } = reading
  if (!person || input.customer !== undefined || !asks.some(({ field }) => field === 'customer')) return
  const name = typedAt(reading.sentence.outline.said, person)
  const customers = await ctx.db.customer.findMany({
    where: { AND: [visibleTo(ctx.me), { contacts: { some: { OR: [{ name }, { nameEn: name }] } } }] },
    select: { id: true, code: true, name: true },
    orderBy: { id: 'asc' },
    take: MOST_OFFERED + 1,
  })
  if (customers.length === 0 || customers.length > MOST_OFFERED) return
  reading.asks = asks.filter(({ field }) => field !== 'customer')
  const [only, another] = customers
  if (!another && only && isNamedIn(reading, only)) {
    input.customer = only.code
    reading.why.push(`${name} is at ${only.code} ${only.name}`)
    return
  }
  choose(
    reading,
    'customer',
    name,
    customers.map(({ code, name: full }) => ({ value: code, label: `${full} ${code}` })),
  )
}

/** 跟朱店长聊了，早安那边不换货: the one place where there is such a person is spoken of, by what is its own in its name. */
function isNamedIn(reading: Reading, { id, name }: { id: number; name: string }): boolean {
  if (isSavedUnseen(reading)) return false
  const { sentence } = reading
  if (all(sentence, 'K').some(({ matches }) => matches.some((one) => one.id === id))) return true
  const text = sentence.outline.text
  return ownParts(name).some((part) => text.includes(part))
}

/** How a name begins, and which branch it is: 海鸥 and 人民路. */
const ownParts = (name: string): string[] =>
  [lettersOf(name).slice(0, 2), /[(（](.{2,}?)店?[)）]/u.exec(name)?.[1] ?? ''].filter(
    (part) => part.length > 1 && !isGeneral(part),
  )
