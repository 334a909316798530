import type { Groups, MonthWords } from './meaning.ts'

/** Months by their English names, and the words for the ones around now. */

export const monthNames = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
export const month = `(?<month>${monthNames.join('|')})(?:\\.(?=,? ?(?:the )?\\d))?`
const starts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
export const year = '(?:,? (?<year>20\\d\\d)(?! ?(?:yuan|rmb|cases?|boxes|bottles)))?'
export const whole = '(?![\\d:%]|\\.\\d|[a-z])'
export function numbered({ month: word, year: named }: Groups): MonthWords {
  const number = starts.indexOf(word!.slice(0, 3)) + 1
  return { month: number, ...(named && { year: { year: Number(named) } }) }
}

export const which: Record<string, number> = { this: 0, the: 0, next: 1, last: -1 }
