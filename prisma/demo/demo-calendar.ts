import { at, BUSINESS_ZONE, daysBetween, type Temporal } from '../../src/lib/time.ts'
import type { Words } from '../../src/lib/words.ts'
import { assuming, chineseCalendar, isWorkingDay } from '../../src/lib/working-calendar.ts'
import { festivalAhead } from './festivals.ts'

/**
 * The days around the first day of the demo, which is day 0; days before it are negative. Whatever is told as having
 * happened happened before the first moment of day 0.
 */
export interface DemoCalendar {
  anchor: Temporal.PlainDate
  zone: string
  /** `2026-11-22` */
  iso(day: number): string
  dayOf(date: Temporal.PlainDate): number
  works(day: number): boolean
  /** The working day `n` working days after the day; before it where n is negative. */
  workday(day: number, n: number): number
  moment(day: number, hour: number, minute?: number): Date
  /** The festival people prepare for on that day. */
  festival(day: number): Words
  /** The moment, or one in the evening before day 0 where it has not come by then. */
  past(moment: Date): Date
}

export function demoCalendar(anchor: Temporal.PlainDate): DemoCalendar {
  const zone = BUSINESS_ZONE
  const start = at(anchor, '00:00', zone).epochMilliseconds
  const calendar = assuming(chineseCalendar)
  const date = remembered((day) => anchor.add({ days: day }))
  const works = remembered((day) => isWorkingDay(date(day), calendar))
  const iso = remembered((day) => date(day).toString())
  const festival = remembered((day) => festivalAhead(date(day)))
  return {
    anchor,
    zone,
    iso,
    dayOf: (other) => daysBetween(anchor, other),
    works,
    festival,
    workday: (day, n) => {
      let found = day
      for (let left = Math.abs(n); left > 0; ) {
        found += Math.sign(n)
        if (works(found)) left--
      }
      return found
    },
    // The zone has no summer time: every day has 24 hours.
    moment: (day, hour, minute = 0) => new Date(start + ((day * 24 + hour) * 60 + minute) * 60_000),
    past: (moment) => {
      if (moment.getTime() < start) return moment
      const minutes = Math.floor(moment.getTime() / 60_000) % 180
      return new Date(start - (60 + minutes) * 60_000)
    },
  }
}

function remembered<T>(of: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>()
  return (day) => {
    if (!known.has(day)) known.set(day, of(day))
    return known.get(day)!
  }
}
