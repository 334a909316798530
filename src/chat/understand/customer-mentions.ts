import { Prisma } from '#prisma'
import type { Ctx } from '../../crm/context.ts'
import { isGeneral } from '../../crm/customers/core-name.ts'
import { nearCustomers } from '../../crm/customers/near-customers.ts'
import { searchCustomers } from '../../crm/customers/search-customers.ts'
import { scopeOf } from '../../crm/customers/search-scope.ts'
import { type CustomerMatch, spotCustomers } from '../../crm/customers/spot-customers.ts'
import { visibleSql } from '../../crm/people/visibility.ts'
import { nameHas, within } from '../../db/customer-search-tokens.ts'
import { lettersOf } from '../../lib/normalise-text.ts'
import { englishWords } from './english-words.ts'
import { overlap, type Span } from './outline.ts'

export interface CustomerNamed {
  id: number
  code: string
  name: string
}

/** A part of a sentence that names one customer, or one of several. */
export interface CustomerMention extends Span {
  mark: 'K'
  matches: CustomerNamed[]
  /** Exactly; by a part of the name; or nearly, which is never taken without asking or showing. */
  how: 'named' | 'part' | 'near'
  /** A full name or a code can hardly be anything else; a short one may be a word of the language. */
  sure: boolean
}

const surest = new Set<string>(['code', 'name', 'core'])
const unmistakable = new Set<string>(['code', 'name', 'core', 'mnemonic', 'english'])

/** Customers that are named exactly; `taken` is what else the sentence names (dates, numbers). */
export async function customersNamed(
  ctx: Pick<Ctx, 'db' | 'me'>,
  text: string,
  taken: Span[],
): Promise<CustomerMention[]> {
  const spots = await spotCustomers(ctx.db, ctx.me, text)
  const mentions: CustomerMention[] = []
  for (const { start, end, matches } of spots) {
    const span = { start, end }
    const meant = matches.filter(({ kind }) => mayBeMeant(text, span, kind))
    if (meant.length === 0 || mentions.some((longer) => overlap(longer, span))) continue
    if (taken.some((other) => overlap(other, span) && !outweighs(span, other, meant))) continue
    mentions.push(mentionOf(text, span, meant))
  }
  return mentions.sort((a, b) => a.start - b.start)
}

function mentionOf(text: string, said: Span, matches: CustomerMatch[]): CustomerMention {
  const span = grownTo(text, said, matches)
  const exact = matches.filter(({ kind }) => surest.has(kind))
  const meant = exact.length > 0 ? exact : matches
  const glued = exact.length === 0 ? belongsToLongerName(text, span) : branch.test(text.slice(span.end))
  const sure = !glued && meant.some(({ kind }) => unmistakable.has(kind)) && span.end - span.start > 2
  return { ...span, mark: 'K', matches: meant, how: glued ? 'near' : 'named', sure }
}

/** 长风烟酒 and 长风批发 are said of 长风烟酒批发部: as far as the name goes along, and by a kind of house that is in it. */
function grownTo(text: string, span: Span, matches: CustomerMatch[]): Span {
  const { start, end } = alongName(text, span, matches)
  const house = goesOn.exec(text.slice(end))?.[0] ?? ''
  const known = house !== '' && matches.some(({ name }) => hasInOrder(lettersOf(name), lettersOf(house)))
  return { start, end: known ? end + house.length : end }
}

/** Whether the characters are all there, in this order: 批发 in 饮料批发部. */
function hasInOrder(name: string, characters: string): boolean {
  let at = -1
  for (const character of characters) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}

function alongName(text: string, { start, end }: Span, matches: CustomerMatch[]): Span {
  const names = matches.map(({ name }) => lettersOf(name))
  const goesAlong = (to: number) => names.some((name) => name.includes(text.slice(start, to)))
  if (!goesAlong(end)) return { start, end }
  let to = end
  while (to < text.length && goesAlong(to + 1)) to++
  return { start, end: to }
}

const outweighs = (span: Span, other: Span, matches: CustomerMatch[]) =>
  span.end - span.start > other.end - other.start && matches.some(({ kind }) => surest.has(kind))

const phoneBefore =
  /(?:尾号|后四位|电话|手机|号码|phone|mobile|number|ending(?: in| with)?|拜访|客户|查|找|find|customer)[是为:的]?\s*$/

/** Four figures are a phone only where that is what is spoken of; little English words are no initials. */
function mayBeMeant(text: string, { start, end }: Span, kind: CustomerMatch['kind']): boolean {
  const word = text.slice(start, end)
  if (kind === 'phone') return word === text.trim() || phoneBefore.test(text.slice(0, start))
  if (kind === 'pinyin' || kind === 'initials' || kind === 'mnemonic') return !englishWords.has(word)
  return kind !== 'sound' && kind !== 'gap'
}

const houses =
  '(?:生活|连锁|精品|生鲜)?(?:超市|便利店?|百货|商场|卖场|大卖场|购物中心|商行|商店|商贸行?|批发部|批发|经营部|专营店|食品店|烟酒店?|副食店?|小卖部|餐厅|食堂|网咖|酒楼|火锅店?)'
const goesOn = new RegExp(
  `^(?:${houses}|\\(?[^\\s,，。()跟和与同聊谈说见在里的了拜访去到]{2,4}(?:路|街|道|镇|区|城|广场)?店(?![长里员内面主铺门]))`,
  'u',
)

/** 华联超市南京路店 is not the 华联超市. */
const branch =
  /^\(?[^\s,，。()]{0,4}?(?:[路街道镇区城]|广场|总|分|旗舰|[一二三四五六七八九东南西北])店(?![长里员内面主铺门])/u

/** 永盛超市 is not said of a 永盛副食商行, and 佳佳南京路店 not of another branch. */
const belongsToLongerName = (text: string, { end }: Span) => goesOn.test(text.slice(end))

/** Words about a place, which are no part of its name. */
const placeWords = /(?:的|那边|那里|这边|这里|那儿|这儿|店里|门店|这家店?|那家店?|的?客户|店内|现场)+/gu
const connected = /[\p{L}\p{N}][\p{L}\p{N}()&'·-]*(?: [a-z0-9&'-]+)*/gu

/** For when nothing is named exactly: customers whose name has a part of the text, else those it nearly names. */
export async function customersLike(
  ctx: Pick<Ctx, 'db' | 'me' | 'rules'>,
  text: string,
): Promise<CustomerMention | null> {
  const plain = text.replace(placeWords, (words) => ' '.repeat(words.length))
  const part = await byPart(ctx, plain)
  if (part?.how === 'part') return part
  const near = await nearly(ctx, plain)
  return (near?.sure ? near : null) ?? (await byWords(ctx, plain)) ?? part ?? near
}

const MOST_PARTS = 10
const MOST_PER_PART = 20
const MOST_SHOWN = 9
const MOST_WORDS = 3

interface Part extends Span {
  /** The run of characters or words that it is a part of. */
  run: Span
  letters: string
}

/** How each run begins and what it has in it is looked up; of what is found, names that share the most with it are meant. */
async function byPart(ctx: Pick<Ctx, 'db' | 'me'>, text: string): Promise<CustomerMention | null> {
  const parts = partsOf(text).slice(0, MOST_PARTS)
  if (parts.length === 0) return null
  const queries = parts.map(
    ({ letters }, i) => Prisma.sql`
    SELECT * FROM (SELECT ${i} AS part, c.id, c.code, c.name FROM CustomerSearch JOIN Customer c ON c.id = CustomerSearch.rowid
      WHERE CustomerSearch MATCH ${within(scopeOf(ctx.me), nameHas(letters))}
        AND ${visibleSql(ctx.me)} LIMIT ${MOST_PER_PART})`,
  )
  const rows = await ctx.db.$queryRaw<Row[]>(Prisma.join(queries, ' UNION ALL '))
  return sharingMost(
    text,
    rows.map(({ part, ...customer }) => ({ ...customer, part: parts[Number(part)]! })),
  )
}

type Row = CustomerNamed & { part: number | bigint }

function sharingMost(text: string, found: (CustomerNamed & { part: Part })[]): CustomerMention | null {
  const shared = found.map(({ part, ...customer }) => ({
    customer,
    ...grown(text, part, lettersOf(customer.name)),
  }))
  const most = Math.max(...shared.map(({ start, end }) => end - start))
  const best = shared.filter(({ start, end }) => end - start === most)
  const [first] = best
  if (!first) return null
  const { start, end, run } = first
  const matches = new Map(best.map(({ customer }) => [customer.code, customer]))
  const rest = text.slice(end, run.end)
  const goesAlong = rest !== '' && best.every(({ customer }) => hasInOrder(lettersOf(customer.name), rest))
  const how = start === run.start && (end === run.end || goesAlong) ? 'part' : 'near'
  return {
    start,
    end: goesAlong ? run.end : end,
    mark: 'K',
    matches: [...matches.values()].slice(0, MOST_SHOWN),
    how,
    sure: false,
  }
}

/** The part with as much of its surroundings as the name has, too. */
function grown(text: string, { run, start, end }: Part, name: string): Span & { run: Span } {
  const isIn = (from: number, to: number) => name.includes(text.slice(from, to))
  if (!isIn(start, end)) return { run, start, end }
  while (end < run.end && isIn(start, end + 1)) end++
  while (start > run.start && isIn(start - 1, end)) start--
  return { run, start, end }
}

function partsOf(text: string): Part[] {
  const han = Array.from(text.matchAll(/\p{Script=Han}{2,}/gu), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  })).flatMap((run) => [...windows(text, run, 2).slice(0, 1), ...windows(text, run, 3)])
  return han.filter(({ letters }) => !isGeneral(letters))
}

const windows = (text: string, run: Span, length: number): Part[] =>
  Array.from({ length: Math.max(0, run.end - run.start - length + 1) }, (_, i) => {
    const start = run.start + i
    return { start, end: start + length, run, letters: text.slice(start, start + length) }
  })

/** English words and pinyin, of which the customer's name has a part. */
async function byWords(ctx: Pick<Ctx, 'db' | 'me' | 'rules'>, text: string): Promise<CustomerMention | null> {
  const words = Array.from(text.matchAll(/[a-z][a-z0-9&'-]{2,}/g)).filter(
    ({ 0: word }) => !englishWords.has(word),
  )
  for (const { 0: word, index } of words.slice(0, MOST_WORDS)) {
    const { found } = await searchCustomers(ctx, word, { limit: MOST_SHOWN })
    const matches = found.filter(({ by }) => by === 'beginning' || by === 'part')
    if (matches.length > 0)
      return { start: index, end: index + word.length, mark: 'K', matches, how: 'part', sure: false }
  }
  return null
}

async function nearly(ctx: Pick<Ctx, 'db' | 'me'>, text: string): Promise<CustomerMention | null> {
  const [best] = await nearCustomers(ctx.db, ctx.me, text)
  if (!best) return null
  const matches = best.matches
  const span = { start: best.start, end: endOfName(text, best.end, matches) }
  return {
    ...span,
    mark: 'K',
    matches,
    how: 'near',
    sure: isWholeRun(text, span) && !matches.some(({ kind }) => kind === 'initials' || kind === 'mnemonic'),
  }
}

/** 永胜副食 for 永盛副食商行: what follows the wrong part is right. */
function endOfName(text: string, end: number, matches: CustomerNamed[]): number {
  const rest = /^[\p{Script=Han}\p{L}\p{N}]*/u.exec(text.slice(end))![0]
  return rest !== '' && matches.some(({ name }) => lettersOf(name).includes(rest)) ? end + rest.length : end
}

/** What was said is the whole of a name that is spelt wrongly, not a part of a sentence that happens to look like one. */
function isWholeRun(text: string, { start, end }: Span): boolean {
  for (const { 0: run, index } of text.matchAll(connected))
    if (index <= start && end <= index + run.length)
      return text.slice(index, start).trim() === '' && text.slice(end, index + run.length).trim() === ''
  return false
}
