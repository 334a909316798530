import { chineseDays } from './chinese-days.ts'
import { chineseDurations } from './chinese-durations.ts'
import { chineseMonthParts } from './chinese-month-parts.ts'
import { chineseMonths } from './chinese-months.ts'
import { chineseWeeks } from './chinese-weeks.ts'
import { clockRules } from './clock-rules.ts'
import { dayRanges } from './day-ranges.ts'
import { englishClockRules } from './english-clock-rules.ts'
import { englishDays } from './english-days.ts'
import { englishMonths } from './english-months.ts'
import { englishPeriods } from './english-periods.ts'
import { englishWeeks } from './english-weeks.ts'
import { holidayRules } from './holidays.ts'
import type { Atom, Groups, Meaning, Rule } from './meaning.ts'
import { numericDates } from './numeric-dates.ts'

const inFigures = [...dayRanges, ...numericDates, ...clockRules]
const chinese = [...chineseDurations, ...chineseDays, ...chineseWeeks, ...chineseMonths, ...chineseMonthParts]
const english = [...englishDays, ...englishWeeks, ...englishMonths, ...englishPeriods, ...englishClockRules]

/** What the text says about dates and times, from left to right. Of readings that overlap the first and longest counts, of equal ones that of the earlier rule. */
export function findAtoms(text: string): Atom[] {
  const rules = [...inFigures, ...holidayRules]
  if (/[^\0-\x7f]/.test(text)) rules.push(...chinese)
  if (/[a-z]/.test(text)) rules.push(...english)
  return firstAndLongest(rules.flatMap((rule) => matches(rule, text)))
}

function matches({ pattern, read }: Rule, text: string): Atom[] {
  const found: Atom[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const meaning = read((match.groups ?? {}) as Groups)
    if (meaning) found.push(atomOf(meaning, match))
    else pattern.lastIndex = match.index + 1
  }
  return found
}

function atomOf(meaning: Meaning, { 0: phrase, index: start }: RegExpExecArray): Atom {
  return { ...meaning, start, end: start + phrase.length, phrase }
}

function firstAndLongest(atoms: Atom[]): Atom[] {
  atoms.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return atoms.filter((atom) => {
    if (atom.start < end) return false
    end = atom.end
    return true
  })
}
