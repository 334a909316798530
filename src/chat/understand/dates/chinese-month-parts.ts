import { smallNumber } from '../../../lib/numerals.ts'
import {
  figure,
  midNumber,
  monthOf,
  numberedMonth,
  relativeMonth,
  someYear,
  yearOf,
} from './chinese-parts.ts'
import { type Groups, type Meaning, type QuarterWords, type Rule, rule } from './meaning.ts'

/** Beginnings, middles and ends, and the whole: 月底, 下月初, 上旬, 季末, 年底, 本月, 三季度. */

const anyMonth = `(?:${numberedMonth}|${relativeMonth}|月)`
const partDays: Record<string, number | 'last'> = { 初: 1, 头: 1, 中: 15, 底: 'last', 末: 'last', 尾: 'last' }
const countedBefore = `[\\d两几半每个]|${figure}`

const monthPart = rule(
  `${anyMonth}的?(?<part>初(?!${figure})|中(?![国秋午旬标央心间华等百])|头(?![疼痛等像])|底|末|尾)`,
  (groups) => {
    const month = monthOf(groups)
    return month && { day: { is: 'monthDay', month, day: partDays[groups.part!]! } }
  },
  { notAfter: countedBefore },
)

const third = rule(
  `(?:${numberedMonth}|${relativeMonth})?的?(?<third>[上中下])旬`,
  (groups) => {
    const month = monthOf(groups)
    return month && { span: { is: 'third', month, third: '上中下'.indexOf(groups.third!) as 0 | 1 | 2 } }
  },
  { notAfter: `月|${midNumber}` },
)

const wholeMonth = rule(
  `(?:${numberedMonth}|${relativeMonth})`,
  (groups) => {
    const month = monthOf(groups)
    return month && month !== 'unsaid' ? { span: { is: 'month', month } } : null
  },
  { notAfter: midNumber, notBefore: '饼|亮|台|薪|光|子|卡|租|费|息|嫂|花|稻|鲜|香|红|内' },
)

const restOfMonth = rule('(?:本|这个?|当)?月内', () => ({ span: { is: 'restOf', unit: 'month' } }), {
  notAfter: countedBefore,
  notBefore: '容|部',
})

const restOfYear = rule('(?:本|今)?年内', () => ({ span: { is: 'restOf', unit: 'year' } }), {
  notAfter: countedBefore,
  notBefore: '容|部',
})

const quarter =
  '(?:(?<steps>[上下])一?个?季度?|(?<this>本|这个?|当)季度?|第?(?<number>[一二三四1-4])季度?|(?<![a-z])q(?<q>[1-4])|季度?)'
const edges: Record<string, 'first' | 'last'> = { 初: 'first', 底: 'last', 末: 'last' }

function quarterOf({ year, steps, this: current, number, q }: Groups): QuarterWords {
  if (current) return { quartersAhead: 0 }
  if (steps) return { quartersAhead: steps === '下' ? 1 : -1 }
  const value = number ?? q
  return value ? { quarter: smallNumber(value)!, ...(year && { year: yearOf(year) }) } : 'unsaid'
}

const quarterEdge = rule(
  `${someYear}?${quarter}(?<edge>初|底|末)`,
  (groups) => ({ day: { is: 'quarterEdge', quarter: quarterOf(groups), edge: edges[groups.edge!]! } }),
  { notAfter: `[春夏秋冬旺淡雨换过反每个]|${midNumber}` },
)

const wholeQuarter = rule(
  `${someYear}?(?:(?<steps>[上下])一?个?季度|(?<this>本|这个?|当)季度|第?(?<number>[一二三四1-4])季度)`,
  (groups) => ({ span: { is: 'quarter', quarter: quarterOf(groups) } }),
  { notAfter: midNumber },
)

const yearEdge = rule(
  `(?:${someYear}年?|年)(?<part>初|底|末|尾)`,
  ({ year, part }) => edgeOfYear(year, part!),
  {
    notAfter: `[大过]|${countedBefore}`,
    notBefore: figure,
  },
)

/** 年底 is always this year's; 年初 without a year is the one that is nearer. */
function edgeOfYear(year: string | undefined, part: string): Meaning {
  const [month, day] = part === '初' ? [1, 1] : [12, 31]
  const named = year ? yearOf(year) : month === 12 ? { yearsAhead: 0 } : undefined
  return { day: { is: 'monthDay', month: { month, ...(named && { year: named }) }, day } }
}

const middleOfYear = rule(`(?:${someYear}年?|年)中`, () => ({ noted: 'vague' }), {
  notAfter: countedBefore,
  notBefore: '国|秋|旬|央|心|间|华',
})

/** 明年想加一个品项, 明年陈列费: what is spoken of, not when. */
const notWhen =
  '(?<![说讲].年)的?(?:年度|全年|整体|新的?)?(?:想[加换上做要增把]|计划|打算|陈列|价格?|政策|返利|返点|费用|任务|目标|指标|预算|销[量售]|进[货场]|额度|促销|品项|新品|单品|账期|投入|规划|方案|合作|生意|市场|行情|订单|堆头|档期|扣点|条款)'

const wholeYear = rule(
  '(?<year>(?:今|本|明|后|去|前)年|\\d{4}年)',
  ({ year }) => ({ span: { is: 'year', year: yearOf(year!) } }),
  {
    notAfter: midNumber,
    notBefore: `[前后内级产度货]|的?[\\d一二三四五六七八九十]|${notWhen}`,
  },
)

export const chineseMonthParts: Rule[] = [
  monthPart,
  third,
  wholeMonth,
  restOfMonth,
  quarterEdge,
  wholeQuarter,
  yearEdge,
  middleOfYear,
  wholeYear,
  restOfYear,
]
