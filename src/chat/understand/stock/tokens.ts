import { type Amount, amountReader } from '../amount-at.ts'
import { filler } from '../lexicon.ts'
import type { Outline } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import { type Figure, figureWords, soldOutWords } from './figure-words.ts'

/** What a stock report is made of, as it was said. */
export type Token =
  | { is: 'product'; product: ThingOf<'G'> }
  /** `behind`: it stands behind its amount, 12 left. */
  | { is: 'figure'; figure: Figure | 'sold'; sign: number; behind?: boolean }
  | { is: 'amount'; amount: Amount; said: string }
  | { is: 'sold out' }
  /** `beside`: a product follows without a gap, and this may be a part of its name. */
  | { is: 'text'; said: string; beside?: boolean }

const separators = /[\s,，、;；:：=/|。.!！?？()（）·\-—_+&]+|\band\b/y
const roughly =
  /(?:大概|大约|差不多|约|左右|上下|共|总共|合计|一共|about|around|approximately|in total|total(?: of)?|of)(?![a-z])/y
/** （箱） says what is counted, not how much. */
const unitAlone = /(?:单位)?(?:箱|件|瓶|cases?|bottles?)(?=[)）\s]|$)/y
const fillers = new RegExp(
  `(?:${filler}|[的了是为就都各]|每样|分别|上报|填报|汇报|提交|目前|现在|今天|这周|本周|这个?月|本月|昨天|数量|产品|品项|\\b(?:is|are|was|were|at|now|today)\\b)+`,
  'uy',
)
const soldOut = new RegExp(soldOutWords, 'y')
const figures = figureWords.map(([figure, words, sign = 1]) => ({
  figure,
  sign,
  pattern: new RegExp(`(?:${words})`, 'y'),
}))

const behindAmount = /^(?:left|remaining|remains?|on hand|in stock)$/

/** Tokens of an outline: capitals other than products (`G`) do not matter here. */
export function tokensOf({ text, things }: Outline<Thing>, units: readonly string[]): Token[] {
  const amounts = amountReader(units)
  const tokens: Token[] = []
  let unread = ''
  const keepUnread = (beside = false) => {
    if (unread.trim()) tokens.push({ is: 'text', said: unread.trim(), beside })
    unread = ''
  }
  for (let at = 0; at < text.length; ) {
    const read = thingAt(things.get(at), at) ?? wordAt(text, at, amounts)
    if (!read) unread += text[at++]
    else {
      keepUnread(read.token?.is === 'product')
      if (read.token) tokens.push(read.token)
      at = read.end
    }
  }
  keepUnread()
  return tokens
}

interface TokenRead {
  /** Null for what says nothing. */
  token: Token | null
  end: number
}

function thingAt(thing: Thing | undefined, at: number): TokenRead | null {
  if (!thing) return null
  return { token: thing.mark === 'G' ? { is: 'product', product: thing } : null, end: at + 1 }
}

function wordAt(text: string, at: number, amounts: ReturnType<typeof amountReader>): TokenRead | null {
  const gone = wordLength(soldOut, text, at)
  if (gone) return { token: { is: 'sold out' }, end: at + gone }
  const amount = amounts(text, at)
  if (amount && amount.end > at)
    return { token: { is: 'amount', amount, said: text.slice(at, amount.end) }, end: amount.end }
  const skipped =
    lengthOf(separators, text, at) || wordLength(roughly, text, at) || wordLength(unitAlone, text, at)
  if (skipped) return { token: null, end: at + skipped }
  for (const { figure, sign, pattern } of figures) {
    const length = wordLength(pattern, text, at)
    if (length)
      return {
        token: { is: 'figure', figure, sign, behind: behindAmount.test(text.slice(at, at + length)) },
        end: at + length,
      }
  }
  const filled = lengthOf(fillers, text, at)
  return filled ? { token: null, end: at + filled } : null
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** Words of letters count only whole. */
function wordLength(pattern: RegExp, text: string, at: number): number {
  const length = lengthOf(pattern, text, at)
  const latin = /[a-z]/
  const cut =
    (latin.test(text[at] ?? '') && latin.test(text[at - 1] ?? '')) ||
    (latin.test(text[at + length - 1] ?? '') && latin.test(text[at + length] ?? ''))
  return cut ? 0 : length
}
