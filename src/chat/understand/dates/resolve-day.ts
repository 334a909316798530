import { daysBetween, Temporal } from '../../../lib/time.ts'
import { addWorkingDays, assuming, isAnnounced } from '../../../lib/working-calendar.ts'
import type { DayWords, MonthWords, QuarterWords, WeekdayWords } from './meaning.ts'
import { doubt, type Moment, type Resolved, sure, yearIn } from './moment.ts'
import { resolveHolidayEdge } from './resolve-holiday.ts'

type Day = Temporal.PlainDate

/** The day that the words mean, said at that moment in that slot. */
export function resolveDay(words: DayWords, moment: Moment): Resolved<Day> {
  switch (words.is) {
    case 'offset':
      return sure(moment.today.add(words.by))
    case 'workingDays':
      return workingDays(words.days, moment)
    case 'weekday':
      return weekday(words, moment)
    case 'weekdayAfter':
      return weekdayAfter(words, moment)
    case 'monthDay':
      return monthDay(words.month, words.day, moment)
    case 'quarterEdge':
      return quarterEdge(words.quarter, words.edge, moment)
    case 'holidayEdge':
      return resolveHolidayEdge(words, moment)
  }
}

function workingDays(days: number, { today, calendar }: Moment): Resolved<Day> {
  const date = addWorkingDays(today, days, assuming(calendar))
  return isAnnounced(date, calendar) ? sure(date) : doubt('not-announced', [date])
}

export function mondayOf(date: Day): Day {
  return date.subtract({ days: date.dayOfWeek - 1 })
}

export function inWeek(weekday: number, week: number, today: Day): Day {
  return mondayOf(today).add({ days: 7 * week + weekday - 1 })
}

function weekday(words: WeekdayWords, moment: Moment): Resolved<Day> {
  if (words.loosely) return looseWeekday(words, moment)
  if (words.week !== null) return sure(inWeek(words.weekday, words.week, moment.today))
  return bareWeekday(words, moment)
}

/** Looks back for something done, and ahead for something to come. */
function bareWeekday({ weekday, weekend }: WeekdayWords, { today, slot }: Moment): Resolved<Day> {
  const { ahead, back } = around(weekday, today)
  const isToday =
    today.dayOfWeek === weekday || (weekend === true && today.dayOfWeek === 7 && slot !== 'done')
  if (slot === 'either') return doubt('which-way', [isToday ? today : ahead, back])
  const other = slot === 'next' ? ahead : back
  return isToday ? doubt('today-or-not', [today, other]) : sure(other)
}

/** The next such weekday after today and the last one before it. */
function around(weekday: number, today: Day): { ahead: Day; back: Day } {
  const distance = (weekday - today.dayOfWeek + 7) % 7
  return {
    ahead: today.add({ days: distance || 7 }),
    back: today.add({ days: distance - 7 }),
  }
}

/** On a Friday, Friday week may be counted from that day or from the next one. */
function weekdayAfter(
  { weekday, weeks }: DayWords & { is: 'weekdayAfter' },
  { today }: Moment,
): Resolved<Day> {
  const then = around(weekday, today).ahead.add({ weeks })
  return today.dayOfWeek === weekday ? doubt('which-week', [today.add({ weeks }), then]) : sure(then)
}

/** Next Friday is in the next week to some and the coming one to others: sure only where both are the same day. */
function looseWeekday({ weekday, loosely, weekend }: WeekdayWords, moment: Moment): Resolved<Day> {
  const { today } = moment
  if (loosely === 'this') return bareWeekday({ is: 'weekday', weekday, week: null, weekend }, moment)
  const { ahead, back } = around(weekday, today)
  const inThatWeek = inWeek(weekday, loosely === 'next' ? 1 : -1, today)
  const nearest = loosely === 'next' ? ahead : back
  return inThatWeek.equals(nearest) ? sure(nearest) : doubt('which-week', [inThatWeek, nearest])
}

/** The day of that month, or null where it has none. */
function dayIn(month: Temporal.PlainYearMonth, day: number | 'last'): Day | null {
  if (day === 'last') return month.toPlainDate({ day: month.daysInMonth })
  return day <= month.daysInMonth ? month.toPlainDate({ day }) : null
}

function lastOf(month: Temporal.PlainYearMonth): Day {
  return month.toPlainDate({ day: month.daysInMonth })
}

function monthDay(month: MonthWords, day: number | 'last', moment: Moment): Resolved<Day> {
  const current = moment.today.toPlainYearMonth()
  if (month === 'unsaid') return recurring((k) => current.add({ months: k }), day, moment)
  if ('monthsAhead' in month) return inMonth(current.add({ months: month.monthsAhead }), day)
  if (month.year)
    return inMonth(
      Temporal.PlainYearMonth.from({ year: yearIn(month.year, moment), month: month.month }),
      day,
    )
  return yearly(month.month, day, moment)
}

function inMonth(month: Temporal.PlainYearMonth, day: number | 'last'): Resolved<Day> {
  const date = dayIn(month, day)
  return date ? sure(date) : doubt('no-such-day', [lastOf(month)])
}

/** 25号, 月底, 季末: passed, it means the next one; still to come in something done, it is asked about. */
function recurring(
  month: (k: number) => Temporal.PlainYearMonth,
  day: number | 'last',
  { today, slot }: Moment,
): Resolved<Day> {
  const [before, current, after] = [-1, 0, 1].map((k) => dayIn(month(k), day))
  if (!current)
    return doubt('no-such-day', slot === 'done' ? [before, lastOf(month(0))] : [lastOf(month(0)), after])
  const order = Temporal.PlainDate.compare(current, today)
  const ahead = order < 0 ? after : current
  if (slot === 'either') return doubt('which-way', [current, order < 0 ? after : before])
  if (slot === 'next') {
    if (order === 0) return doubt('today-or-not', [current, after])
    return ahead ? sure(ahead) : doubt('no-such-day', [lastOf(month(1))])
  }
  return order <= 0 ? sure(current) : doubt('day-to-come', [before, current])
}

/** 12月1日 without a year is the nearest one, if that lies where the slot looks. */
function yearly(month: number, day: number | 'last', moment: Moment): Resolved<Day> {
  const { year } = moment.today
  const months = [year - 1, year, year + 1].map((one) => Temporal.PlainYearMonth.from({ year: one, month }))
  const resolved = nearest(
    months.map((one) => dayIn(one, day) ?? lastOf(one)),
    moment,
  )
  const dates = resolved.doubt ? resolved.doubt.candidates : [resolved.value]
  const exist = dates.every((date) => day === 'last' || date.day === day)
  return exist ? resolved : doubt('no-such-day', dates)
}

/** Days further away than this in the other direction leave no doubt which one is meant. */
const farAway = 120

export function nearest(days: Day[], { today, slot }: Moment): Resolved<Day> {
  const ahead = days.find((day) => daysBetween(today, day) >= 0)!
  const back = days.findLast((day) => daysBetween(today, day) <= 0)!
  if (ahead.equals(back)) return sure(today)
  const [toAhead, toBack] = [daysBetween(today, ahead), daysBetween(back, today)]
  if (slot === 'next') return toAhead < toBack ? sure(ahead) : doubt('past-in-next', [ahead, back])
  if (slot === 'done') return toBack < toAhead ? sure(back) : doubt('future-in-done', [back, ahead])
  const near = toAhead < toBack ? ahead : back
  return Math.min(toAhead, toBack) <= farAway ? sure(near) : doubt('which-way', [ahead, back])
}

function quarterEdge(quarter: QuarterWords, edge: 'first' | 'last', moment: Moment): Resolved<Day> {
  const current = firstMonthOfQuarter(moment.today)
  const shift = edge === 'last' ? 2 : 0
  const day = edge === 'last' ? 'last' : 1
  if (quarter === 'unsaid') return recurring((k) => current.add({ months: 3 * k + shift }), day, moment)
  if ('quartersAhead' in quarter)
    return inMonth(current.add({ months: 3 * quarter.quartersAhead + shift }), day)
  return monthDay({ month: 3 * quarter.quarter - 2 + shift, year: quarter.year }, day, moment)
}

export function firstMonthOfQuarter(date: Day): Temporal.PlainYearMonth {
  return date.toPlainYearMonth().subtract({ months: (date.month - 1) % 3 })
}
