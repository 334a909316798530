import { midNumber, monthOf, numberedMonth, relativeMonth } from './chinese-parts.ts'
import type { DayWords, Groups, Meaning, MonthWords, Rule } from './meaning.ts'
import { rule } from './meaning.ts'

/** From one day to another where the second is only a number: 1-3号, 12月1日到5日, 12/1-12/5, 12/1-3. */

const to = ' ?(?:-{1,2}|~|至|到) ?'

export function fromTo(from: DayWords, until: DayWords): Meaning {
  return { span: { is: 'fromTo', from, to: until } }
}

function days(month: MonthWords, first: number, second: number): Meaning | null {
  if (first < 1 || second > 31 || first >= second) return null
  return fromTo({ is: 'monthDay', month, day: first }, { is: 'monthDay', month, day: second })
}

const inMonth = rule(
  `(?:${numberedMonth}|${relativeMonth})的?(?<first>\\d{1,2})[日号]?${to}(?<second>\\d{1,2})[日号]?`,
  (groups) => {
    const month = monthOf(groups)
    return month && days(month, Number(groups.first), Number(groups.second))
  },
  { notAfter: midNumber, notBefore: '[\\d月./点:]' },
)

/** 11-25号 may be the 25th of November as well as two weeks. */
const plain = rule(
  `(?<first>\\d{1,2})(?<suffix>[日号])?(?<to>${to})(?<second>\\d{1,2})[日号]`,
  ({ first, suffix, to: sign, second }) => {
    const range = days('unsaid', Number(first), Number(second))
    const maybeMonth = !suffix && sign!.trim() === '-' && /^1[0-2]$/.test(first!)
    return range && maybeMonth ? { ...range, noted: 'unclear' } : range
  },
  { notAfter: '[\\da-z.\\-/月第]', notBefore: '[店库楼线仓门桌柜档]' },
)

const numeric = rule(
  `(?<month>\\d{1,2})(?<sep>[/.])(?<first>\\d{1,2})${to}(?:(?<month2>\\d{1,2})\\k<sep>)?(?<second>\\d{1,2})`,
  (groups) => {
    const range = numericRange(groups)
    return range && groups.sep === '.' ? { ...range, noted: 'date-or-number' } : range
  },
  { notAfter: '[\\da-z.\\-/:#¥$]', notBefore: '[\\d./:-]|点| ?[万千百元块箱件瓶个折%家天]' },
)

function numericRange({ month, first, month2, second }: Groups): Meaning | null {
  const [from, until] = [Number(month), Number(month2 ?? month)]
  const [a, b] = [Number(first), Number(second)]
  if (from < 1 || from > 12 || until < 1 || until > 12 || a < 1 || a > 31 || b < 1 || b > 31) return null
  if (!month2) return days({ month: from }, a, b)
  return fromTo(
    { is: 'monthDay', month: { month: from }, day: a },
    { is: 'monthDay', month: { month: until }, day: b },
  )
}

const months = rule(`\\d{1,2}月?${to}\\d{1,2}月`, () => ({ noted: 'unclear' }), {
  notAfter: '[\\d.年]',
  notBefore: '\\d|份?[初中底末]',
})

export const dayRanges: Rule[] = [inMonth, plain, numeric, months]
