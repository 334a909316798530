import { Temporal } from 'temporal-polyfill'

export { Temporal }

/** The zone of a sales unit that names none. Functions still take the zone: a company may span several. */
export const BUSINESS_ZONE = 'Asia/Shanghai'

export function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

export function zoned(instant: Temporal.Instant, zone: string): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(zone)
}

export function localDate(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return zoned(instant, zone).toPlainDate()
}

export function localTime(instant: Temporal.Instant, zone: string): Temporal.PlainTime {
  return zoned(instant, zone).toPlainTime()
}

/** The moment at which clocks of the zone show `time` on that date; in a gap of summer time, the moment after it. */
export function at(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime | string,
  zone: string,
): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** Calendar days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}
