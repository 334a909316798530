import { amountReader } from '../amount-at.ts'
import { once } from '../once.ts'
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
import { figureWords, noneWords, soldOutWords } from './figure-words.ts'
import type { Token } from './tokens.ts'

export type Reads = (text: string, at: number) => TokenRead | null

export interface TokenRead {
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

const readsOf = once(readsWith)

/** `units` are those that the products in question have besides the usual ones. */
export const readsFor = (units: readonly string[]): Reads[] => readsOf(amountReader(units))
