import { type Groups, type Meaning, type Rule, rule } from './meaning.ts'

/** next Tuesday, on Monday, Friday next week, this weekend, last week. */

const names =
  'monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sunday'
const starts = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const leading = '(?:on|by|until|till|before|after|since|from|to|this|next|last|coming|every|each|and|or)'

/** `sat` and `sun` are other words too, unless something says that a day is meant. */
const weekday = `(?<weekday>(?:${names})(?![a-z])|(?<=\\b${leading} )(?:sat|sun)(?![a-z]| (?!morning|afternoon|evening|night|noon|at|and|to|till|until|or|for|then|again|we|i|he|she|they|with|about|next|this|last|the|in|by|from|if)[a-z]+)|(?:sat|sun)(?=,? (?:\\d|morning|afternoon|evening|next week|this week|last week)))(?:\\.(?=,? ?\\d))?`

const weeks = { this: 0, next: 1, last: -1, past: -1, coming: 0 } as const
type Which = keyof typeof weeks

function day({ weekday: word }: Groups, week: number | null): Meaning {
  return { day: { is: 'weekday', weekday: starts.indexOf(word!.slice(0, 2)) + 1, week } }
}

/** What people mean by this, next and last before a weekday differs; `resolve` weighs it. */
function loosely(groups: Groups): Meaning {
  const which = groups.which as Which
  const weekday = groups.weekday ? starts.indexOf(groups.weekday.slice(0, 2)) + 1 : 6
  const said = weeks[which] === 0 ? 'this' : weeks[which] > 0 ? 'next' : 'last'
  const weekend = groups.weekday === undefined
  return { day: { is: 'weekday', weekday, week: weeks[which], loosely: said, weekend } }
}

const inWeek = (groups: Groups) => day(groups, weeks[groups.which as Which])

const days = [
  rule(`\\b${weekday}`, (groups) => day(groups, null)),
  rule(`\\b(?:this )?(?<which>this|next|last|past|coming) ${weekday}`, loosely),
  rule(`\\b${weekday},? (?:of )?(?<which>this|next|last) week\\b`, inWeek),
  rule(`\\b(?<which>this|next|last) week(?:'s)?,? (?:on )?${weekday}`, inWeek),
  rule(`\\b${weekday},? (?:of )?(?:the )?week after next\\b`, (groups) => day(groups, 2)),
  rule(`\\b${weekday},? after next\\b`, (groups) => ({ ...day(groups, 2), noted: 'which-week' })),
]

const lengths = { week: 1, fortnight: 2, 'two weeks': 2, '2 weeks': 2 } as const
const stretch = '(?:(?:a|one|1) (?<length>week|fortnight)|(?<weeks>(?:two|2) weeks))'
const goesOn = "'s|[- ]?\\d"

function later({ weekday: word, length, weeks: said }: Groups): Meaning {
  const weeks = lengths[(length ?? said) as keyof typeof lengths]
  return { day: { is: 'weekdayAfter', weekday: starts.indexOf(word!.slice(0, 2)) + 1, weeks } }
}

const laterThan: Record<string, number> = { today: 0, tomorrow: 1 }

function laterDay({ from, length, weeks: said }: Groups): Meaning {
  const weeks = lengths[(length ?? said) as keyof typeof lengths]
  return { day: { is: 'offset', by: { days: laterThan[from!]! + 7 * weeks } } }
}

/** Friday week, a week on Monday, a fortnight tomorrow. */
const weeksLater = [
  rule(`\\b${weekday} (?<length>week|fortnight)\\b`, later, { notBefore: goesOn }),
  rule(`\\b${stretch} (?:on |from (?:this )?)${weekday}`, later, { notAfter: 'in ', notBefore: goesOn }),
  rule('\\b(?<from>today|tomorrow) (?<length>week|fortnight)\\b', laterDay, { notBefore: goesOn }),
  rule(`\\b${stretch} (?:from )?(?<from>today|tomorrow)\\b`, laterDay, { notBefore: goesOn }),
]

const severalOrEvery = [
  rule(`\\b(?:every|each) (?:other )?${weekday}`, (groups) => ({ ...day(groups, null), noted: 'recurring' })),
  rule('\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\\b', () => ({ noted: 'recurring' })),
  rule(`\\b(?:${names})(?: or | ?/ ?)(?:${names}|sat|sun)\\b`, () => ({ noted: 'several' })),
]

const weekends = [
  rule('\\bweekend\\b', () => ({ day: { is: 'weekday', weekday: 6, week: null, weekend: true } })),
  rule('\\b(?<which>this|next|last|past|coming) weekend\\b', loosely),
  rule('\\b(?:every|each) weekend\\b|\\bweekends\\b', () => ({ noted: 'recurring' })),
]

const wholeWeeks = [
  rule('\\b(?<which>this|next|last) (?:whole )?week\\b', ({ which }) => ({
    span: { is: 'week', ahead: weeks[which as Which] },
  })),
  rule('\\b(?:the )?week after next\\b', () => ({ span: { is: 'week', ahead: 2 } })),
  rule('\\b(?:the )?week before last\\b', () => ({ span: { is: 'week', ahead: -2 } })),
  rule(
    '\\b(?:eow|(?:the )?end of (?:the |this |next |last )?week|(?:early|late|later|mid|midweek)[ -](?:this |next |last )?week)\\b',
    () => ({ noted: 'vague' }),
  ),
]

export const englishWeeks: Rule[] = [...days, ...weeksLater, ...severalOrEvery, ...weekends, ...wholeWeeks]
