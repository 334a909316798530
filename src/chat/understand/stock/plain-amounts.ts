import { Decimal } from 'decimal.js'
import type { Token } from './tokens.ts'

type AmountToken = Extract<Token, { is: 'amount' }>

/** The tokens with what was said about amounts put into them: how sure they are, and that they are a sum. */
export const plainAmounts = (tokens: Token[]): Token[] => roughened(withoutSum(tokens))

/** 可乐20箱 雪碧15箱 共35箱: a sum that is right is of no product; any other is asked about. */
function withoutSum(tokens: Token[]): Token[] {
  const at = tokens.findLastIndex(({ is }) => is === 'in all')
  const [sum, more] = tokens.slice(at + 1)
  const before = tokens.slice(0, Math.max(0, at))
  const products = before.filter(({ is }) => is === 'product').length
  const isLast = products > 1 && sum?.is === 'amount' && more === undefined
  return isLast && isSumOf(sum, before.filter(isAmount)) ? before : tokens
}

const isAmount = (token: Token): token is AmountToken => token.is === 'amount'

function isSumOf({ amount: { parts } }: AmountToken, counted: AmountToken[]): boolean {
  const [sum, another] = parts
  const each = counted.flatMap(({ amount }) => amount.parts)
  if (!sum || another || each.length !== counted.length || each.some(({ unit }) => unit !== sum.unit))
    return false
  return each.reduce((total, { number }) => total.plus(number), new Decimal(0)).equals(sum.number)
}

/** 应该还剩20箱: the amount behind the word is rough, unless another product comes first. */
function roughened(tokens: Token[]): Token[] {
  const result: Token[] = []
  let about: string | undefined
  let gap = ''
  for (const token of tokens) {
    if (token.is === 'about' || token.is === 'in all') {
      if (token.is === 'about') about = token.said
      gap += token.gap ?? ''
      continue
    }
    const isRough = about !== undefined && token.is === 'amount'
    const rough = isRough ? { said: about + token.said, roughly: true } : {}
    result.push({ ...token, ...rough, gap: gap + (token.gap ?? '') })
    if (token.is === 'amount' || token.is === 'product') about = undefined
    gap = ''
  }
  return result
}
