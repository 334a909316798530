import type { Temporal } from '../../../lib/time.ts'
import type { WorkingCalendar } from '../../../lib/working-calendar.ts'
import type { DateDoubtCode } from './doubts.ts'
import type { DayPart, YearWords } from './meaning.ts'

/** Whether a date belongs to something done, to something to come, or may be either. */
export type Slot = 'done' | 'next' | 'either'

/** When and in which slot a phrase was said. */
export interface Moment {
  today: Temporal.PlainDate
  clock: Temporal.PlainTime
  now: Temporal.ZonedDateTime
  slot: Slot
  calendar: WorkingCalendar
}

export function yearIn(words: YearWords, { today }: Moment): number {
  return 'year' in words ? words.year : today.year + words.yearsAhead
}

/** Of `date` and `range` at most one. */
export interface DateValue {
  date?: Temporal.PlainDate
  range?: { from: Temporal.PlainDate; to: Temporal.PlainDate }
  time?: Temporal.PlainTime
  until?: Temporal.PlainTime
  part?: DayPart
}

export interface Doubt<Candidate> {
  code: DateDoubtCode
  /** What may be meant, the likeliest first; empty where only the writer can tell. */
  candidates: Candidate[]
}

/** Either a value, or what is in doubt. */
export type Resolved<Value> = { value: Value; doubt?: undefined } | { doubt: Doubt<Value>; value?: undefined }

export function sure<Value>(value: Value): Resolved<Value> {
  return { value }
}

export function doubt<Value>(
  code: DateDoubtCode,
  candidates: (Value | null | undefined)[] = [],
): Resolved<Value> {
  return { doubt: { code, candidates: candidates.filter((one) => one !== null && one !== undefined) } }
}

/** The same, with each value or candidate turned into something else. */
export function mapped<A, B>(resolved: Resolved<A>, change: (value: A) => B): Resolved<B> {
  if (!resolved.doubt) return sure(change(resolved.value))
  return { doubt: { ...resolved.doubt, candidates: resolved.doubt.candidates.map(change) } }
}
