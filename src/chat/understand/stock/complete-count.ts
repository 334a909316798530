import type { SpokenOf, Understood } from '../understood.ts'
import type { Line } from './read-lines.ts'

/**
 * 可乐存15 while a stock count waits to be confirmed belongs to it: what is said anew changes, the rest stays. One of
 * another customer or week is a count of its own.
 */
export function completingCount(read: Understood, { draft }: SpokenOf): Understood {
  if (draft?.command !== 'stock.report' || read.command !== draft.command) return read
  const { lines, ...said } = read.input as { lines?: Line[]; customer?: string; period?: string }
  const isNamed = !read.asks.some(({ field }) => field === 'customer')
  const isOther = (name: 'customer' | 'period') =>
    said[name] !== undefined && said[name] !== draft.input[name]
  if (!lines || read.choices.length > 0 || (isNamed && isOther('customer'))) return read
  if (isOther('period') && draft.input.period !== undefined) return read
  return {
    ...read,
    input: { ...said, ...draft.input, lines: together((draft.input.lines ?? []) as Line[], lines) },
    asks: read.asks.filter(({ field }) => field !== 'customer' || draft.input.customer === undefined),
    corrects: 'draft',
    why: [...read.why, 'put into the stock count that waits'],
  }
}

/** Each product once, the new figures over the old. */
export function together(old: Line[], said: Line[]): Line[] {
  const added = said.filter(({ product }) => !old.some((line) => line.product === product))
  const kept = old.map((line) => ({ ...line, ...said.find(({ product }) => product === line.product) }))
  return [...kept, ...added]
}
