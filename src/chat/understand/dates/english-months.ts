import { fromTo } from './day-ranges.ts'
import { type Groups, type Meaning, type MonthWords, type QuarterWords, type Rule, rule } from './meaning.ts'

/** Dec 1, 1st of December, the 25th, the 5th of next month, end of quarter. */

const names = [
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
const month = `(?<month>${names.join('|')})\\.?`
const starts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:,? (?<year>20\\d\\d)(?! ?(?:yuan|rmb|cases?|boxes|bottles)))?'
const whole = '(?![\\d.:%]|[a-z])'
/** Before it a number goes on, or a code. */
const joined = '[\\d.:/-]'

function numbered({ month: word, year: named }: Groups): MonthWords {
  const number = starts.indexOf(word!.slice(0, 3)) + 1
  return { month: number, ...(named && { year: { year: Number(named) } }) }
}

const which: Record<string, number> = { this: 0, the: 0, next: 1, last: -1 }

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

const ranges = [
  rule(
    `\\b${month} ${day} ?(?:-|to|until|through|~) ?(?<until>\\d{1,2})(?:st|nd|rd|th)?${whole}${year}`,
    (groups) => daysIn(groups),
  ),
  rule(
    `${day} ?(?:-|to|until|through|~) ?(?<until>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?![a-z])${year}`,
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

const wholeMonths = [
  rule('\\b(?<which>this|next|last) month\\b', (groups) => ({
    span: { is: 'month', month: { monthsAhead: which[groups.which!]! } },
  })),
  rule(
    `\\b(?:(?<=\\b(?:in|of|for|during|by|until|since|this|next|last) )${month}|(?<full>january|february|april|june|july|august|september|october|november|december))(?![a-z])(?: (?<year>20\\d\\d))?`,
    (groups) => {
      const month = numbered({ ...groups, month: groups.month ?? groups.full })
      return month === 'unsaid' ? null : { span: { is: 'month', month } }
    },
  ),
]

const edgeOf = '(?:the )?(?<edge>end|close|beginning|start|middle) of '
const mid: Record<string, number | 'last'> = {
  end: 'last',
  close: 'last',
  beginning: 1,
  start: 1,
  middle: 15,
}

const edges = [
  rule(`\\b${edgeOf}(?<which>the |this |next |last )?month\\b`, ({ edge, which: word }) =>
    partOf({ edge, which: word?.trim() }),
  ),
  rule(`\\b${edgeOf}${month}(?![a-z])${year}`, (groups) => ({
    day: { is: 'monthDay', month: numbered(groups), day: mid[groups.edge!]! },
  })),
  rule("\\b(?:month(?:'s)?[- ]end|eom)\\b", () => partOf({ edge: 'end' })),
  rule('\\bmid[- ](?:(?<which>this|next|last) )?month\\b', ({ which: word }) =>
    partOf({ edge: 'middle', which: word }),
  ),
  rule(`\\bmid[- ]${month}(?![a-z])`, (groups) => ({
    day: { is: 'monthDay', month: numbered(groups), day: 15 },
  })),
  rule(
    `\\b(?:early|late)[ -](?:in )?(?:(?:this|next|last) (?:month|year)|(?:${names.join('|')})(?![a-z]))`,
    () => ({ noted: 'vague' }),
  ),
]

function partOf({ edge, which: word }: { edge?: string; which?: string }): Meaning {
  const month: MonthWords = word && word !== 'the' ? { monthsAhead: which[word]! } : 'unsaid'
  return { day: { is: 'monthDay', month, day: mid[edge!]! } }
}

const quartersAndYears = [
  rule(
    `\\b${edgeOf}(?<which>the |this |next |last )?quarter\\b|\\b(?:quarter[- ]end|eoq)\\b`,
    ({ edge, which: word }) => ({
      day: {
        is: 'quarterEdge',
        quarter: quarterOf(word?.trim()),
        edge: edge === 'beginning' || edge === 'start' ? 'first' : 'last',
      },
      ...(edge === 'middle' && { noted: 'vague' as const }),
    }),
  ),
  rule('\\b(?:(?:the )?end of )q(?<q>[1-4])\\b', ({ q }) => ({
    day: { is: 'quarterEdge', quarter: { quarter: Number(q) }, edge: 'last' },
  })),
  rule('\\bq(?<q>[1-4])\\b(?:,? (?<year>20\\d\\d))?', ({ q, year: named }) => ({
    span: { is: 'quarter', quarter: { quarter: Number(q), ...(named && { year: { year: Number(named) } }) } },
  })),
  rule('\\b(?<which>this|next|last) quarter\\b', ({ which: word }) => ({
    span: { is: 'quarter', quarter: quarterOf(word) },
  })),
  rule(`\\b(?:(?:the )?end of (?:the |this )?year|year(?:'s)?[- ]end|eoy)\\b`, () => lastOfYear(0)),
  rule('\\b(?:the )?end of (?<which>next|last) year\\b', ({ which: word }) => lastOfYear(which[word!]!)),
  rule('\\b(?:the )?(?:start|beginning) of next year\\b', () => ({
    day: { is: 'monthDay', month: { month: 1, year: { yearsAhead: 1 } }, day: 1 },
  })),
  rule('\\b(?<which>this|next|last) year\\b', ({ which: word }) => ({
    span: { is: 'year', year: { yearsAhead: which[word!]! } },
  })),
]

function quarterOf(word: string | undefined): QuarterWords {
  return word && word !== 'the' ? { quartersAhead: which[word]! } : 'unsaid'
}

function lastOfYear(yearsAhead: number): Meaning {
  return { day: { is: 'monthDay', month: { month: 12, year: { yearsAhead } }, day: 31 } }
}

export const englishMonths: Rule[] = [
  ...days,
  ...ordinals,
  ...several,
  ...ranges,
  ...wholeMonths,
  ...edges,
  ...quartersAndYears,
]
