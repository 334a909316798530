import { festivalDay, type HolidayName, holidayNames } from './chinese-holidays.ts'
import { Temporal } from './time.ts'
import { isAnnounced, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** A holiday with all the days off around its festival day, weekends and a neighbouring holiday included. */
export interface HolidayStretch {
  name: HolidayName
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  /** False where it follows from the law alone, because the arrangement of the year is not out yet. */
  announced: boolean
}

const found = new WeakMap<WorkingCalendar, Map<string, HolidayStretch>>()

/** The holiday of that year. Throws CalendarNotAnnounced where the calendar does not know and may not assume. */
export function holidayOf(name: HolidayName, year: number, calendar: WorkingCalendar): HolidayStretch {
  const known = found.get(calendar) ?? new Map<string, HolidayStretch>()
  found.set(calendar, known)
  const key = `${name} ${year}`
  const holiday = known.get(key) ?? stretchOf(name, year, calendar)
  known.set(key, holiday)
  return holiday
}

function stretchOf(name: HolidayName, year: number, calendar: WorkingCalendar): HolidayStretch {
  const festival = festivalDay(name, year)
  const first = edge(festival, -1, calendar)
  const last = edge(festival, 1, calendar)
  const sure =
    isAnnounced(first.subtract({ days: 1 }), calendar) && isAnnounced(last.add({ days: 1 }), calendar)
  return { name, first, last, announced: sure }
}

/** The holidays of the year of that day and of its two neighbours, by their first day. */
export function holidaysAround(
  date: Temporal.PlainDate,
  calendar: WorkingCalendar,
  names: readonly HolidayName[] = holidayNames,
): HolidayStretch[] {
  const years = [date.year - 1, date.year, date.year + 1]
  return years
    .flatMap((year) => names.map((name) => holidayOf(name, year, calendar)))
    .sort((a, b) => Temporal.PlainDate.compare(a.first, b.first))
}

function edge(festival: Temporal.PlainDate, step: 1 | -1, calendar: WorkingCalendar): Temporal.PlainDate {
  let day = festival
  for (let next = day; !isWorkingDay(next, calendar); next = next.add({ days: step })) day = next
  return day
}
