import { smallNumber } from '../numerals.ts'
import { count } from './chinese-parts.ts'
import { type DayPart, type Duration, type Meaning, type Rule, rule } from './meaning.ts'

/** Days counted from today, in Chinese: 今天, 三天后, 过两天, 一周内. */

const daysAhead: Record<string, number> = {
  大大前天: -4,
  大前天: -3,
  前天: -2,
  前日: -2,
  昨: -1,
  今: 0,
  明: 1,
  后天: 2,
  大后天: 3,
  大大后天: 4,
}

const ahead = (days: number): Meaning => ({ day: { is: 'offset', by: { days } } })

const today = rule('(?<day>[今明昨])(?:[天日]|儿个?)', ({ day }) => ahead(daysAhead[day!]!), {
  notAfter: '透',
  notBefore: '头条|之星|系|花板',
})
const dayBeforeLast = rule('(?<day>前天|前日|后天)', ({ day }) => ahead(daysAhead[day!]!), {
  notAfter: '[以之然目此先提午饭年月日周期节今]',
  notBefore: '性|天',
})
const daysFurther = rule('(?<day>大{1,2}(?:前天|后天))', ({ day }) => ahead(daysAhead[day!]!))

const parts: Record<string, DayPart> = { 早: 'morning', 晨: 'morning', 晚: 'evening', 夜: 'evening' }
const todayAndPart = rule(
  '(?<day>[今明昨])(?<part>[早晨晚夜])(?:上|里)?',
  ({ day, part }) => ({ ...ahead(daysAhead[day!]!), time: { is: 'part', part: parts[part!]! } }),
  { notBefore: '报|会|餐|饭|茶|班' },
)

const unit = '(?<unit>天|日|个?工作日|个?星期|个?礼拜|周|个?月|个?季度|年)'
const notCounted = '[\\d.第每/-]'

/** 三天后, 两周前, 一个半月内. */
const counted = rule(
  `(?:再?过)?(?<n>${count}|半)(?<andHalf>个半)?${unit}(?:之|以)?(?<side>后|前|内(?!容|部|存|外))`,
  ({ n, andHalf, unit: name, side }) => away({ n: n!, unit: name!, andHalf: !!andHalf }, side!),
  { notAfter: notCounted },
)

/** 过三天. 过两天 is hardly meant as two. */
const passing = rule(
  `再?过(?<n>${count}|半)(?<andHalf>个半)?${unit}`,
  ({ n, andHalf, unit: name }) => {
    const meaning = away({ n: n!, unit: name!, andHalf: !!andHalf }, '后')
    return n === '两' && name === '天' ? { ...meaning, noted: 'vague' } : meaning
  },
  { notBefore: '(?:之|以)?[后前内]|了|的' },
)

interface Counted {
  n: string
  unit: string
  andHalf: boolean
}

function away(counted: Counted, side: string): Meaning | null {
  const n = counted.n === '半' ? 0.5 : smallNumber(counted.n)
  if (n === null) return null
  if (counted.unit.endsWith('工作日')) return workingDays(n, side)
  const by = durationOf(n, counted)
  if (!by) return null
  const meaning = onSide(by, side)
  return readsAsDate(counted) ? { ...meaning, noted: 'unclear' } : meaning
}

function onSide(by: Duration, side: string): Meaning {
  if (side === '内') return { span: { is: 'within', by } }
  return { day: { is: 'offset', by: side === '前' ? negative(by) : by } }
}

/** 3日前 may be a deadline on the 3rd, 12月前 one in December. */
function readsAsDate({ n, unit, andHalf }: Counted): boolean {
  return !andHalf && n !== '半' && n !== '两' && (unit === '日' || unit === '月')
}

const durations: Record<string, (n: number) => Duration> = {
  天: (days) => ({ days }),
  日: (days) => ({ days }),
  周: (weeks) => ({ weeks }),
  星期: (weeks) => ({ weeks }),
  礼拜: (weeks) => ({ weeks }),
  月: (months) => ({ months }),
  季度: (quarters) => ({ months: 3 * quarters }),
  年: (years) => ({ years }),
}

/** Half a month is 15 days. */
function durationOf(n: number, { unit, andHalf }: Counted): Duration | null {
  const name = unit.replace('个', '')
  if (n === 0.5) return { 月: { days: 15 }, 年: { months: 6 } }[name] ?? null
  if (andHalf) return name === '月' ? { months: n, days: 15 } : null
  return durations[name]!(n)
}

function workingDays(n: number, side: string): Meaning {
  if (side === '内') return { day: { is: 'workingDays', days: n }, bound: 'by' }
  return { day: { is: 'workingDays', days: side === '前' ? -n : n } }
}

export function negative(by: Duration): Duration {
  return Object.fromEntries(Object.entries(by).map(([unit, n]) => [unit, -n]))
}

/** 未来三天, 最近一周. */
const aheadOrBack = rule(
  `(?:(?<ahead>未来|接下来|今后|往后)|过去|最近|近)的?(?<n>${count}|半)${unit}`,
  ({ ahead: comes, n, unit: name }) => {
    const words = smallNumber(n!) ?? (n === '半' ? 0.5 : null)
    const by = words && durationOf(words, { n: n!, unit: name!, andHalf: false })
    return by ? { span: { is: 'within', by, direction: comes ? 1 : -1 } } : null
  },
  { notBefore: '[前后内]' },
)

const hours = rule(
  `(?:再?过)?(?:(?<n>${count})(?<andHalf>个半)?|(?<half>半))个?(?<unit>小时|钟头|分钟|刻钟)(?<more>半|多)?(?:之|以)?(?<side>后|前|内)`,
  ({ n, andHalf, half, unit: name, more, side }) => {
    const whole = half ? 0.5 : smallNumber(n!)
    if (whole === null || more) return { noted: 'vague' }
    const size = { 小时: 60, 钟头: 60, 分钟: 1, 刻钟: 15 }[name!]!
    const minutes = Math.round((whole + (andHalf ? 0.5 : 0)) * size)
    const time = { is: 'fromNow', minutes: side === '前' ? -minutes : minutes } as const
    return side === '内' ? { time, bound: 'by' } : { time }
  },
  { notAfter: notCounted },
)

const fewer = '[一二两三四五六七八][两二三四五六七八九]'
const few = `(?:好?几|十[几来多]|三五|${fewer}|\\d{1,2}[、~到至-]\\d{1,2}|${count}[多来几])`
const units = '(?:天|日|周|个?星期|个?礼拜|个?月|年|个?工作日|个?小时|分钟)'

/** Nothing to compute with: 过几天, 前两天, 三五天后, 改天. */
const vague: Rule[] = [
  rule('(?:今明后?|明后|昨前|前昨|昨今)[两三]?[天日]', () => ({ noted: 'several' })),
  rule(`(?:再?过|前|这|近|后)(?:${few}|${count})${units}`, () => ({ noted: 'vague' }), {
    notAfter: '[以之最]',
    notBefore: '(?:之|以)?[后前内]',
  }),
  rule(`(?:再?过)?${few}${units}(?:之|以)?[后前内]`, () => ({ noted: 'vague' }), { notAfter: notCounted }),
  rule('改天|改日|(?:过|前)(?:些天|些日子|阵子|段时间|一阵子?|一段时间)|隔(?:天|几天|两天)', () => ({
    noted: 'vague',
  })),
  rule('(?:[上下]{1,2}个?|[这本])?周[初中]', () => ({ noted: 'vague' }), {
    notBefore: '国|秋|旬|央|心|间|华',
  }),
]

export const chineseDays: Rule[] = [
  today,
  dayBeforeLast,
  daysFurther,
  todayAndPart,
  counted,
  passing,
  aheadOrBack,
  hours,
  ...vague,
]
