import type { Duration } from './meaning.ts'

const durations = {
  day: (days: number): Duration => ({ days }),
  week: (weeks: number): Duration => ({ weeks }),
  fortnight: (n: number): Duration => ({ weeks: 2 * n }),
  month: (months: number): Duration => ({ months }),
  quarter: (n: number): Duration => ({ months: 3 * n }),
  year: (years: number): Duration => ({ years }),
}

export type DurationUnit = keyof typeof durations

/** Half a month is 15 days, half a year six months; there is no other half. */
export function durationOf(n: number, unit: DurationUnit): Duration | null {
  if (n !== 0.5) return durations[unit](n)
  if (unit === 'month') return { days: 15 }
  return unit === 'year' ? { months: 6 } : null
}

export function negative(by: Duration): Duration {
  return Object.fromEntries(Object.entries(by).map(([unit, n]) => [unit, -n]))
}

export function isDurationUnit(word: string): word is DurationUnit {
  return word in durations
}
