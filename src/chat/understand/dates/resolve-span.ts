import { daysBetween, Temporal } from '../../../lib/time.ts'
import { negative } from './durations.ts'
import type { DayWords, Duration, MonthWords, QuarterWords, SpanWords } from './meaning.ts'
import { doubt, type Moment, mapped, type Resolved, sure, yearIn } from './moment.ts'
import { firstMonthOfQuarter, mondayOf, nearest, resolveDay } from './resolve-day.ts'
import { resolveHolidaySpan } from './resolve-holiday.ts'

export interface DayRange {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** The days that the words mean, first and last included. */
export function resolveSpan(words: SpanWords, moment: Moment): Resolved<DayRange> {
  const { today } = moment
  switch (words.is) {
    case 'week': {
      const from = mondayOf(today).add({ weeks: words.ahead })
      return sure({ from, to: from.add({ days: 6 }) })
    }
    case 'month':
      return mapped(month(words.month, moment), monthsFrom(1))
    case 'third':
      return third(words.month, words.third, moment)
    case 'quarter':
      return mapped(quarter(words.quarter, moment), monthsFrom(3))
    case 'year':
      return sure(
        monthsFrom(12)(Temporal.PlainYearMonth.from({ year: yearIn(words.year, moment), month: 1 })),
      )
    case 'within':
      return within(words.by, words.direction, moment)
    case 'restOf':
      return sure(restOf(words.unit, moment))
    case 'holiday':
      return mapped(resolveHolidaySpan(words.name, moment), ({ first, last }) => ({ from: first, to: last }))
    case 'fromTo':
      return fromTo(words.from, words.to, moment)
  }
}

function monthsFrom(months: number): (first: Temporal.PlainYearMonth) => DayRange {
  return (first) => ({
    from: first.toPlainDate({ day: 1 }),
    to: first.add({ months }).toPlainDate({ day: 1 }).subtract({ days: 1 }),
  })
}

/** 11月 without a year is the nearest one, if that lies where the slot looks; the current month is no question. */
function month(words: Exclude<MonthWords, 'unsaid'>, moment: Moment): Resolved<Temporal.PlainYearMonth> {
  const current = moment.today.toPlainYearMonth()
  if ('monthsAhead' in words) return sure(current.add({ months: words.monthsAhead }))
  if (words.year)
    return sure(Temporal.PlainYearMonth.from({ year: yearIn(words.year, moment), month: words.month }))
  return nearestMonth(words.month, current, moment)
}

function nearestMonth(
  number: number,
  current: Temporal.PlainYearMonth,
  moment: Moment,
): Resolved<Temporal.PlainYearMonth> {
  const { year, month: now } = moment.today
  const firsts = [year - 1, year, year + 1].map((one) =>
    Temporal.PlainDate.from({ year: one, month: number, day: 1 }),
  )
  if (number === now) return sure(current)
  return mapped(nearest(firsts, { ...moment, today: moment.today.with({ day: 1 }) }), (first) =>
    first.toPlainYearMonth(),
  )
}

function quarter(words: QuarterWords, moment: Moment): Resolved<Temporal.PlainYearMonth> {
  const current = firstMonthOfQuarter(moment.today)
  if (words === 'unsaid') return sure(current)
  if ('quartersAhead' in words) return sure(current.add({ months: 3 * words.quartersAhead }))
  const first = 3 * words.quarter - 2
  if (words.year) return month({ month: first, year: words.year }, moment)
  if (first === current.month) return sure(current)
  return nearestMonth(first, current, moment)
}

/** 上旬 is the 1st to the 10th, 下旬 the 21st to the end. */
function third(words: MonthWords, part: 0 | 1 | 2, moment: Moment): Resolved<DayRange> {
  const { today, slot } = moment
  if (words !== 'unsaid') return mapped(month(words, moment), (one) => thirdOf(one, part))
  const current = today.toPlainYearMonth()
  const range = thirdOf(current, part)
  const isOver = daysBetween(range.to, today) > 0
  const isAhead = daysBetween(today, range.from) > 0
  if (slot === 'next' && isOver) return sure(thirdOf(current.add({ months: 1 }), part))
  if (slot === 'done' && isAhead)
    return doubt('day-to-come', [thirdOf(current.subtract({ months: 1 }), part), range])
  return sure(range)
}

function thirdOf(month: Temporal.PlainYearMonth, part: 0 | 1 | 2): DayRange {
  return {
    from: month.toPlainDate({ day: 10 * part + 1 }),
    to: month.toPlainDate({ day: part === 2 ? month.daysInMonth : 10 * part + 10 }),
  }
}

function within(by: Duration, direction: 1 | -1 | undefined, { today, slot }: Moment): Resolved<DayRange> {
  const ahead = { from: today, to: today.add(by) }
  const back = { from: today.add(negative(by)), to: today }
  if (direction) return sure(direction > 0 ? ahead : back)
  if (slot === 'either') return doubt('which-way', [ahead, back])
  return sure(slot === 'next' ? ahead : back)
}

/** 本周内: what is left of the week, or what has passed of it where something was done. */
function restOf(unit: 'week' | 'month' | 'quarter' | 'year', { today, slot }: Moment): DayRange {
  const whole = {
    week: () => ({ from: mondayOf(today), to: mondayOf(today).add({ days: 6 }) }),
    month: () => monthsFrom(1)(today.toPlainYearMonth()),
    quarter: () => monthsFrom(3)(firstMonthOfQuarter(today)),
    year: () => monthsFrom(12)(today.toPlainYearMonth().with({ month: 1 })),
  }[unit]()
  return slot === 'done' ? { from: whole.from, to: today } : { from: today, to: whole.to }
}

/** The end is the first such day after the beginning: 28号到3号 ends in the month after. */
function fromTo(from: DayWords, to: DayWords, moment: Moment): Resolved<DayRange> {
  const first = resolveDay(from, moment)
  if (first.doubt) return mapped(first, (day) => ({ from: day, to: endAfter(day, to, moment) ?? day }))
  const last = endAfter(first.value, to, moment)
  if (!last) return doubt('unclear')
  const range = { from: first.value, to: last }
  const underway = moment.slot === 'next' && isUnsaid(from) && isUnsaid(to) ? oneEarlier(from, range) : null
  return underway && holds(underway, moment.today) ? doubt('today-or-not', [underway, range]) : sure(range)
}

function endAfter(from: Temporal.PlainDate, to: DayWords, moment: Moment): Temporal.PlainDate | null {
  const follows = isUnsaid(to) || (to.is === 'monthDay' && isWithoutYear(to.month))
  const end = resolveDay(to, follows ? { ...moment, today: from, slot: 'next' } : moment)
  return end.value && daysBetween(from, end.value) > 0 ? end.value : null
}

/** 周一, 25号: the week or the month is left to the reader. */
function isUnsaid(day: DayWords): boolean {
  return (day.is === 'weekday' && day.week === null) || (day.is === 'monthDay' && day.month === 'unsaid')
}

function isWithoutYear(month: MonthWords): boolean {
  return typeof month === 'object' && 'month' in month && month.year === undefined
}

function oneEarlier(from: DayWords, range: DayRange): DayRange {
  const by = from.is === 'weekday' ? { weeks: 1 } : { months: 1 }
  return { from: range.from.subtract(by), to: range.to.subtract(by) }
}

function holds({ from, to }: DayRange, day: Temporal.PlainDate): boolean {
  return daysBetween(from, day) >= 0 && daysBetween(day, to) >= 0
}
