import { at as momentAt, Temporal, zoned } from '../../lib/time.ts'
import { isWorkingDay, type WorkingCalendar } from '../../lib/working-calendar.ts'
import { type Absence, covers, NOON } from '../leave/covers.ts'

/** When a person may be spoken to without being asked. Hours are local: quiet from 20 until 8. */
export interface Hours {
  zone: string
  quietFrom: number
  quietUntil: number
  leaves: Absence[]
}

/** Never on days off, in quiet hours or on leave. */
export function mayDisturb(person: Hours, moment: Temporal.Instant, calendar: WorkingCalendar): boolean {
  const local = zoned(moment, person.zone).toPlainDateTime()
  return isWorkingDay(local.toPlainDate(), calendar) && !isQuiet(person, local) && !isAway(person, local)
}

const isAway = ({ leaves }: Pick<Hours, 'leaves'>, local: Temporal.PlainDateTime): boolean =>
  leaves.some((leave) => covers(leave, local))

function isQuiet({ quietFrom, quietUntil }: Hours, { hour }: Temporal.PlainDateTime): boolean {
  if (quietFrom < quietUntil) return quietFrom <= hour && hour < quietUntil
  return quietFrom !== quietUntil && (hour >= quietFrom || hour < quietUntil)
}

/** The moment itself, or the first one after it at which the person may be disturbed. */
export function nextAllowed(
  person: Hours,
  moment: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.Instant {
  if (mayDisturb(person, moment, calendar)) return moment
  for (let day = zoned(moment, person.zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const begins = beginnings(person, day).find(
      (begin) => Temporal.Instant.compare(begin, moment) > 0 && mayDisturb(person, begin, calendar),
    )
    if (begins) return begins
  }
}

/** The moments of a day at which quiet or leave may end. */
const beginnings = ({ quietUntil, zone }: Hours, day: Temporal.PlainDate) =>
  [...new Set([0, quietUntil, NOON])]
    .sort((a, b) => a - b)
    .map((hour) => momentAt(day, new Temporal.PlainTime(hour), zone))
