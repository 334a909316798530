import { englishInteger } from '../english-numbers.ts'
import type { Clock, DayPart, Groups, Meaning, Rule } from './meaning.ts'
import { rule } from './meaning.ts'

/** Times of day in English: 3pm, at 3, half past three, in the morning, noon. */

const number = '(?<hour>1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const figures = '(?<hour>1\\d|2[0-3]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))?'
const amPm = ' ?(?<half>[ap])(?:\\.m\\b\\.?|m\\b)'
const joined = '[\\d.:/-]'

function clockOf({ hour, minute, half }: Groups, more: Partial<Clock> = {}): Clock {
  return {
    hour: /^\d/.test(hour!) ? Number(hour) : englishInteger(hour!)!,
    minute: Number(minute ?? 0),
    ...(half && { half: half === 'a' ? 'am' : 'pm' }),
    ...more,
  }
}

function at(groups: Groups, more?: Partial<Clock>): Meaning {
  return { time: { is: 'clock', clock: clockOf(groups, more) } }
}

function part(half: DayPart): Meaning {
  return { time: { is: 'part', part: half } }
}

const counted =
  '[\\d:%/]|[.,]\\d| ?(?:yuan|rmb|usd|cases?|boxes|bottles|pcs|packs?|cans?|units?|percent|per|each|stores?|shops?|outlets?|people|points?|am\\b|pm\\b|[a-z]?[ap]\\.m|[\\u4e00-\\u9fff%])'

const lengths =
  ' ?(?:dozens?|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|kg|litres?|crates?|pallets?|kegs?)'
const minutesOf: Record<string, string> = { five: '5', ten: '10', twenty: '20', 'twenty-five': '25' }

const clocks = [
  rule(`${figures}${amPm}`, (groups) => at(groups), { notAfter: joined }),
  rule(`(?<=\\b(?:at|@) ?)(?<hour>1\\d|2[0-3]|0?[1-9])`, (groups) => at(groups), { notBefore: counted }),
  rule(`\\b${number} ?o'? ?clock\\b`, (groups) => at(groups)),
  rule(`\\bhalf past ${number}\\b`, (groups) => at({ ...groups, minute: '30' })),
  // British for half past three; half two cases are none.
  rule(`\\bhalf ${number}\\b`, (groups) => at({ ...groups, minute: '30' }), {
    notBefore: `${counted}|-| of\\b|${lengths}`,
  }),
  rule(
    `\\b(?<minutes>five|ten|twenty|twenty[- ]five|5|10|20|25)(?: minutes)? past ${number}\\b`,
    ({ minutes, ...groups }) => at({ ...groups, minute: minutesOf[minutes!.replace(' ', '-')] ?? minutes }),
  ),
  rule(`\\b(?:a )?quarter past ${number}\\b`, (groups) => at({ ...groups, minute: '15' })),
  rule(`\\b(?:a )?quarter to ${number}\\b`, (groups) => {
    const clock = clockOf(groups)
    return { time: { is: 'clock', clock: { ...clock, hour: clock.hour - 1, minute: 45 } } }
  }),
  rule('\\b(?:at )?(?:noon|midday)\\b', () => at({ hour: '12' })),
  rule('\\b(?:at )?midnight\\b', () => ({ noted: 'odd-time' })),
  rule(
    `(?<hour>1[0-2]|0?[1-9])(?:[:.](?<minute>[0-5]\\d))? ?(?:-|to|until|till|~|(?<=between .{1,6})and) ?(?<hour2>1[0-2]|0?[1-9])(?:[:.](?<minute2>[0-5]\\d))?${amPm}`,
    ({ hour, minute, hour2, minute2, half }) => {
      const until = clockOf({ hour: hour2, minute: minute2, half })
      return { time: { is: 'clock', clock: clockOf({ hour, minute }), until } }
    },
    { notAfter: joined },
  ),
]

const days =
  "(?:today|tomorrow|tmrw?|tmr|yesterday|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|\\d(?:st|nd|rd|th)?|\\d)(?:'s)?"
const partNames = '(?<part>morning|afternoon|evening|night|am|pm)'
const partOf: Record<string, DayPart> = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'evening',
  am: 'morning',
  pm: 'afternoon',
}

const parts = [
  rule(`(?<=\\b${days},? (?:in the )?)${partNames}\\b`, ({ part: name }) => part(partOf[name!]!)),
  rule(`\\bin the (?<part>morning|afternoon|evening)\\b`, ({ part: name }) => part(partOf[name!]!)),
  rule(`\\b${partNames}(?= of\\b)`, ({ part: name }) => part(partOf[name!]!)),
]

export const englishClockRules: Rule[] = [...clocks, ...parts]
