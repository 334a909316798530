import { announced, announcedThrough, statutory } from './chinese-holidays.ts'
import { Temporal } from './time.ts'

/** When an office works: the Chinese calendar with its make-up days, and the days the office itself decides. */
export interface WorkingCalendar {
  /** Days off and working days of the office, ISO dates; they win over the table and reach into any year. */
  daysOff: ReadonlySet<string>
  workingDays: ReadonlySet<string>
  /** The last day whose holidays are known. Days entered by hand may extend it past the table. */
  coveredThrough: Temporal.PlainDate
  /** What happens beyond: an error, or the weekdays and statutory holidays, which know no bridging days. */
  beyond: 'refuse' | 'assume'
}

export const chineseCalendar: WorkingCalendar = {
  daysOff: new Set(),
  workingDays: new Set(),
  coveredThrough: announcedThrough,
  beyond: 'refuse',
}

/** An office's own calendar; `coveredThrough` only when the office has entered a whole year's arrangement itself. */
export function officeCalendar(own: {
  daysOff?: Iterable<string>
  workingDays?: Iterable<string>
  coveredThrough?: Temporal.PlainDate
  beyond?: WorkingCalendar['beyond']
}): WorkingCalendar {
  return {
    daysOff: new Set(own.daysOff),
    workingDays: new Set(own.workingDays),
    coveredThrough: own.coveredThrough ?? announcedThrough,
    beyond: own.beyond ?? 'refuse',
  }
}

const assumed = new WeakMap<WorkingCalendar, WorkingCalendar>()

/** The same calendar, answering every date: for deadlines that cannot wait until next year is announced. */
export function assuming(calendar: WorkingCalendar): WorkingCalendar {
  const known = assumed.get(calendar)
  if (known) return known
  const answering: WorkingCalendar = { ...calendar, beyond: 'assume' }
  assumed.set(calendar, answering)
  return answering
}

/** The calendar does not know whether people work on that day. */
export class CalendarNotAnnounced extends Error {
  override name = 'CalendarNotAnnounced'
  readonly date: Temporal.PlainDate

  constructor(date: Temporal.PlainDate) {
    super(`The holidays of ${date.year} are not known: ${date} may or may not be a working day.`)
    this.date = date
  }
}

/** Whether what the calendar says about the day has been announced, rather than assumed. */
export function isAnnounced(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return known(date, calendar) !== undefined
}

/** Throws CalendarNotAnnounced where the calendar does not know and may not assume. */
export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  const answer = known(date, calendar) ?? (calendar.beyond === 'assume' ? statutory(date) : undefined)
  if (answer === undefined) throw new CalendarNotAnnounced(date)
  return answer
}

/** The day itself or the first working day after it. */
export function workingDayFrom(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  let day = date
  while (!isWorkingDay(day, calendar)) day = day.add({ days: 1 })
  return day
}

/** The first working day after the day. */
export function nextWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return workingDayFrom(date.add({ days: 1 }), calendar)
}

/** The last working day before the day. */
export function previousWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  let day = date.subtract({ days: 1 })
  while (!isWorkingDay(day, calendar)) day = day.subtract({ days: 1 })
  return day
}

/** The n-th working day after the day, or before it where n is negative; the day itself is never counted. */
export function addWorkingDays(
  date: Temporal.PlainDate,
  n: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const step = n < 0 ? previousWorkingDay : nextWorkingDay
  let day = date
  for (let left = Math.abs(n); left > 0; left--) day = step(day, calendar)
  return day
}

function known(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean | undefined {
  const iso = date.toString()
  if (calendar.workingDays.has(iso)) return true
  if (calendar.daysOff.has(iso)) return false
  if (Temporal.PlainDate.compare(date, calendar.coveredThrough) > 0) return undefined
  return announced(date) ?? completedByOffice(date)
}

/** Past the table, an office that covers a year has named every day on which it differs from the law. */
function completedByOffice(date: Temporal.PlainDate): boolean | undefined {
  const pastTheTable = Temporal.PlainDate.compare(date, announcedThrough) > 0
  return pastTheTable ? statutory(date) : undefined
}
