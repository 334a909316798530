import { Temporal } from '../../../lib/time.ts'
import type { Clock, DayPart } from './meaning.ts'

/** The time a clock was meant to show, or what it may be where nobody would say it so (上午3点, 晚上12点). */
export type TimeRead = { time: Temporal.PlainTime } | { maybe: Temporal.PlainTime[] }

/** Without a word for the half of the day, 1 to 7 is the afternoon. */
export function timeOf(clock: Clock): TimeRead {
  const { hour, minute, half, exact } = clock
  if (hour === 24) return { maybe: [] }
  const hours = exact && !half ? [hour] : hoursIn(half, hour)
  const [only] = hours
  if (hours.length === 1) return { time: time(only!, minute) }
  return { maybe: hour < 12 ? candidates(hour).map((candidate) => time(candidate, minute)) : [] }
}

/** 2点到4点 and 11点到1点: the end is the next such hour after the beginning. */
export function timesOf(from: Clock, until: Clock): { from: TimeRead; until: TimeRead } {
  const begins = timeOf(beginning(from, until))
  const ends = until.half || until.exact ? timeOf(until) : endAfter(begins, until)
  return isOrdered(begins, ends) ? { from: begins, until: ends } : { from: begins, until: { maybe: [] } }
}

/** 2-4pm begins at 14:00, 11-1pm in the morning. */
function beginning(from: Clock, until: Clock): Clock {
  if (from.half || from.exact || (until.half !== 'pm' && until.half !== 'am')) return from
  const sameHalf = from.hour % 12 < until.hour % 12
  return { ...from, half: sameHalf === (until.half === 'pm') ? 'pm' : 'am' }
}

function endAfter(begins: TimeRead, until: Clock): TimeRead {
  if (!('time' in begins)) return timeOf(until)
  const later = candidates(until.hour)
    .map((hour) => time(hour, until.minute))
    .find((candidate) => Temporal.PlainTime.compare(candidate, begins.time) > 0)
  return later ? { time: later } : { maybe: [] }
}

function isOrdered(a: TimeRead, b: TimeRead): boolean {
  return !('time' in a) || !('time' in b) || Temporal.PlainTime.compare(a.time, b.time) < 0
}

function candidates(hour: number): number[] {
  return hour < 12 ? [hour, hour + 12] : [hour % 24]
}

/** The hours of 24 that the words can mean: one where they make sense, none where they do not. */
function hoursIn(half: Clock['half'], hour: number): number[] {
  const early = hour % 12
  switch (half) {
    case undefined:
      return [hour >= 1 && hour <= 7 ? hour + 12 : hour]
    case 'am':
      return hour <= 12 ? [early] : []
    case 'pm':
      return [hour <= 12 ? early + 12 : hour]
    case 'morning':
      return hour >= 5 && hour <= 12 ? [hour] : []
    case 'noon':
      return hour >= 11 && hour <= 14 ? [hour] : hour <= 2 && hour >= 1 ? [hour + 12] : []
    case 'afternoon':
      return hour >= 12 && hour <= 19 ? [hour] : hour >= 1 && hour <= 7 ? [hour + 12] : []
    case 'evening':
      return hour >= 17 ? [hour] : hour >= 5 && hour <= 11 ? [hour + 12] : []
    case 'night':
      return hour <= 5 ? [hour] : hour === 10 || hour === 11 ? [hour + 12] : []
  }
}

function time(hour: number, minute: number): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour, minute })
}

const partBounds: Record<DayPart, [begins: number, ends: number]> = {
  morning: [5, 12],
  noon: [11, 14],
  afternoon: [12, 19],
  evening: [17, 24],
}

export function hasBegun(part: DayPart, now: Temporal.PlainTime): boolean {
  return now.hour >= partBounds[part][0]
}

export function isOver(part: DayPart, now: Temporal.PlainTime): boolean {
  return now.hour >= partBounds[part][1]
}
