import type { Period } from './period.ts'
import { at, type Temporal } from './time.ts'
import { assuming, type WorkingCalendar, workingDayFrom } from './working-calendar.ts'

export interface ReportClock {
  zone: string
  /** When offices hand in, and when the info clerk has checked and imported, on the due day. */
  handIn: string
  clerk: string
  /** A weekly deadline on a day off moves to the next working day at the same hour, or stays. */
  weeklyOnDayOff: 'moves' | 'stays'
}

export const reportClock: ReportClock = {
  zone: 'Asia/Shanghai',
  handIn: '13:00',
  clerk: '15:00',
  weeklyOnDayOff: 'moves',
}

export interface ReportDeadlines {
  handIn: Temporal.Instant
  clerk: Temporal.Instant
}

/**
 * When the report of a period is due: a week on the Monday after it, a month on the first working day after it.
 * Where that day's holidays are not announced yet the law's own are assumed, so that a deadline always exists;
 * derive it again once they are, rather than storing it.
 */
export function reportDeadlines(
  period: Period,
  calendar: WorkingCalendar,
  clock: ReportClock = reportClock,
): ReportDeadlines {
  const day = dueDay(period, assuming(calendar), clock)
  return { handIn: at(day, clock.handIn, clock.zone), clerk: at(day, clock.clerk, clock.zone) }
}

function dueDay(period: Period, calendar: WorkingCalendar, clock: ReportClock): Temporal.PlainDate {
  const dayAfter = period.last.add({ days: 1 })
  const stays = period.kind === 'week' && clock.weeklyOnDayOff === 'stays'
  return stays ? dayAfter : workingDayFrom(dayAfter, calendar)
}
