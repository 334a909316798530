import { isGeneral } from '../../../crm/customers/core-name.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import { hasInOrder } from '../customers/longer-names.ts'
import type { CustomerNamed } from '../customers/mention.ts'
import { namedOption } from '../named-option.ts'
import { typedAt } from '../normalise.ts'
import { wordsAt } from '../outline.ts'
import { isBareTitle } from '../people-patterns.ts'
import { choose, isSavedUnseen, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import type { VisitTold } from './told.ts'

const MOST_OFFERED = 9

/** 昨天跟王店长聊了堆头: the customers at which there is such a person, where nobody said which; none where there are too many. */
export async function customersOfPerson(
  { ctx, sentence, input, asks }: Reading,
  { people: [person] }: VisitTold,
): Promise<CustomerNamed[]> {
  if (!person || input.customer !== undefined || !asks.some(({ field }) => field === 'customer')) return []
  if (isOfNamed(sentence.outline.text, person)) return all(sentence, 'K')[0]?.matches ?? []
  const name = typedAt(sentence.outline.said, person)
  const customers = await ctx.db.customer.findMany({
    where: { AND: [visibleTo(ctx.me), { contacts: { some: { OR: [{ name }, { nameEn: name }] } } }] },
    select: { id: true, code: true, name: true, nameEn: true },
    orderBy: { id: 'asc' },
    take: MOST_OFFERED + 1,
  })
  return customers.length > MOST_OFFERED ? [] : customers
}

/** 丁老板说德顺隔壁便宜: on file there by another name. */
const isOfNamed = (text: string, { named, said }: VisitTold['people'][number]): boolean =>
  named !== null && (!isBareTitle(said) || /[KI]的?P/.test(text))

/** 跟朱店长聊了，早安那边不换货: takes the only one, where it is spoken of as well. */
export function takeOnlyOne(reading: Reading, [only, another]: CustomerNamed[], told: VisitTold): void {
  if (!only || another || isSavedUnseen(reading) || !isNamedIn(reading, only)) return
  reading.asks = reading.asks.filter(({ field }) => field !== 'customer')
  reading.input.customer = only.code
  told.about = told.about.filter(
    (part) => !part.beside || !saysOnly(only, wordsAt(reading.sentence.outline, part)),
  )
  reading.why.push(`the only one with such a person: ${only.code} ${only.name}`)
}

/** Offers them, unless one was taken. */
export function offerCustomers(
  reading: Reading,
  customers: CustomerNamed[],
  { people: [person] }: VisitTold,
): void {
  if (!person || customers.length === 0 || reading.input.customer !== undefined) return
  reading.asks = reading.asks.filter(({ field }) => field !== 'customer')
  const options = customers.map((one) => namedOption(one, reading.ctx.language))
  choose(reading, 'customer', typedAt(reading.sentence.outline.said, person), options)
}

const wayThere = /[去到在从看了趟下一的]|那边|那里|店里/gu

/** 去看了海鸥, and nothing else. */
const saysOnly = ({ name }: CustomerNamed, words: string): boolean =>
  hasInOrder(lettersOf(name), lettersOf(words.replace(wayThere, '')))

/** By what is its own in its name. */
const isNamedIn = ({ sentence }: Reading, { id, name }: CustomerNamed): boolean =>
  all(sentence, 'K').some(({ matches }) => matches.some((one) => one.id === id)) ||
  ownParts(name).some((part) => sentence.outline.text.includes(part))

/** How a name begins, and which branch it is: 海鸥 and 人民路. */
const ownParts = (name: string): string[] =>
  [lettersOf(name).slice(0, 2), /[(（](.{2,}?)店?[)）]/u.exec(name)?.[1] ?? ''].filter(
    (part) => part.length > 1 && !isGeneral(part),
  )
