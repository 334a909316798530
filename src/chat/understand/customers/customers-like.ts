import type { Ctx } from '../../../crm/context.ts'
import { nearCustomers } from '../../../crm/customers/near-customers.ts'
import type { CustomerSpot } from '../../../crm/customers/spot-customers.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import { englishWords } from '../english-words.ts'
import { onceEach } from '../once.ts'
import type { Span } from '../outline.ts'
import { byPart } from './by-part.ts'
import { customersHaving } from './customers-having.ts'
import { customersWithWords } from './customers-with-words.ts'
import { alongEnglish } from './english-names.ts'
import type { CustomerMention, CustomerNamed } from './mention.ts'

/** Words about a place, which are no part of its name. */
const placeWords = /(?:的|那边|那里|这边|这里|那儿|这儿|店里|门店|这家店?|那家店?|的?客户|店内|现场)+/gu
/** 去育才食堂, 把新安: how one gets there is no part of it either. */
const wayThere = /(?<!\p{Script=Han})(?:再|要|先|会)?(?:[去到在跑]了?|[把将给])(?=\p{Script=Han}{2})/gu
const blank = (words: string) => ' '.repeat(words.length)
const connected = /[\p{L}\p{N}][\p{L}\p{N}()&'·-]*(?: [a-z0-9&'-]+)*/gu

/** For when nothing is named exactly: customers whose name has a part of the text, else those it nearly names. */
export const customersLike = onceEach(lookForLike)

async function lookForLike(
  ctx: Pick<Ctx, 'db' | 'me' | 'rules'>,
  text: string,
): Promise<CustomerMention | null> {
  const plain = text.replace(placeWords, blank).replace(wayThere, blank)
  const part = await byPart(ctx, plain)
  if (part?.how === 'part') return part
  const near = await nearly(ctx, plain)
  return (near?.sure ? near : null) ?? (await byWords(ctx, plain)) ?? part ?? near
}

const MOST_WORDS = 3

/** English words, of which the customer's English name has one as a whole, or with which the name begins. */
async function byWords(ctx: Pick<Ctx, 'db' | 'me'>, text: string): Promise<CustomerMention | null> {
  const words = Array.from(text.matchAll(/[a-z][a-z0-9&'-]{2,}/g), ({ 0: word, index }) => ({
    ...{ word, start: index, end: index + word.length },
  })).filter(({ word }) => !englishWords.has(word))
  const said = words.slice(0, MOST_WORDS)
  const found = await customersWithWords(
    ctx,
    said.map(({ word }) => word),
  )
  const first = said.find(({ word }) => found.has(word))
  if (!first) return null
  const { start, word } = first
  const { end, matches } = alongEnglish(text, first, found.get(word)!)
  return { start, end, mark: 'K', matches, how: 'part', sure: false }
}

async function nearly(ctx: Pick<Ctx, 'db' | 'me'>, text: string): Promise<CustomerMention | null> {
  const [best] = await nearCustomers(ctx.db, ctx.me, text)
  if (!best) return null
  const matches = await withThoseAlike(ctx, best)
  const span = { start: best.start, end: endOfName(text, best.end, matches) }
  return {
    ...span,
    mark: 'K',
    matches,
    how: 'near',
    sure: isWholeRun(text, span) && !matches.some(({ kind }) => kind === 'initials' || kind === 'mnemonic'),
  }
}

/** 天天勒 may be any whose name begins with 天天乐, not only the one that is called so for short. */
async function withThoseAlike(
  ctx: Pick<Ctx, 'db' | 'me'>,
  { start, end, matches }: CustomerSpot,
): Promise<CustomerSpot['matches']> {
  const [only, another] = matches
  if (!only || another || (only.kind !== 'sound' && only.kind !== 'gap')) return matches
  const meant = lettersOf(only.name).slice(0, end - start)
  const having = await customersHaving(ctx, meant)
  const others = having.filter(({ id, name }) => id !== only.id && lettersOf(name).startsWith(meant))
  return [only, ...others.map((one) => ({ ...one, nameEn: null, kind: 'beginning' as const }))]
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
