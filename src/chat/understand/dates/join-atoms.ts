import type {
  Atom,
  Clock,
  DayWords,
  Meaning,
  MonthWords,
  SpanWords,
  TimeWords,
  WeekdayWords,
} from './meaning.ts'

/** Joins what belongs together: 周三 11月24号, 明天 下午3点, 周一到周三, 3pm on Friday. */
export function joinAtoms(text: string, atoms: Atom[]): Atom[] {
  const joined: Atom[] = []
  for (const atom of atoms) {
    const before = joined.at(-1)
    const both = before && join(before, atom, text.slice(before.end, atom.start))
    if (both) joined[joined.length - 1] = asOne(text, before, atom, both)
    else joined.push(atom)
  }
  return joined
}

/** 12月1日(周二) ends behind the parenthesis. */
function asOne(text: string, before: Atom, atom: Atom, meaning: Meaning): Atom {
  const opened = text.slice(before.end, atom.start).includes('(')
  const end = opened && text[atom.end] === ')' ? atom.end + 1 : atom.end
  return { ...meaning, start: before.start, end, phrase: text.slice(before.start, end) }
}

const touching = /^(?: ?的? ?|t| ?\(|,? ?(?:(?:at|on|the|in|of|around|about) )*| ?(?:大概|大约|约) ?)$/
const range = /^ ?(?:-{1,2}|~|至|到|to|until|till|through|thru) ?$/

function join(a: Atom, b: Atom, between: string): Meaning | null {
  if (between === ' ' && isMonthEnd(a) && b.day) return null
  if (listed.test(between) && onlyDay(a) && onlyDay(b)) return several(a, b, between)
  if (touching.test(between)) return joinDays(a, b, between) ?? joinTime(a, b)
  return range.test(between) ? joinRange(a, b) : null
}

/** 周二或周三, 周六周日, 今天和明天 */
const listed = /^(?: ?(?:或者?|还是|和|跟|与|及|、|\/|or|and|&) ?)?$/

/** 留到月底 下周二再来: the end of a month goes with no day behind a blank. */
const isMonthEnd = ({ day, phrase }: Atom): boolean =>
  day?.is === 'monthDay' && day.day === 'last' && !/[a-z]/.test(phrase)

function onlyDay({ day, span, time }: Atom): boolean {
  return day !== undefined && !span && !time
}

function several(a: Atom, b: Atom, between: string): Meaning | null {
  const one = oneDay(a, b, between)
  return one && between === '' ? { ...one, ...noted(a, b) } : { noted: 'several' }
}

function joinDays(a: Atom, b: Atom, between: string): Meaning | null {
  const time = b.time ?? a.time
  if (a.time && b.time) return null
  const day = oneDay(a, b, between)
  return day && { ...day, ...(time && { time }), ...noted(a, b) }
}

function oneDay(a: Atom, b: Atom, between: string): Meaning | null {
  const apart = between.includes(' ')
  if (a.day && bareWeekday(b) && mayName(a.day, apart)) return { day: a.day, beside: b.day as WeekdayWords }
  if (b.day && bareWeekday(a) && mayName(b.day, apart)) return { day: b.day, beside: a.day as WeekdayWords }
  if (a.span && b.day) return narrowed(a.span, b.day)
  if (a.span?.is === 'year' && b.span?.is === 'month') return inYear(a.span, b.span)
  return null
}

function bareWeekday({ day, time }: Atom): boolean {
  return day?.is === 'weekday' && !time
}

/** 今天 周五再去 is two days, 周三 11月24号 is one. */
function mayName(day: DayWords, apart: boolean): boolean {
  return day.is === 'monthDay' || (day.is === 'offset' && !apart)
}

/** 下周的周二, 下月 25号, 明年 3月5号 */
function narrowed(span: SpanWords, day: DayWords): Meaning | null {
  if (span.is === 'week' && day.is === 'weekday' && day.week === null)
    return { day: { ...day, week: span.ahead } }
  if (span.is === 'year' && day.is === 'holidayEdge') return { day: { ...day, year: span.year } }
  if (day.is !== 'monthDay') return null
  if (span.is === 'month' && day.month === 'unsaid') return { day: { ...day, month: span.month } }
  if (span.is === 'year' && isNumbered(day.month))
    return { day: { ...day, month: { ...day.month, year: span.year } } }
  return null
}

function inYear(year: SpanWords & { is: 'year' }, { month }: SpanWords & { is: 'month' }): Meaning | null {
  return isNumbered(month) ? { span: { is: 'month', month: { ...month, year: year.year } } } : null
}

function isNumbered(month: MonthWords): month is { month: number } {
  return typeof month === 'object' && 'month' in month && month.year === undefined
}

function joinTime(a: Atom, b: Atom): Meaning | null {
  if (!b.time || b.day || b.span) return timeBeforeDay(a, b)
  const time = a.time ? withHalf(a.time, b.time) : b.time
  if (!time || time.is === 'fromNow' || a.time?.is === 'fromNow') return null
  return { ...meaningOf(a), time, ...noted(a, b) }
}

/** 3pm tomorrow, 15:30 on Friday: only English puts the time first. */
function timeBeforeDay(a: Atom, b: Atom): Meaning | null {
  if (!a.time || a.day || a.span || !(b.day || b.span) || !/^[a-z]/.test(b.phrase)) return null
  const time = b.time ? withHalf(b.time, a.time) : a.time
  return time && { ...meaningOf(b), time, ...noted(a, b) }
}

/** 今晚 8点, 9 in the morning. */
function withHalf(a: TimeWords, b: TimeWords): TimeWords | null {
  if (a.is === 'part' && b.is === 'clock') return { ...b, clock: inHalf(b.clock, a.part) }
  if (a.is === 'clock' && b.is === 'part')
    return a.clock.half ? null : { ...a, clock: inHalf(a.clock, b.part) }
  return null
}

function inHalf(clock: Clock, half: NonNullable<Clock['half']>): Clock {
  return clock.half || clock.exact ? clock : { ...clock, half }
}

function joinRange(a: Atom, b: Atom): Meaning | null {
  if (a.time?.is === 'clock' && b.time?.is === 'clock' && !b.day && !b.span && !a.time.until) {
    return { ...meaningOf(a), time: { ...a.time, until: b.time.clock }, ...noted(a, b) }
  }
  if (!a.day || !b.day) return null
  const span = { is: 'fromTo', from: a.day, to: sameWeek(a.day, b.day) } as const
  return a.time || b.time ? { span, noted: 'unclear' } : { span, ...noted(a, b) }
}

/** 下周一到周三 ends in the same week. */
function sameWeek(from: DayWords, to: DayWords): DayWords {
  const bothWeekdays = from.is === 'weekday' && to.is === 'weekday' && from.week !== null && to.week === null
  return bothWeekdays ? { ...to, week: to.weekday < from.weekday ? from.week! + 1 : from.week } : to
}

function meaningOf({ day, span, beside, time, bound, about }: Atom): Meaning {
  return { day, span, beside, time, bound, about }
}

/** A weekday beside 12.1 makes it a date. */
function noted(a: Atom, b: Atom): Pick<Meaning, 'noted'> {
  const isDate = bareWeekday(a) || bareWeekday(b)
  return { noted: [a.noted, b.noted].find((code) => code && !(isDate && code === 'date-or-number')) }
}
