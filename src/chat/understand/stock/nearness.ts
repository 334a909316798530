import type { Token } from './tokens.ts'

type FigureToken = Extract<Token, { is: 'figure' }>

/** How far a token stands from the one before it: touching or behind its colon, a blank, a comma, another line. */
function distance(token: Token | undefined): number {
  const gap = token ? (token.gap ?? '') : '\n'
  if (gap === '' || /^ ?[:：] ?$/.test(gap)) return 0
  if (gap.includes('\n')) return 3
  return gap.trim() === '' ? 1 : 2
}

/** Whether a token is nearer to the one before it than to the one behind it. */
export const isNearer = (token: Token, next: Token | undefined): boolean => distance(token) < distance(next)

/**
 * The tokens with each amount behind its product and each figure that follows its amount marked as doing so: reps write
 * 可乐进200箱 1.2万瓶纯净水在途 as well as 纯净水 在途1.2万瓶. What stands nearer belongs together.
 */
export const inOrder = (tokens: Token[]): Token[] => marked(moved(tokens))

const isAmount = (token: Token | undefined) => token?.is === 'amount' || token?.is === 'none'

/** An amount nearer to the product behind it goes there, if that has no other and the one before it has its own. */
function moved(tokens: Token[]): Token[] {
  const result: Token[] = []
  let hasOwn = true
  for (let i = 0; i < tokens.length; i++) {
    const at = hasOwn || isAhead(tokens[i]) ? (firstOf(tokens, i, result) ?? productOf(tokens, i)) : null
    if (at !== null) {
      result.push(
        { ...tokens[at]!, gap: tokens[i]!.gap },
        { ...tokens[i]!, gap: '' },
        ...tokens.slice(i + 1, at),
      )
      i = at
      hasOwn = true
      continue
    }
    const token = tokens[i]!
    result.push(token)
    if (token.is === 'product') hasOwn = false
    if (isAmount(token)) hasOwn = true
  }
  return result
}

const isAhead = (token: Token | undefined) => token?.is === 'none' && token.ahead === true

/** 进了30箱可乐，还剩12箱: before any product there is none it could be of but the one it touches. */
function firstOf(tokens: Token[], i: number, before: Token[]): number | null {
  if (
    tokens[i]?.is !== 'figure' ||
    tokens[i + 1]?.is !== 'amount' ||
    before.some(({ is }) => is === 'product')
  )
    return null
  return tokens[i + 2]?.is === 'product' && distance(tokens[i + 2]) === 0 ? i + 2 : null
}

/** Where the product stands that the amount here is of; null where it is of the one before. */
function productOf(tokens: Token[], i: number): number | null {
  const labelled = tokens[i]?.is === 'figure' && tokens[i + 1]?.is === 'amount'
  const amount = labelled ? i + 1 : i
  const product = tokens[amount + 1]
  if (!isAmount(tokens[amount]) || product?.is !== 'product') return null
  if (isAhead(tokens[i])) return amount + 1
  const behind = tokens[amount + 2]
  if (behind?.is === 'text' && behind.from === product.at + 1) return null
  const isNear = i === 0 || distance(product) < distance(tokens[i])
  return isNear && !hasAmount(tokens, amount + 1) ? amount + 1 : null
}

/** Whether a product is followed by an amount that is not of the next one. */
function hasAmount(tokens: Token[], product: number): boolean {
  const behind = tokens[product + 1]?.is === 'figure' ? 2 : 1
  if (!isAmount(tokens[product + behind])) return false
  return productOf(tokens, product + 1) === null && productOf(tokens, product + behind) === null
}

/** 12000瓶在途, 15箱 在路上, 12 left. */
function marked(tokens: Token[]): Token[] {
  const first = tokens.findIndex(({ is }) => is === 'product')
  const headed = tokens.slice(0, first).some(({ is }) => is === 'figure')
  const result: Token[] = []
  for (const [i, token] of tokens.entries())
    result.push(token.is === 'figure' ? placed(tokens, i, { token, headed, before: result }) : token)
  return result
}

interface Around {
  token: FigureToken
  /** A figure stands before all products. */
  headed: boolean
  /** What was marked already. */
  before: Token[]
}

function placed(tokens: Token[], i: number, { token, headed, before }: Around): Token {
  const next = tokens[i + 1]
  if (!isAmount(tokens[i - 1])) return { ...token, behind: false }
  const products = tokens.filter(({ is }) => is === 'product').length
  const mayBeOfBoth = /^[都全]/.test(token.said) || (token.figure !== 'closing' && isJoined(before))
  if (products > 1 && mayBeOfBoth && next?.is !== 'amount') return unclear(token)
  const near = isNearer(token, next) || (token.behind === true && distance(token) === distance(next))
  if (next?.is === 'amount') return { ...token, behind: near && !isLabelled(before) }
  if (token.weak) return token
  const isClear = token.figure === 'closing' || products === 1 || distance(token) === 0
  if (next === undefined) return isClear ? { ...token, behind: true } : unclear(token)
  const between = next.is === 'product' && distance(token) === 0 && distance(next) === 0
  if (between && token.figure !== 'closing' && !headed) return unclear(token)
  return { ...token, behind: near }
}

/** 进20箱 of 进20箱 在途 has its figure; 还有15箱 has none yet, and of 20进 12存 the first is behind its own. */
function isLabelled(before: Token[]): boolean {
  const figure = before.at(-2)
  return figure?.is === 'figure' && !figure.weak && !figure.behind
}

/** 12 cases of cola and 5 cases of sprite in transit: both, or the last? */
function isJoined(before: Token[]): boolean {
  const last = before.findLast(({ is }) => is === 'product')
  return /and|[和跟与及]/.test(last?.gap ?? '')
}

/** 可乐20箱 雪碧5箱 在途: both, or the last? */
const unclear = ({ said, gap }: FigureToken): Token => ({
  ...{ is: 'text', said, beside: false, from: -1, to: -1 },
  gap,
})
