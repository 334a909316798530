import { Temporal } from './time.ts'

/**
 * What a report covers: a week from Monday to Sunday or a calendar month, both days included.
 * The id is the ISO form, `2026-W47` or `2026-11`, so that ids of one kind sort by time.
 */
export interface Period {
  kind: 'week' | 'month'
  id: string
  first: Temporal.PlainDate
  last: Temporal.PlainDate
}

/** The week that holds the date. */
export function weekOf(date: Temporal.PlainDate): Period {
  const first = date.subtract({ days: date.dayOfWeek - 1 })
  const id = `${padded(first.yearOfWeek!, 4)}-W${padded(first.weekOfYear!, 2)}`
  return { kind: 'week', id, first, last: first.add({ days: 6 }) }
}

/** The month that holds the date. */
export function monthOf(date: Temporal.PlainDate): Period {
  const first = date.with({ day: 1 })
  const id = `${padded(date.year, 4)}-${padded(date.month, 2)}`
  return { kind: 'month', id, first, last: date.with({ day: date.daysInMonth }) }
}

/** The period with that id, or null where no such week or month exists (`2026-W54`, `2026-13`). */
export function periodOf(id: string): Period | null {
  const week = /^(\d{4})-W(\d{2})$/.exec(id)
  if (week) return weekNumbered(Number(week[1]), Number(week[2]))
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id)
  return month && monthOf(Temporal.PlainDate.from(`${id}-01`))
}

function weekNumbered(year: number, week: number): Period | null {
  const firstWeek = weekOf(Temporal.PlainDate.from({ year, month: 1, day: 4 }))
  const period = weekOf(firstWeek.first.add({ weeks: week - 1 }))
  return period.first.yearOfWeek === year ? period : null
}

export function previousPeriod(period: Period): Period {
  return samePeriodKind(period, period.first.subtract({ days: 1 }))
}

export function nextPeriod(period: Period): Period {
  return samePeriodKind(period, period.last.add({ days: 1 }))
}

/** The last period of the kind that was over before the date began: the one a report on that day is about. */
export function lastFinished(kind: Period['kind'], today: Temporal.PlainDate): Period {
  return previousPeriod(kind === 'week' ? weekOf(today) : monthOf(today))
}

export function isWithin(period: Period, date: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate
  return compare(period.first, date) <= 0 && compare(date, period.last) <= 0
}

function samePeriodKind(period: Period, date: Temporal.PlainDate): Period {
  return period.kind === 'week' ? weekOf(date) : monthOf(date)
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
