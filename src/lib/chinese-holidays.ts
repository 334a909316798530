import chineseDays from 'chinese-days'
import { Temporal } from './time.ts'

export type HolidayName =
  | 'new-year'
  | 'spring-festival'
  | 'qingming'
  | 'labour-day'
  | 'dragon-boat'
  | 'mid-autumn'
  | 'national-day'

const firstYear = 2004

/** The last day for which the State Council's arrangement of holidays and make-up days is in the table. */
export const announcedThrough = Temporal.PlainDate.from({ year: lastAnnouncedYear(), month: 12, day: 31 })

const announcedDays = new Map<string, boolean>()

/** Whether people work on a day by the announced arrangement, or undefined outside of the table's years. */
export function announced(date: Temporal.PlainDate): boolean | undefined {
  if (date.year < firstYear || date.year > announcedThrough.year) return undefined
  const iso = date.toString()
  const known = announcedDays.get(iso)
  if (known !== undefined) return known
  const works = chineseDays.isWorkday(iso)
  announcedDays.set(iso, works)
  return works
}

/**
 * Whether the law itself, before any arrangement, makes the day a working day: Monday to Friday without the
 * statutory holidays. True for every year, but bridging days and the weekends worked for them are unknown to it.
 */
export function statutory(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !statutoryHolidays(date.year).has(date.toString())
}

/** The day the festival itself falls on; the days off around it are more. */
export function festivalDay(name: HolidayName, year: number): Temporal.PlainDate {
  return festivals[name](year)
}

const festivals: Record<HolidayName, (year: number) => Temporal.PlainDate> = {
  'new-year': (year) => day(year, 1, 1),
  'spring-festival': (year) => lunar(year, 1, 1),
  qingming: (year) => Temporal.PlainDate.from(chineseDays.getSolarTermDate(year, 4, 'pure_brightness')),
  'labour-day': (year) => day(year, 5, 1),
  'dragon-boat': (year) => lunar(year, 5, 5),
  'mid-autumn': (year) => lunar(year, 8, 15),
  'national-day': (year) => day(year, 10, 1),
}

export const holidayNames = Object.keys(festivals) as HolidayName[]

/** Days before and after the festival day that the law adds, since 2025. */
const statutoryExtent: Partial<Record<HolidayName, [before: number, after: number]>> = {
  'spring-festival': [1, 2],
  'labour-day': [0, 1],
  'national-day': [0, 2],
}

const statutoryByYear = new Map<number, Set<string>>()

function statutoryHolidays(year: number): Set<string> {
  const known = statutoryByYear.get(year)
  if (known) return known
  const days = new Set(holidayNames.flatMap((name) => statutoryDays(name, year)))
  statutoryByYear.set(year, days)
  return days
}

function statutoryDays(name: HolidayName, year: number): string[] {
  const [before, after] = statutoryExtent[name] ?? [0, 0]
  const first = festivalDay(name, year).subtract({ days: before })
  return Array.from({ length: before + after + 1 }, (_, days) => first.add({ days }).toString())
}

/** A year counts once its National Day is in the table: New Year alone is announced with the year before. */
function lastAnnouncedYear(): number {
  let year = firstYear
  while (chineseDays.getHolidaysInRange(`${year + 1}-10-01`, `${year + 1}-10-01`, false).length > 0) year++
  return year
}

function day(year: number, month: number, dayOfMonth: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: dayOfMonth })
}

function lunar(year: number, month: number, dayOfMonth: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(chineseDays.getSolarDateFromLunar(`${year}-${month}-${dayOfMonth}`).date)
}
