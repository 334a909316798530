import { lastFinished, type Period, weekOf } from '../../lib/period.ts'
import { isBefore, localDate, at as momentAt, Temporal } from '../../lib/time.ts'
import { workingDayFrom } from '../../lib/working-calendar.ts'
import { calendar } from '../reminders/roster.ts'

/** When the digest of a week goes out: in the morning of the Monday after it, or of the first working day after that. */
export const weeklyMoment = (week: Period, hour: number, zone: string): Temporal.Instant =>
  momentAt(workingDayFrom(week.last.add({ days: 1 }), calendar), new Temporal.PlainTime(hour), zone)

/** The first of these moments after `after`. */
export function nextWeeklyMoment(after: Temporal.Instant, hour: number, zone: string): Temporal.Instant {
  let week = lastFinished('week', localDate(after, zone))
  while (!isBefore(after, weeklyMoment(week, hour, zone))) week = weekOf(week.last.add({ days: 1 }))
  return weeklyMoment(week, hour, zone)
}

/** The week whose digest goes out at exactly that moment. */
export function weekToTell(moment: Temporal.Instant, hour: number, zone: string): Period | null {
  const week = lastFinished('week', localDate(moment, zone))
  return weeklyMoment(week, hour, zone).equals(moment) ? week : null
}
