import { daysBetween, Temporal } from '../../../lib/time.ts'
import { assuming, nextWorkingDay } from '../../../lib/working-calendar.ts'
import { hasBegun, isOver, type TimeRead, timeOf, timesOf } from './clock-time.ts'
import type { Meaning, TimeWords, WeekdayWords } from './meaning.ts'
import { type DateValue, doubt, type Moment, mapped, type Resolved, sure } from './moment.ts'
import { inWeek, resolveDay } from './resolve-day.ts'
import { resolveSpan } from './resolve-span.ts'

/** What a phrase means, said at that moment in that slot: a value, or a doubt with what may be meant. */
export function resolve(meaning: Meaning, moment: Moment): Resolved<DateValue> {
  const timed = withTime(resolveDays(meaning, moment), meaning.time, moment)
  if (meaning.noted) return doubt(meaning.noted, timed.doubt ? timed.doubt.candidates : filled(timed.value))
  if (timed.doubt) return timed
  return openEnded(meaning, timed.value, moment) ?? outOfSlot(timed.value, moment) ?? timed
}

function filled(value: DateValue): DateValue[] {
  return Object.keys(value).length > 0 ? [value] : []
}

function resolveDays({ day, span, beside }: Meaning, moment: Moment): Resolved<DateValue> {
  if (span) return mapped(resolveSpan(span, moment), (range) => ({ range }))
  if (!day) return sure({})
  const resolved = resolveDay(day, moment)
  return mapped(beside ? agreeing(resolved, beside, moment) : resolved, (date) => ({ date }))
}

/** 周三11月24号 when the 24th is a Tuesday: which of the two is right, only the writer knows. */
function agreeing(
  resolved: Resolved<Temporal.PlainDate>,
  weekday: WeekdayWords,
  moment: Moment,
): Resolved<Temporal.PlainDate> {
  const agrees = (date: Temporal.PlainDate) => isWeekday(date, weekday, moment.today)
  if (!resolved.doubt) {
    if (agrees(resolved.value)) return resolved
    const byWeekday = resolveDay(weekday, moment)
    return doubt('weekday-mismatch', [resolved.value, ...(byWeekday.doubt?.candidates ?? [byWeekday.value])])
  }
  const left = resolved.doubt.candidates.filter(agrees)
  return resolved.doubt.code === 'which-way' && left.length === 1 ? sure(left[0]!) : resolved
}

function isWeekday(
  date: Temporal.PlainDate,
  { weekday, week }: WeekdayWords,
  today: Temporal.PlainDate,
): boolean {
  return week === null ? date.dayOfWeek === weekday : date.equals(inWeek(weekday, week, today))
}

function withTime(
  days: Resolved<DateValue>,
  words: TimeWords | undefined,
  moment: Moment,
): Resolved<DateValue> {
  if (!words) return days
  if (words.is === 'part') return mapped(days, (value) => ({ ...value, part: words.part }))
  if (words.is === 'fromNow') return sure(fromNow(words.minutes, moment))
  const [from, until] = words.until ? both(timesOf(words.clock, words.until)) : [timeOf(words.clock)]
  const unsure = [from, until].find((read) => read && 'maybe' in read)
  if (unsure && !days.doubt) return doubt('odd-time', candidates(days.value, unsure))
  return mapped(days, (value) => ({
    ...value,
    ...timeIn(from!, 'time'),
    ...(until && timeIn(until, 'until')),
  }))
}

function both({ from, until }: { from: TimeRead; until: TimeRead }): [TimeRead, TimeRead] {
  return [from, until]
}

function timeIn(read: TimeRead, field: 'time' | 'until'): DateValue {
  return 'time' in read ? { [field]: read.time } : {}
}

function candidates(value: DateValue, read: TimeRead): DateValue[] {
  return 'maybe' in read ? read.maybe.map((time) => ({ ...value, time })) : []
}

function fromNow(minutes: number, { now }: Moment): DateValue {
  const then = now.add({ minutes }).round('minute')
  return { date: then.toPlainDate(), time: then.toPlainTime() }
}

/** 周五后 is some day after Friday; a time after which something happens is good enough. */
function openEnded(
  meaning: Meaning,
  { date, range, time }: DateValue,
  { calendar }: Moment,
): Resolved<DateValue> | null {
  if (meaning.bound !== 'after' || time) return null
  const last = date ?? range?.to
  return last ? doubt('open-ended', [{ date: nextWorkingDay(last, assuming(calendar)) }]) : null
}

/** 明天拜访了, 昨天再去: what is done has been, what is to come has not. */
function outOfSlot(value: DateValue, moment: Moment): Resolved<DateValue> | null {
  if (moment.slot === 'either') return null
  const first = value.date ?? value.range?.from
  const last = value.date ?? value.range?.to
  const { today, slot } = moment
  if (slot === 'done' && first && daysBetween(today, first) > 0) return doubt('future-in-done', [value])
  if (slot === 'next' && last && daysBetween(last, today) > 0) return doubt('past-in-next', [value])
  return !first || (value.date && daysBetween(today, first) === 0) ? outOfDay(value, moment) : null
}

/** The same within today, which is meant where no day is named. */
function outOfDay(value: DateValue, { slot, clock, today }: Moment): Resolved<DateValue> | null {
  const { time, until, part } = value
  if (slot === 'done') {
    const ahead = time ? Temporal.PlainTime.compare(time, clock) > 0 : part && !hasBegun(part, clock)
    return ahead ? doubt('future-in-done', [value]) : null
  }
  const end = until ?? time
  const passed = end ? Temporal.PlainTime.compare(end, clock) <= 0 : part && isOver(part, clock)
  return passed ? doubt('time-passed', [{ ...value, date: today.add({ days: 1 }) }]) : null
}
