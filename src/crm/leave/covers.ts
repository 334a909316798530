import type { Temporal } from '../../lib/time.ts'

/** Days off, both included; half a day is the morning or the afternoon of a single one. */
export interface Absence {
  fromDate: string
  toDate: string
  half: string | null
}

export const NOON = 12

/** Whether a leave holds at that hour of the day. */
export function covers({ fromDate, toDate, half }: Absence, local: Temporal.PlainDateTime): boolean {
  const day = local.toPlainDate().toString()
  if (day < fromDate || day > toDate) return false
  return half === null || (half === 'pm') === local.hour >= NOON
}
