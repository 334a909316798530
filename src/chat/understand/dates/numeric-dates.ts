import { type Groups, type Meaning, type Rule, rule } from './meaning.ts'

/** Dates in figures: 2026-12-01, 12/1, 12.1, 20261201. The month comes first, as it does in China. */

/** A number, a code or a price may go on to the left; a unit, a percentage or more digits to the right. */
const before = '[\\da-z.\\-/#¥$*×]|\\d:|no\\.? ?'
const unit =
  '[元块箱件瓶罐包盒袋提打桶个折%倍度斤吨米升毫克分毛寸栋幢楼室版]|周(?![一二三四五六日天])|公斤|单元|便利|门店|店(?!庆)|[wk]\\b|(?:kg|ml|l|g|cm|mm|rmb|yuan|usd|cny|cases?|box(?:es)?|bottles?|pcs|packs?|cans?|ctns?|percent|pct|units?|x|×)\\b'
/** These count only where they touch: 11.19 百惠 is a day and a shop. */
const touching = '[万千百亿家点天年人次月]'
const after = `[\\d*×]|\\.\\d|[/:-]\\d|[a-z]|${touching}| ?(?:${unit})`

const full = rule(
  '(?<year>20\\d\\d)(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})[日号]?',
  ({ year, month, day }) => monthDay(month!, day!, Number(year)),
  { notAfter: before, notBefore: '[\\d/]|-\\d|[a-su-z]' },
)

const compact = rule(
  '(?<year>20\\d\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])',
  ({ year, month, day }) => ({ ...monthDay(month!, day!, Number(year)), noted: 'date-or-number' }),
  { notAfter: before, notBefore: after },
)

/** 12/1/2026 is read either way by somebody. */
const yearLast = rule(
  '(?<first>\\d{1,2})(?<sep>[-/.])(?<second>\\d{1,2})\\k<sep>(?<year>20\\d\\d)',
  ({ first, second, year }) => eitherOrder(Number(first), Number(second), Number(year)),
  { notAfter: before, notBefore: after },
)

const slashed = rule(
  '(?!24/7)(?<first>\\d{1,2})/(?<second>\\d{1,2})[日号]?',
  ({ first, second }) => inOrder(first!, second!),
  {
    notAfter: `${before}|[价卖存进收剩约各返]`,
    notBefore: `${after}|的[店门客人货销]`,
  },
)

/** What comes after a date, and hardly after a number. */
const afterDate =
  '(?=[号日](?![店库楼线仓门])| ?(?:上午|下午|早上|晚上|中午|之?前|之?后|以前|以后|再?去|再[来访谈聊约看跟送到过]|回访|拜访|走访|请假|见面?|给|交|开|签|约|盘点|到期|到货|送货|起|周[一二三四五六日]|星期|礼拜|\\(周|\\(星期|\\d{1,2}:\\d\\d|\\d{1,2}点|(?:至|到|~) ?\\d{1,2}[./-]\\d))'
const beforeDate =
  '(?<=(?:在|于|定在|定于|改到|改成|改为|推到|推迟到|延到|约在|约|截至|截止|从|自|(?:日期|时间)(?:是|为|定在)?|by|on|until|before|after|from)[: ]?)'

const dotted = '(?<first>1[0-2]|0?[1-9])[.-](?<second>3[01]|[12]\\d|0?[1-9])'
/** 可乐12.5 is hardly a date, whatever follows. */
const name = '(?<![在于定到改约从自至和去])[\\u4e00-\\u9fff]'
const asDate = (groups: Groups) => inOrder(groups.first!, groups.second!)

/** 12.1 is as well a number: a date only where its neighbours say so. */
const dottedDates = [
  rule(`${dotted}${afterDate}[日号]?`, asDate, { notAfter: `${before}|${name}` }),
  rule(`${dotted}(?= ?(?:再(?:去|访|拜访|过去|登门)|回访))`, asDate, {
    notAfter: `${before}|(?:价格?|[售卖存进收剩涨降差返])[:：到至]? ?`,
  }),
  rule(`${beforeDate}${dotted}[日号]?`, asDate, { notBefore: after }),
  rule(dotted, (groups) => ({ ...asDate(groups), noted: 'date-or-number' }), {
    notAfter: `${before}|(?:价格?|售|卖|存|进|收|剩|涨|降|约|差|返|打|率|占|是|[=×x*+])[: ]?`,
    notBefore: after,
  }),
]

export const numericDates: Rule[] = [full, compact, yearLast, slashed, ...dottedDates]

function inOrder(first: string, second: string): Meaning | null {
  const [a, b] = [Number(first), Number(second)]
  if (a > 12 && b >= 1 && b <= 12 && a <= 31)
    return { ...monthDay(second, first), noted: 'day-or-month-first' }
  return monthDay(first, second)
}

function eitherOrder(first: number, second: number, year: number): Meaning | null {
  if (first > 12) return monthDay(String(second), String(first), year)
  const meaning = monthDay(String(first), String(second), year)
  const bothWays = second <= 12 && first !== second
  return bothWays && meaning ? { ...meaning, noted: 'day-or-month-first' } : meaning
}

function monthDay(monthFigures: string, dayFigures: string, year?: number): Meaning | null {
  const [month, day] = [Number(monthFigures), Number(dayFigures)]
  if (month < 1 || month > 12 || day < 1) return null
  if (day > 31) return null
  return { day: { is: 'monthDay', month: { month, ...(year && { year: { year } }) }, day } }
}
