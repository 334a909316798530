import { dateInWords } from '../../lib/date-in-words.ts'
import { isBefore, localDate, at as momentAt, Temporal } from '../../lib/time.ts'
import type { WorkingCalendar } from '../../lib/working-calendar.ts'
import { refuse } from '../refusal.ts'
import type { Rules } from '../rules.ts'
import { type Hours, nextAllowed } from './allowed-moment.ts'

export type SnoozeChoice = '1h' | 'afternoon' | 'tomorrow'

const afternoonHour = 14

/** When a person who puts reminders off is told again: an hour later, in the afternoon, in the morning of a day; never when they may not be disturbed. */
export function snoozeUntil(
  said: { until?: SnoozeChoice; date?: string },
  {
    person,
    now,
    rules,
    calendar,
  }: { person: Hours; now: Temporal.Instant; rules: Rules; calendar: WorkingCalendar },
): Temporal.Instant {
  const inAnHour = now.add({ hours: 1 })
  const today = localDate(now, person.zone)
  const on = (day: Temporal.PlainDate, hour: number) =>
    momentAt(day, new Temporal.PlainTime(hour), person.zone)
  const later = (moment: Temporal.Instant) => (isBefore(now, moment) ? moment : inAnHour)
  const wanted = (): Temporal.Instant => {
    if (said.date) {
      const date = notPast(Temporal.PlainDate.from(said.date), today)
      return date.equals(today) ? later(on(today, afternoonHour)) : on(date, rules.dailyDigestHour)
    }
    if (said.until === 'afternoon') return later(on(today, afternoonHour))
    if (said.until === 'tomorrow') return on(today.add({ days: 1 }), rules.dailyDigestHour)
    return inAnHour
  }
  return nextAllowed(person, wanted(), calendar)
}

function notPast(date: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(date, today) >= 0) return date
  const words = {
    zh: `${dateInWords(date, 'zh')}已经过去，请写今天或以后的日期。`,
    en: `${dateInWords(date, 'en')} has passed. Please give today or a later date.`,
  }
  refuse('reminder.past', words, { date: words })
}
