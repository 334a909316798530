import { month, monthNames, numbered, which, year } from './english-month-words.ts'
import { type Meaning, type MonthWords, type QuarterWords, type Rule, rule } from './meaning.ts'

/** Whole months, quarters and years, and their beginnings and ends: next month, end of quarter, mid December. */

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
    `\\b(?:early|late)[ -](?:in )?(?:(?:this|next|last) (?:month|year)|(?:${monthNames.join('|')})(?![a-z]))`,
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

export const englishPeriods: Rule[] = [...wholeMonths, ...edges, ...quartersAndYears]
