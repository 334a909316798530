import { at, Temporal, zoned } from './time.ts'
import { nextWorkingDay, type WorkingCalendar, workingDayFrom } from './working-calendar.ts'

export interface OfficeHours {
  zone: string
  opens: string
  closes: string
}

export const officeHours: OfficeHours = { zone: 'Asia/Shanghai', opens: '09:00', closes: '18:00' }

/**
 * The moment at which that many working hours have run since `start`: the clock stands outside of office hours
 * and on days off. Hours that are used up at closing time end there, not at the next opening.
 */
export function addWorkingHours(
  start: Temporal.Instant,
  hours: number,
  calendar: WorkingCalendar,
  office: OfficeHours = officeHours,
): Temporal.Instant {
  let left = Temporal.Duration.from({ seconds: Math.round(hours * 3600) })
  let day = firstDay(start, calendar, office)
  while (true) {
    const { opens, closes } = openingOf(day, office)
    const from = Temporal.Instant.compare(start, opens) > 0 ? start : opens
    const room = from.until(closes)
    if (Temporal.Duration.compare(left, room) <= 0) return from.add(left)
    left = left.subtract(room)
    day = nextWorkingDay(day, calendar)
  }
}

/** The working day on which the clock starts: today while the office is open, else the next. */
function firstDay(
  start: Temporal.Instant,
  calendar: WorkingCalendar,
  office: OfficeHours,
): Temporal.PlainDate {
  const today = zoned(start, office.zone).toPlainDate()
  const day = workingDayFrom(today, calendar)
  const closed = Temporal.Instant.compare(start, openingOf(day, office).closes) >= 0
  return closed ? nextWorkingDay(day, calendar) : day
}

function openingOf(day: Temporal.PlainDate, { zone, opens, closes }: OfficeHours) {
  return { opens: at(day, opens, zone), closes: at(day, closes, zone) }
}
