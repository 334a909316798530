import { englishInteger, englishNumber } from '../english-numbers.ts'
import { durationOf, isDurationUnit, negative } from './durations.ts'
import { type Duration, type Meaning, type Rule, rule } from './meaning.ts'

/** Days counted from today, in English: tomorrow, in two weeks, 3 days ago, within a month. */

const ahead = (days: number): Meaning => ({ day: { is: 'offset', by: { days } } })
const withPart = (days: number, part: string): Meaning => ({
  ...ahead(days),
  time: { is: 'part', part: part as 'morning' },
})

const named = [
  rule('\\b(?:the )?day after tomorrow\\b', () => ahead(2)),
  rule('\\b(?:the )?day before yesterday\\b', () => ahead(-2)),
  rule('\\b(?:today|2day)\\b', () => ahead(0)),
  rule(
    '\\b(?:eod|(?:the )?(?:end|close) of (?:the |this )?(?:day|business)|cob)\\b',
    () => ({ ...ahead(0), bound: 'by' }),
    { notBefore: ',? (?:on |of )?(?:today|tomorrow|tmr|mon|tue|wed|thu|fri|sat|sun|next|this|the \\d|\\d)' },
  ),
  rule('\\b(?:tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow|2moro)\\b', () => ahead(1)),
  rule('\\b(?:yesterday|yest)\\b', () => ahead(-1)),
  rule('\\btonight\\b', () => withPart(0, 'evening')),
  rule('\\blast night\\b', () => withPart(-1, 'evening')),
  rule('\\bthis (?<part>morning|afternoon|evening)\\b', ({ part }) => withPart(0, part!)),
]

const number = `(?<n>\\d{1,3}|${englishNumber}|half an?|an?)`
const unit =
  '(?<unit>(?:working|business) days?|days?|weeks?|fortnights?|months?|quarters?|years?|hours?|hrs?|minutes?|mins?)'

const counted = [
  rule(`\\b(?:in|after) ${number} ${unit}(?:'s)?(?: time)?\\b`, ({ n, unit: name }) => away(n!, name!, 1)),
  rule(`\\b${number} ${unit} (?:later|from (?:now|today)|hence)\\b`, ({ n, unit: name }) =>
    away(n!, name!, 1),
  ),
  rule(`\\b${number} ${unit} (?:ago|back)\\b`, ({ n, unit: name }) => away(n!, name!, -1)),
  rule(`\\bwithin (?:the next )?${number} ${unit}\\b`, ({ n, unit: name }) => within(n!, name!)),
  rule(
    `\\b(?:in|over|during|for) the (?:(?<next>next|coming)|last|past) ${number} ${unit}\\b`,
    ({ next, n, unit: name }) => within(n!, name!, next ? 1 : -1),
  ),
]

const minutesOf: Record<string, number> = { hour: 60, hr: 60, minute: 1, min: 1 }

function numberOf(words: string): number | null {
  if (words.startsWith('half')) return 0.5
  if (/^an?$/.test(words)) return 1
  return /^\d+$/.test(words) ? Number(words) : englishInteger(words)
}

const singular = (unit: string) => unit.replace(/s$/, '')

function daysOf(n: number, unit: string): Duration | null {
  return isDurationUnit(unit) ? durationOf(n, unit) : null
}

function away(words: string, unitWord: string, direction: 1 | -1): Meaning | null {
  const n = numberOf(words)
  if (n === null) return null
  const unit = singular(unitWord)
  if (/^(working|business)/.test(unit)) return { day: { is: 'workingDays', days: direction * n } }
  if (minutesOf[unit]) return { time: { is: 'fromNow', minutes: direction * n * minutesOf[unit] } }
  const by = daysOf(n, unit)
  return by && { day: { is: 'offset', by: direction < 0 ? negative(by) : by } }
}

function within(words: string, unitWord: string, direction?: 1 | -1): Meaning | null {
  const n = numberOf(words)
  if (n === null) return null
  const by = daysOf(n, singular(unitWord))
  if (by) return { span: { is: 'within', by, ...(direction && { direction }) } }
  const meaning = away(words, unitWord, direction ?? 1)
  return meaning && { ...meaning, bound: 'by' }
}

const some =
  '(?:a few|a couple(?: of)?|several|some|\\d{1,2} ?(?:-|or|to) ?\\d{1,2}|(?:one|two|three|four|five) (?:or|to) (?:two|three|four|five|six))'
const vague = [
  rule(`\\b(?:in|within|after) ${some} ${unit.replace('?<unit>', '?:')}\\b`, () => ({ noted: 'vague' })),
  rule(`\\b${some} ${unit.replace('?<unit>', '?:')} (?:ago|later|back|from now)\\b`, () => ({
    noted: 'vague',
  })),
  rule('\\b(?:the other day|some ?day|sometime|one of these days|in a while)\\b', () => ({ noted: 'vague' })),
]

export const englishDays: Rule[] = [...named, ...counted, ...vague]
