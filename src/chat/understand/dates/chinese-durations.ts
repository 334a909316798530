import { smallNumber } from '../../../lib/numerals.ts'
import { count } from './chinese-parts.ts'
import { type DurationUnit, durationOf, negative } from './durations.ts'
import { type Duration, type Meaning, type Rule, rule } from './meaning.ts'

/** Days and times counted from now: 三天后, 过三天, 一周内, 最近三天, 半小时后. */

const unit = '(?<unit>天|日|个?工作日|个?星期|个?礼拜|周|个?月|个?季度|年)'
const units: Record<string, DurationUnit> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
  年: 'year',
}
const notCounted = '[\\d.第每/-]'

interface Counted {
  n: string
  unit: string
  /** 一个半月 */
  andHalf: boolean
}

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

function away(said: Counted, side: string): Meaning | null {
  const n = numberOf(said.n)
  if (n !== null && said.unit.endsWith('工作日')) return workingDays(n, side)
  const by = durationSaid(said)
  if (!by) return null
  const meaning = onSide(by, side)
  return readsAsDate(said) ? { ...meaning, noted: 'unclear' } : meaning
}

function numberOf(words: string): number | null {
  return words === '半' ? 0.5 : smallNumber(words)
}

function durationSaid({ n: words, unit: name, andHalf }: Counted): Duration | null {
  const n = numberOf(words)
  const unit = units[name.replace('个', '')]
  if (n === null || !unit) return null
  if (andHalf) return unit === 'month' ? { months: n, days: 15 } : null
  return durationOf(n, unit)
}

function onSide(by: Duration, side: string): Meaning {
  if (side === '内') return { span: { is: 'within', by } }
  return { day: { is: 'offset', by: side === '前' ? negative(by) : by } }
}

function workingDays(n: number, side: string): Meaning {
  if (side === '内') return { day: { is: 'workingDays', days: n }, bound: 'by' }
  return { day: { is: 'workingDays', days: side === '前' ? -n : n } }
}

/** 3日前 may be a deadline on the 3rd, 12月前 one in December. */
function readsAsDate({ n, unit: name, andHalf }: Counted): boolean {
  return !andHalf && n !== '半' && n !== '两' && (name === '日' || name === '月')
}

const aheadOrBack = rule(
  `(?:(?<ahead>未来|接下来|今后|往后)|过去|最近|近)的?(?<n>${count}|半)${unit}`,
  ({ ahead, n, unit: name }) => {
    const by = durationSaid({ n: n!, unit: name!, andHalf: false })
    return by ? { span: { is: 'within', by, direction: ahead ? 1 : -1 } } : null
  },
  { notBefore: '[前后内]' },
)

const minutesIn: Record<string, number> = { 小时: 60, 钟头: 60, 分钟: 1, 刻钟: 15 }

const hours = rule(
  `(?:再?过)?(?<n>${count}|半)(?<andHalf>个半)?个?(?<unit>小时|钟头|分钟|刻钟)(?<more>半|多)?(?:之|以)?(?<side>后|前|内)`,
  ({ n, andHalf, unit: name, more, side }) => {
    const whole = numberOf(n!)
    if (whole === null || more) return { noted: 'vague' }
    const minutes = Math.round((whole + (andHalf ? 0.5 : 0)) * minutesIn[name!]!)
    const time = { is: 'fromNow', minutes: side === '前' ? -minutes : minutes } as const
    return side === '内' ? { time, bound: 'by' } : { time }
  },
  { notAfter: notCounted },
)

export const chineseDurations: Rule[] = [counted, passing, aheadOrBack, hours]
