import { fromTo } from './day-ranges.ts'
import { day, month, numbered, which, whole, year } from './english-month-words.ts'
import { type Groups, type Meaning, type MonthWords, type Rule, rule } from './meaning.ts'

/** Dec 1, 1st of December, the 25th, the 5th of next month. */

/** Before it a number goes on, or a code. */
const joined = '[\\d.:/-]'

function dayIn(month: MonthWords, figures: string): Meaning {
  const number = Number(figures)
  if (number < 1 || number > 31) return { noted: 'no-such-day' }
  return { day: { is: 'monthDay', month, day: number } }
}

const days = [
  rule(`\\b${month} (?:the )?${day}${whole}${year}`, (groups) => dayIn(numbered(groups), groups.day!), {
    notBefore: ' ?(?:cases?|boxes|bottles|pcs|units|yuan|rmb)\\b',
  }),
  rule(`${day} (?:of )?${month}(?![a-z])${year}`, (groups) => dayIn(numbered(groups), groups.day!), {
    notAfter: joined,
  }),
  rule(
    `${day} of (?<which>this|next|last|the) month\\b`,
    (groups) => dayIn({ monthsAhead: which[groups.which!]! }, groups.day!),
    {
      notAfter: joined,
    },
  ),
  rule(
    `\\b(?<which>this|next|last) month(?:'s)?,? (?:on )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)\\b`,
    (groups) => dayIn({ monthsAhead: which[groups.which!]! }, groups.day!),
  ),
]

/** the 25th: but the 2nd floor, the 3rd visit, Ltd. no. 5 are no days. */
const follows =
  '(?= ?(?:$|[,;.!?)]|(?:at|in|to|for|and|with|then|again|morning|afternoon|evening|or|from|until|till|by|we|i|he|she|they|will|if|[\\u4e00-\\u9fff])))'
const ordinal = '(?<day>[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)'
const ordinals = [
  rule(`\\b(?:the )${ordinal}${follows}`, (groups) => dayIn('unsaid', groups.day!)),
  rule(`(?<=\\b(?:on|by|until|before|after) )(?:the )?${ordinal}${follows}`, (groups) =>
    dayIn('unsaid', groups.day!),
  ),
  rule(`(?<=\\b(?:on|by|until) )(?:the )?${ordinal}\\b`, (groups) => ({
    ...dayIn('unsaid', groups.day!),
    noted: 'unclear',
  })),
]

const several = [
  rule(`\\b(?:the )?${ordinal} ?(?:,|and|or|&) ?(?:the )?\\d{1,2}(?:st|nd|rd|th)`, () => ({
    noted: 'several',
  })),
  rule(`\\b${month} ${day} ?(?:,|and|or|&|/) ?\\d{1,2}${whole}(?!\\d)`, () => ({ noted: 'several' })),
]

const to = '(?:-|(?:to|until|till|through|thru|(?<=between .{1,10})and)(?: the)?|~)'

const ranges = [
  rule(`\\b${month} (?:the )?${day} ?${to} ?(?<until>\\d{1,2})(?:st|nd|rd|th)?${whole}${year}`, (groups) =>
    daysIn(groups),
  ),
  rule(
    `(?:\\bthe )?${day} ?${to} ?(?<until>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?![a-z])${year}`,
    (groups) => daysIn(groups),
    {
      notAfter: joined,
    },
  ),
]

function daysIn(groups: Groups): Meaning | null {
  const [first, last] = [Number(groups.day), Number(groups.until)]
  if (first < 1 || last > 31 || first >= last) return null
  const month = numbered(groups)
  return fromTo({ is: 'monthDay', month, day: first }, { is: 'monthDay', month, day: last })
}

export const englishMonths: Rule[] = [...days, ...ordinals, ...several, ...ranges]
