import type { Ctx } from '../../../crm/context.ts'
import { type CustomerMatch, MOST_PER_KEY, spotCustomers } from '../../../crm/customers/spot-customers.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import { englishWords } from '../english-words.ts'
import { onceEach } from '../once.ts'
import { overlap, type Span } from '../outline.ts'
import { branchBefore, branchBehind } from './branch-beside.ts'
import { customersHaving } from './customers-having.ts'
import { alongEnglish } from './english-names.ts'
import {
  belongsToLongerName,
  endOfLongerName,
  grownTo,
  hasInOrder,
  isBranch,
  isInPersonsName,
  startWithPlace,
} from './longer-names.ts'
import type { CustomerMention } from './mention.ts'

const spotted = onceEach((ctx: Pick<Ctx, 'db' | 'me'>, text: string) => spotCustomers(ctx.db, ctx.me, text))

const surest = new Set<string>(['code', 'name', 'core'])
const unmistakable = new Set<string>(['code', 'name', 'core', 'mnemonic', 'english'])

/** Customers that are named exactly; `taken` is what else the sentence names (dates, numbers). */
export async function customersNamed(
  ctx: Pick<Ctx, 'db' | 'me'>,
  text: string,
  taken: Span[],
): Promise<CustomerMention[]> {
  const spots = await spotted(ctx, text)
  const mentions: CustomerMention[] = []
  for (const { start, end, matches } of spots) {
    const span = { start, end }
    const meant = matches.filter(({ kind }) => mayBeMeant(text, span, kind))
    if (meant.length === 0 || mentions.some((longer) => overlap(longer, span))) continue
    if (isInPersonsName(text, span)) continue
    if (taken.some((other) => overlap(other, span) && !outweighs(span, other, meant))) continue
    mentions.push(await mentionOf(ctx, text, span, meant))
  }
  return mentions.sort((a, b) => a.start - b.start)
}

async function mentionOf(
  ctx: Pick<Ctx, 'db' | 'me'>,
  text: string,
  said: Span,
  matches: CustomerMatch[],
): Promise<CustomerMention> {
  const exact = saidInFull(matches)
  const { span, meant } = grownAlong(text, said, exact.length > 0 ? exact : matches)
  const slip = exact.length === 0 ? slippedName(text, span, meant) : null
  if (slip) return slip
  const glued = exact.length === 0 ? belongsToLongerName(text, span) : isBranch(text, span)
  if (glued) return longerThan(ctx, text, span, meant)
  const sure = meant.some(({ kind }) => unmistakable.has(kind)) && span.end - span.start > 2
  const branch =
    meant.length < MOST_PER_KEY ? (branchBefore(text, span, meant) ?? branchBehind(text, span, meant)) : null
  if (branch) return { ...branch, mark: 'K', how: 'named', sure }
  return { ...span, mark: 'K', matches: meant, how: 'named', sure }
}

/** A full name or a code is nobody else's; a short name is also that of whoever's name begins with it. */
function saidInFull(matches: CustomerMatch[]): CustomerMatch[] {
  const named = matches.filter(({ kind }) => kind === 'code' || kind === 'name')
  if (named.length > 0) return named
  return matches.every(({ kind }) => kind === 'core') ? matches : []
}

/** As far as the names go along with the text, and those that go as far: 泰和副食 is not the 泰和生鲜超市. */
function grownAlong(
  text: string,
  said: Span,
  matches: CustomerMatch[],
): { span: Span; meant: CustomerMatch[] } {
  const english = alongEnglish(text, said, matches)
  if (english.end > said.end) return { span: { ...said, end: english.end }, meant: english.matches }
  const start = startWithPlace(text, said, matches)
  const span = { ...grownTo(text, said, matches), start }
  return { span, meant: goingAlong(text, said, span, matches) }
}

/** 杭州荣昌 is not the 荣昌便利店; but one character more may be the next word: 华联商量. Of too many not all are known. */
function goingAlong(
  text: string,
  said: Span,
  { start, end }: Span,
  matches: CustomerMatch[],
): CustomerMatch[] {
  const grown = Math.max(end - said.end, said.start - start)
  if (grown < 2 || matches.length >= MOST_PER_KEY) return matches
  const whole = lettersOf(text.slice(start, end))
  const having = matches.filter(({ name }) => lettersOf(name).includes(whole))
  const inOrder =
    having.length > 0 ? having : matches.filter(({ name }) => hasInOrder(lettersOf(name), whole))
  return inOrder.length > 0 ? inOrder : matches
}

/** 兴隆商贸 is the one whose name has all of it; 永盛付食商行 is 永盛副食商行 with a slip; 永盛超市 is asked about. */
async function longerThan(
  ctx: Pick<Ctx, 'db' | 'me'>,
  text: string,
  span: Span,
  matches: CustomerMatch[],
): Promise<CustomerMention> {
  const whole = { start: span.start, end: endOfLongerName(text, span) }
  const said = lettersOf(text.slice(whole.start, whole.end))
  const having = await customersHaving(ctx, said)
  if (having.length > 0) return { ...whole, mark: 'K', matches: having, how: 'part', sure: false }
  const pointed = matches.filter(({ name }) => isPointedAt(lettersOf(name), said))
  if (pointed.length > 0) return { ...whole, mark: 'K', matches: pointed, how: 'part', sure: false }
  const slipped = matches.filter(({ name }) => isOneSlip(lettersOf(name), said))
  const meant = slipped.length > 0 ? slipped : matches
  return { ...whole, mark: 'K', matches: meant, how: 'near', sure: slipped.length === 1 }
}

/** 外滩那家烟酒店 is the 外滩烟酒店. */
function isPointedAt(name: string, said: string): boolean {
  const plain = said.replace(/[那这](?:一?[家间个]|边)的?/u, '')
  return plain !== said && name.includes(plain)
}

/** 阿婆小买部 for 阿婆小卖部: a short name that goes on as the full one does, but for a character within. */
function slippedName(text: string, { start, end }: Span, matches: CustomerMatch[]): CustomerMention | null {
  const found = matches.filter(({ name }) => {
    const whole = lettersOf(name)
    const said = text.slice(start, start + whole.length)
    return whole.length > Math.max(3, end - start) && said.at(-1) === whole.at(-1) && isOneSlip(whole, said)
  })
  const [only, another] = found
  if (!only || another) return null
  return {
    start,
    end: start + lettersOf(only.name).length,
    mark: 'K',
    matches: [only],
    how: 'near',
    sure: true,
  }
}

/** One character is another. */
const isOneSlip = (name: string, said: string): boolean =>
  name.length === said.length && Array.from(name).filter((character, i) => character !== said[i]).length === 1

const outweighs = (span: Span, other: Span, matches: CustomerMatch[]) =>
  span.end - span.start > other.end - other.start && matches.some(({ kind }) => surest.has(kind))

const phoneBefore =
  /(?:尾号|后四位|电话|手机|号码|phone|mobile|number|ending(?: in| with)?|拜访|客户|查|找|find|customer)[是为:的]?\s*$/

/** Four figures are a phone only where that is what is spoken of; little English words are no initials. */
function mayBeMeant(text: string, { start, end }: Span, kind: CustomerMatch['kind']): boolean {
  const word = text.slice(start, end)
  if (kind === 'phone') return word === text.trim() || phoneBefore.test(text.slice(0, start))
  // 20th
  if (kind === 'pinyin' || kind === 'initials' || kind === 'mnemonic')
    return !englishWords.has(word) && !/\d/.test(text[start - 1] ?? '')
  return kind !== 'sound' && kind !== 'gap'
}
