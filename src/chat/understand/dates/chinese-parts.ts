import { chineseDigits, smallNumber } from '../../../lib/numerals.ts'
import type { Groups, MonthWords, YearWords } from './meaning.ts'

/** Patterns that the Chinese rules share, and what their groups say. */

export const figure = '[一二三四五六七八九十廿卅]'
export const count = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4})'
export const dayNumber = `(?<day>\\d{1,2}|${figure}{1,3})`

/** 下, 上上个, 这, 本: to stand before 周 and 月. */
export const relative = '(?:(?<steps>[上下]{1,3})一?个?|(?<this>这一?个?|本|当))'

const year = '(?<year>(?:今|本|明|后|去|前)年|\\d{4}年|\\d{2}年|[一二][零〇一二三四五六七八九]{3}年)'
export const someYear = `(?:${year}的?)`
export const numberedMonth = `(?:${someYear}?(?<month>\\d{1,2}|${figure}{1,3}|元)月份?)`
export const relativeMonth = `(?:(?:${relative}|(?<following>次))月份?)`

const week = '(?:(?<![老小])周|星期|礼拜)'
/** A numeral goes on here; but 周三十一月 is 周三 and 十一月, and 老周 is a person. */
export const midNumeral = `${week}(?=${figure})|(?<!${week})${figure}(?=${figure})`
/** Before a number that belongs to something longer. */
export const midNumber = `\\d|\\.|第|[a-z]-|${midNumeral}`

/** What a number counts or measures when it is no day. */
export const measured =
  '[\\d.:%万千百个家箱件瓶罐包盒月天点年元块折次位人种款条倍吨斤几多来]|小时|周|楼|成|公斤'

/** 下 is one ahead, 上上 two back, 本 none; undefined where nothing is named or it makes no sense (上下). */
export function stepsAhead({ steps, this: current, following }: Groups): number | undefined {
  if (current) return 0
  if (following) return 1
  if (!steps || new Set(steps).size > 1) return undefined
  return steps[0] === '下' ? steps.length : -steps.length
}

const yearsAhead: Record<string, number> = { 今: 0, 本: 0, 明: 1, 后: 2, 去: -1, 前: -2 }

export function yearOf(words: string): YearWords {
  const ahead = yearsAhead[words[0]!]
  if (ahead !== undefined) return { yearsAhead: ahead }
  const number = words.slice(0, -1)
  const value = /^\d+$/.test(number) ? Number(number) : chineseDigits(number)!
  return { year: value < 100 ? 2000 + value : value }
}

/** The month that was named, `unsaid` where none was, null where there is none of that name. */
export function monthOf(groups: Groups): MonthWords | null {
  const { year: named, month, steps, this: current, following } = groups
  if (steps || current || following) {
    const monthsAhead = stepsAhead(groups)
    return monthsAhead === undefined ? null : { monthsAhead }
  }
  if (!month) return 'unsaid'
  const number = month === '元' ? 1 : smallNumber(month)
  if (number === null || number < 1 || number > 12) return null
  return { month: number, ...(named && { year: yearOf(named) }) }
}
