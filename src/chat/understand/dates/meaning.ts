import type { HolidayName } from '../../../lib/chinese-holidays.ts'
import type { DateDoubtCode } from './doubts.ts'

/**
 * What the words of a date phrase say, before it is known whether they speak of something done or something to come.
 * `resolve.ts` makes dates of it.
 */
export interface Meaning {
  day?: DayWords
  /** Several days as one: a week, a month, a holiday. */
  span?: SpanWords
  time?: TimeWords
  /** A weekday named beside a date: they must agree. */
  beside?: WeekdayWords
  /** 周五前: a deadline. 周五后: some day after it. 周五起: from that day on. */
  bound?: Bound
  /** 左右, around: the value is meant roughly. */
  about?: boolean
  /** What makes the words themselves doubtful, whatever the slot. */
  noted?: DateDoubtCode
}

export type Bound = 'by' | 'after' | 'from'

export interface Duration {
  days?: number
  weeks?: number
  months?: number
  years?: number
}

/** 2026年, 明年. */
export type YearWords = { year: number } | { yearsAhead: number }

/** 12月, 明年3月; 下月; or none, as in 25号. */
export type MonthWords = { month: number; year?: YearWords } | { monthsAhead: number } | 'unsaid'

export type DayWords =
  /** 今天, 三天后 */
  | { is: 'offset'; by: Duration }
  /** 三个工作日后 */
  | { is: 'workingDays'; days: number }
  | WeekdayWords
  /** Friday week: so many weeks after the coming one. */
  | { is: 'weekdayAfter'; weekday: number; weeks: number }
  /** 12月1日, 下月5号, 25号, 月底 */
  | { is: 'monthDay'; month: MonthWords; day: number | 'last' }
  /** 季末, 下季度初; `quarter` where it has a number */
  | { is: 'quarterEdge'; quarter: QuarterWords; edge: 'first' | 'last' }
  /** 国庆后, 节前: the first working day after, the last one before */
  | { is: 'holidayEdge'; name: HolidayName | 'any'; edge: 'before' | 'after'; year?: YearWords }

/** 周二 has no week; 下周二 is one week ahead. */
export interface WeekdayWords {
  is: 'weekday'
  weekday: number
  week: number | null
  /** The English this, next and last, which people mix up. */
  loosely?: 'this' | 'next' | 'last'
  /** Saturday, but Sunday belongs to it. */
  weekend?: boolean
}

export type QuarterWords = { quarter: number; year?: YearWords } | { quartersAhead: number } | 'unsaid'

export type SpanWords =
  | { is: 'week'; ahead: number }
  | { is: 'month'; month: Exclude<MonthWords, 'unsaid'> }
  /** 上旬, 中旬, 下旬 */
  | { is: 'third'; month: MonthWords; third: 0 | 1 | 2 }
  | { is: 'quarter'; quarter: QuarterWords }
  | { is: 'year'; year: YearWords }
  /** 一个月内: ahead or back with the slot; 未来三天 is ahead, 最近三天 back */
  | { is: 'within'; by: Duration; direction?: 1 | -1 }
  /** 本周内, 月内: from today to its end */
  | { is: 'restOf'; unit: 'week' | 'month' | 'quarter' | 'year' }
  | { is: 'holiday'; name: HolidayName }
  | { is: 'fromTo'; from: DayWords; to: DayWords }

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening'

export type TimeWords =
  | { is: 'clock'; clock: Clock; until?: Clock }
  | { is: 'part'; part: DayPart }
  /** 半小时后 */
  | { is: 'fromNow'; minutes: number }

/** Hours and minutes as said: `half` is the half of the day that was named, `exact` a clock of 24 hours (15:30, 03:00). */
export interface Clock {
  hour: number
  minute: number
  half?: DayPart | 'night' | 'am' | 'pm'
  exact?: boolean
}

/** A part of the text that says something about a date or a time. */
export interface Atom extends Meaning {
  start: number
  end: number
  phrase: string
}

/** One way of saying it: `read` is given the named groups, and answers null where the match says nothing. */
export interface Rule {
  pattern: RegExp
  read(groups: Groups): Meaning | null
}

export type Groups = Record<string, string | undefined>

/**
 * A pattern that is looked for everywhere in the text. `notAfter` and `notBefore` are patterns of what may not stand
 * right before and right after it: the longer words that merely contain it.
 */
export function rule(
  pattern: string,
  read: Rule['read'],
  { notAfter, notBefore }: { notAfter?: string; notBefore?: string } = {},
): Rule {
  const before = notAfter ? `(?<!${notAfter})` : ''
  const after = notBefore ? `(?!${notBefore})` : ''
  return { pattern: new RegExp(`${before}(?:${pattern})${after}`, 'g'), read }
}
