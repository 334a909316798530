import type { Rules } from '../rules.ts'

export interface Range {
  from: number
  to: number
}

/** With fewer figures than this, history says nothing about what is likely. */
const leastHistory = 4

/**
 * Where the next closing is likely to lie: the median of the last periods, give or take so many median absolute deviations.
 * Where most periods were the same the deviation is nothing, and every change would stand out: then a tenth of the median
 * stands in for it, or one `smallest` (a case) where that is more. `history` has the latest closing first.
 */
export function likelyRange(
  history: number[],
  smallest: number,
  { outlierDeviations, outlierPeriods }: Pick<Rules, 'outlierDeviations' | 'outlierPeriods'>,
): Range | null {
  const recent = history.slice(0, outlierPeriods)
  if (recent.length < leastHistory) return null
  const middle = median(recent)
  const deviation = median(recent.map((closing) => Math.abs(closing - middle)))
  const room = outlierDeviations * (deviation || Math.max(middle / 10, smallest))
  return { from: Math.max(0, Math.floor(middle - room)), to: Math.ceil(middle + room) }
}

export const isWithin = (value: number, { from, to }: Range): boolean => from <= value && value <= to

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
