import { dateInWords } from '../../lib/date-in-words.ts'
import { isBefore, localDate, at as momentAt, Temporal } from '../../lib/time.ts'
import type { WorkingCalendar } from '../../lib/working-calendar.ts'
import { refuse } from '../refusal.ts'
import type { Rules } from '../rules.ts'
import { type Hours, nextAllowed } from './allowed-moment.ts'

export type SnoozeChoice = '1h' | 'afternoon' | 'tomorrow'

const afternoonHour = 14

/** The moment that was asked for, and the first one from then on at which the person may be disturbed. */
export interface Snoozed {
  wanted: Temporal.Instant
  until: Temporal.Instant
}

/** When a person who puts reminders off is told again: an hour later, in the afternoon, in the morning of a day, at an hour; never when they may not be disturbed. */
export function snoozeUntil(
  said: { until?: SnoozeChoice; date?: string; time?: string },
  {
    person,
    now,
    rules,
    calendar,
  }: { person: Hours; now: Temporal.Instant; rules: Rules; calendar: WorkingCalendar },
): Snoozed {
  const inAnHour = now.add({ hours: 1 })
  const today = localDate(now, person.zone)
  const on = (day: Temporal.PlainDate, hour: number) =>
    momentAt(day, new Temporal.PlainTime(hour), person.zone)
  const later = (moment: Temporal.Instant) => (isBefore(now, moment) ? moment : inAnHour)
  const wantedMoment = (): Temporal.Instant => {
    if (said.time) {
      const date = said.date ? Temporal.PlainDate.from(said.date) : today
      return ahead(momentAt(date, Temporal.PlainTime.from(said.time), person.zone), now)
    }
    if (said.date) {
      const date = notPast(Temporal.PlainDate.from(said.date), today)
      return date.equals(today) ? later(on(today, afternoonHour)) : on(date, rules.dailyDigestHour)
    }
    if (said.until === 'afternoon') return later(on(today, afternoonHour))
    if (said.until === 'tomorrow') return on(today.add({ days: 1 }), rules.dailyDigestHour)
    return inAnHour
  }
  const wanted = wantedMoment()
  return { wanted, until: nextAllowed(person, wanted, calendar) }
}

function ahead(moment: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  if (isBefore(now, moment)) return moment
  const words = {
    zh: '这个时间已经过去，请写以后的时间。',
    en: 'That time has passed. Please give a later one.',
  }
  refuse('reminder.past', words, { time: words })
}

function notPast(date: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(date, today) >= 0) return date
  const words = {
    zh: `${dateInWords(date, 'zh')}已经过去，请写今天或以后的日期。`,
    en: `${dateInWords(date, 'en')} has passed. Please give today or a later date.`,
  }
  refuse('reminder.past', words, { date: words })
}
