import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import { type SpottedProduct, spotAmong, wordsOfProducts } from '../../crm/products/spot-products.ts'
import { longWordsIn } from './command-words.ts'
import { contractsIn } from './contract-numbers.ts'
import { customersNamed } from './customers/customers-named.ts'
import type { CustomerMention } from './customers/mention.ts'
import type { DateMention } from './dates.ts'
import { datesIn } from './moments.ts'
import { normalise } from './normalise.ts'
import { once } from './once.ts'
import { type Marked, type Outline, outlineOf, overlap, type Span } from './outline.ts'
import { putPeople } from './people-said.ts'
import { withWordsInCharacters } from './spelt-words.ts'
import type { SpokenOf } from './understood.ts'

/** A thing that a sentence names. */
export type Thing =
  | CustomerMention
  | ({ mark: 'I' } & Span)
  | ({ mark: 'P'; said: string; named: string | null; several?: string[]; politely?: boolean } & Span)
  | ({ mark: 'M'; members: { code: string; name: string }[] } & Span)
  | ({ mark: 'N'; number: string } & Span)
  | ({ mark: 'G'; products: SpottedProduct[] } & Span)
  | ({ mark: 'D'; date: DateMention } & Span)
  | ({ mark: 'W'; period: string } & Span)
  | ({ mark: 'T'; digits: string } & Span)

export type ThingOf<M extends Thing['mark']> = Extract<Thing, { mark: M }>

/** A sentence with what it names. */
export interface Sentence {
  text: string
  outline: Outline<Thing>
  things: Thing[]
  spokenOf: SpokenOf
  /** Ids of the customers whose people are among the things. */
  peopleOf?: string
}

export const all = <M extends Thing['mark']>({ things }: Pick<Sentence, 'things'>, mark: M): ThingOf<M>[] =>
  things.filter((thing): thing is ThingOf<M> => thing.mark === mark)

/** Finds what a text names without knowing yet what it asks for. */
export async function spot(
  ctx: Ctx,
  commands: Command[],
  text: string,
  spokenOf: SpokenOf,
): Promise<Sentence> {
  const said = withWordsInCharacters(normalise(text), commands)
  const numbers = [...contractsIn(said.text), ...phonesIn(said.text), ...weeksIn(said.text)]
  // 安排一下下周二: the first 下 belongs to the words before.
  const masked = without(said.text, numbers).replace(/一下(?=下)/g, '\0\0')
  const words = longWordsIn(commands, masked)
  const dates = datesIn(ctx, masked)
    .filter(
      (date) => !words.some((word) => overlap(word, date) && word.end - word.start > date.end - date.start),
    )
    .map((date): ThingOf<'D'> => ({ ...spanOf(date), mark: 'D', date }))
  const products = await productsIn(ctx, masked)
  const customers = apartFromCodes(await customersNamed(ctx, masked, dates), products)
  const apart = dates
    .filter((date) => !customers.some((customer) => overlap(customer, date)))
    .map((date) => (customers.some(({ start }) => standsBefore(masked, date, start)) ? asDay(date) : date))
  const things = [...numbers, ...customers, ...apart, ...products, ...pronounsIn(said.text)]
  const reading = { ctx, sentence: sentenceOf({ text, said, things, spokenOf }) }
  await putPeople(reading, onlyOne(customers))
  return reading.sentence
}

/** 华联 PJ6箱: beside another customer the code of a product is not somebody's initials. */
function apartFromCodes(customers: CustomerMention[], products: ThingOf<'G'>[]): CustomerMention[] {
  if (customers.length < 2) return customers
  const codes = products.filter((thing) => thing.products.every(({ by }) => by === 'code'))
  return customers.filter((one) => !codes.some(({ start, end }) => one.start === start && one.end === end))
}

/** 11.18 浦江副食: at the beginning and before a customer no quantity can stand. */
const standsBefore = (text: string, date: Span, customer: number): boolean =>
  text.slice(0, date.start).trim() === '' &&
  date.end <= customer &&
  /^[\s,，:：]*(?:[去在到]了?|拜访了?|走访了?)?$/.test(text.slice(date.end, customer))

function asDay(thing: ThingOf<'D'>): ThingOf<'D'> {
  const { meaning, doubt, ...date } = thing.date
  if (meaning.noted !== 'date-or-number') return thing
  const [value, another] = doubt?.candidates ?? []
  const read = value && !another ? { value } : { doubt }
  return { ...thing, date: { ...date, ...read, meaning: { ...meaning, noted: undefined } } }
}

const onlyOne = (customers: CustomerMention[]) =>
  customers.every(({ matches }) => matches.length === 1 && matches[0]!.id === customers[0]!.matches[0]!.id)
    ? (customers[0]?.matches ?? [])
    : []

/** The sentence with other things in it: of those that overlap the first stays. */
export function sentenceOf({
  text,
  said = normalise(text),
  things,
  spokenOf,
}: Pick<Sentence, 'text' | 'things' | 'spokenOf'> & { said?: Outline['said'] }): Sentence {
  const outline = outlineOf(said, things)
  return { text, outline, things: [...outline.things.values()], spokenOf }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

const without = (text: string, spans: Marked[]): string =>
  spans.reduce(
    (left, { start, end }) => left.slice(0, start) + '\0'.repeat(end - start) + left.slice(end),
    text,
  )

function phonesIn(text: string): Thing[] {
  const pattern =
    /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|[48]00-?\d{3}-?\d{4})(?!\d)/g
  return Array.from(text.matchAll(pattern), ({ 0: digits, index }) => {
    return { start: index, end: index + digits.length, mark: 'T', digits: digits.replace(/ /g, '') }
  })
}

/** `2026-W47`, `W47`, 第47周, 47周; but `this week 30` is a number. */
export function weeksIn(text: string): ThingOf<'W'>[] {
  const pattern =
    /(?:(20\d\d)[- 年]?)?(?:(?<![a-z]|\b(?:this|last|next|per|a|each) )(?:w|wk|week ?)(\d{1,2})(?!\d)|(?:(?<!月份?的?)第(?=\d)|(?<![\d./:-])(?=[1-5]\d周(?:[\s,，:：的]|周?报|$)))(\d{1,2})周)/g
  return Array.from(text.matchAll(pattern)).map(({ 0: { length }, 1: year, 2: week, 3: counted, index }) => {
    const number = (week ?? counted)!.padStart(2, '0')
    return { start: index, end: index + length, mark: 'W', period: `${year ?? ''}-W${number}` }
  })
}

const pronoun =
  /(?:刚才|刚刚|上面|前面|刚)(?:说|提到|查|看)?的?(?:那|这)(?:一?家|个客户|个店|店)|(?:这|那|该|此|上)(?:一?家(?:店|客户)?|个?客户|个店|店(?![长里员]))|(?:他|她|它|人)们?家(?!里)|它|\b(?:this|that|the same) (?:customer|shop|store|one)\b|\b(?:its?|their|them|(?<!\b(?:not|never|was|wasn't|isn't|be|been|still|nobody|no one|anybody|who's|is) )there)\b/g

const pronounsIn = (text: string): Thing[] =>
  Array.from(text.matchAll(pronoun), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    mark: 'I' as const,
  }))

const productsIn = async (ctx: Ctx, text: string): Promise<ThingOf<'G'>[]> =>
  productsAsThings(spotAmong(await wordsOnce(ctx), text))

/** The parts of a message are looked through one by one. */
const wordsOnce = once(({ db }: Ctx) => wordsOfProducts(db))

/** Products that share a name are one thing; what is a code means no other product that begins with these letters. */
export const productsAsThings = (spotted: SpottedProduct[]): ThingOf<'G'>[] =>
  [...Map.groupBy(spotted, ({ from, to }) => `${from} ${to}`).values()].map((products) => {
    const { from, to } = products[0]!
    const coded = products.filter(({ by }) => by === 'code')
    return { start: from, end: to, mark: 'G', products: coded.length > 0 ? coded : products }
  })
