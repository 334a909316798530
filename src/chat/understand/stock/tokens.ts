import { type Amount, amountReader } from '../amount-at.ts'
import type { Outline } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import {
  chatter,
  closingWords,
  each,
  fillers,
  inAll,
  inTurn,
  minus,
  noneOf,
  ofWhat,
  placeOfStock,
  roughly,
  roughWords,
  separators,
  size,
  theRest,
  unitAlone,
  unitOfAll,
} from './count-patterns.ts'
import { type Figure, figureWords, noneWords, soldOutWords } from './figure-words.ts'

/** What a stock report is made of, as it was said. `gap`: what parts it from the one before: nothing, a blank, a comma. */
export type Token = Said & { gap?: string }

type Said =
  | { is: 'product'; product: ThingOf<'G'>; at: number }
  /** `behind`: it stands behind its amount, 12 left. `weak`: 还有, which any figure may follow. */
  | { is: 'figure'; figure: Figure | 'sold'; sign: number; said: string; behind?: boolean; weak?: boolean }
  /** `minus`: it is below nothing. `roughly`: 20箱左右. */
  | { is: 'amount'; amount: Amount; said: string; minus?: boolean; roughly?: boolean }
  /** 约, 应该: the amount behind it is rough. */
  | { is: 'about'; said: string }
  /** 一共 */
  | { is: 'in all' }
  /** 没了, 没进货. `all`: of the products before it, too. `ahead`: of the product behind it, no fanta. */
  | { is: 'none'; figure: Figure; all: boolean; ahead?: boolean }
  /** 各5箱: of each of the products before it. */
  | { is: 'each' }
  /** 分别5箱8箱: the amounts of the products before it, one each. */
  | { is: 'in turn' }
  /** 可乐(箱); `all`: 单位：箱. */
  | { is: 'unit'; unit: string; all: boolean }
  /** 500ml, 24瓶装: how large it is, not how much there is. */
  | { is: 'size'; said: string }
  /** `beside`: a product follows without a gap, and this may be a part of its name. Places are of the outline. */
  | { is: 'text'; said: string; beside: boolean; from: number; to: number }

type Reads = (text: string, at: number) => TokenRead | null

interface TokenRead {
  /** Null for what says nothing. */
  token: Token | null
  end: number
  /** It parts what stands before it from what follows; or ties the two together. */
  parts?: boolean
  ties?: boolean
}

const soldOut = new RegExp(soldOutWords, 'y')
const nones = noneWords.map(([figure, words]) => ({ figure, pattern: new RegExp(`(?:${words})`, 'y') }))
const figures = figureWords.map(([figure, words, sign = 1]) => ({
  figure,
  sign,
  pattern: new RegExp(`(?:${words})`, 'y'),
}))

const behindAmount = /^(?:left|remaining|remains?|on hand|in stock)$/
const weakFigure = /^(?:还有|有|另外?有|外加|加上|have|has|still|now)$/

/** Tokens of an outline: capitals other than products (`G`) do not matter here. */
export function tokensOf(outline: Outline<Thing>, units: readonly string[]): Token[] {
  const { text, things } = outline
  const reads = units.length === 0 ? usualReads : readsWith(amountReader(units))
  const tokens: Token[] = []
  let from = 0
  let unread = ''
  let gap = ''
  const push = (token: Token) => {
    tokens.push({ ...token, gap })
    gap = ''
  }
  const readAt = (at: number) => thingAt(things.get(at), at) ?? firstOf(reads, text, at)
  /** Words of letters that nobody knows stay together: energy drinks. */
  const goesOn = (at: number, { end }: TokenRead) =>
    /[a-z]$/.test(unread) && /^ [a-z]/.test(text.slice(at, at + 2)) && end === at + 1 && !readAt(end)
  const keepUnread = (to: number, beside = false) => {
    const said = unread.trim()
    if (said) push({ is: 'text', said, beside, from, to: to - (unread.length - unread.trimEnd().length) })
    unread = ''
  }
  for (let at = 0; at < text.length; ) {
    const read = readAt(at)
    if (!read || goesOn(at, read)) {
      if (unread === '') from = at
      unread += text[at++]
    } else {
      keepUnread(at, read.token?.is === 'product')
      if (read.parts && !isWithinWords(outline, at, read.end)) gap += text.slice(at, read.end)
      if (read.ties) gap = ''
      if (read.token) push(read.token)
      at = read.end
    }
  }
  keepUnread(text.length)
  return tokens
}

/** A blank between words of letters is no gap. */
function isWithinWords({ text, said, starts }: Outline, from: number, to: number): boolean {
  if (text.slice(from, to) !== ' ') return false
  const [before, after] = [from - 1, to].map((at) => said.text[starts[at] ?? -1] ?? '') as [string, string]
  return /[a-z\d]/.test(before) && /[a-z\d]/.test(after) && /[a-z]/.test(before + after)
}

function thingAt(thing: Thing | undefined, at: number): TokenRead | null {
  if (!thing) return null
  return { token: thing.mark === 'G' ? { is: 'product', product: thing, at } : null, end: at + 1 }
}

function firstOf(reads: Reads[], text: string, at: number): TokenRead | null {
  for (const read of reads) {
    const found = read(text, at)
    if (found) return found
  }
  return null
}

/** Ways to read what stands at a place, the surest first. */
const readsWith = (amounts: ReturnType<typeof amountReader>): Reads[] => [
  plainRead(closingWords),
  wordRead(soldOut, (said) => ({ is: 'none', figure: 'closing', all: /^(?:都|全|all)/.test(said) })),
  ...nones.map(({ figure, pattern }) =>
    wordRead(pattern, (said) => ({ is: 'none', figure, all: /^(?:都|全)/.test(said) })),
  ),
  wordRead(size, (said) => ({ is: 'size', said })),
  wordRead(theRest, (said) => ({ is: 'text', said, beside: false, from: -1, to: -1 })),
  wordRead(noneOf, () => ({ is: 'none', figure: 'closing', all: false, ahead: true })),
  wordRead(placeOfStock, (said) => ({ is: 'figure', figure: 'closing', sign: 1, said, weak: true })),
  plainRead(chatter),
  unitRead(unitOfAll, true),
  wordRead(inAll, () => ({ is: 'in all' })),
  wordRead(roughWords, (said) => ({ is: 'about', said })),
  wordRead(inTurn, () => ({ is: 'in turn' })),
  wordRead(each, () => ({ is: 'each' })),
  (text, at) => amountAt(text, at, amounts),
  unitRead(unitAlone, false),
  plainRead(separators, { parts: true }),
  wordRead(roughly, () => null),
  plainRead(ofWhat, { ties: true }),
  ...figures.map(({ figure, sign, pattern }) =>
    wordRead(pattern, (said) => ({
      ...{ is: 'figure', figure, sign, said },
      ...(behindAmount.test(said) && { behind: true }),
      ...(weakFigure.test(said) && { weak: true }),
    })),
  ),
  plainRead(fillers),
]

/** With what stands before its number: -5箱. */
function amountAt(text: string, at: number, amounts: ReturnType<typeof amountReader>): TokenRead | null {
  const below = matchAt(minus, text, at)?.[0].length ?? 0
  const from = at + below
  const amount = amounts(text, from)
  if (!amount || amount.end <= from) return null
  const tail = matchAt(roughly, text, amount.end)?.[0].length ?? 0
  const end = amount.end + tail
  return {
    token: {
      is: 'amount',
      amount,
      said: text.slice(at, end),
      minus: below > 0,
      roughly: amount.rough,
    },
    end,
  }
}

const unitRead =
  (pattern: RegExp, all: boolean): Reads =>
  (text, at) => {
    const unit = matchAt(pattern, text, at)
    return unit && { token: { is: 'unit', unit: unit[1]!, all }, end: at + unit[0].length }
  }

const plainRead =
  (pattern: RegExp, more: Pick<TokenRead, 'parts' | 'ties'> = {}): Reads =>
  (text, at) => {
    const length = matchAt(pattern, text, at)?.[0].length
    return length ? { token: null, end: at + length, ...more } : null
  }

const wordRead =
  (pattern: RegExp, tokenOf: (said: string) => Token | null): Reads =>
  (text, at) => {
    const said = matchAt(pattern, text, at)?.[0]
    return said && isWhole(text, at, said.length) ? { token: tokenOf(said), end: at + said.length } : null
  }

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const latin = /[a-z]/

/** Words of letters count only whole. */
const isWhole = (text: string, at: number, length: number) =>
  !(
    (latin.test(text[at] ?? '') && latin.test(text[at - 1] ?? '')) ||
    (latin.test(text[at + length - 1] ?? '') && latin.test(text[at + length] ?? ''))
  )

/** With the usual units. */
const usualReads = readsWith(amountReader())
