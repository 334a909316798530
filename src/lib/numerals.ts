import { Decimal } from 'decimal.js'

const digits = new Map([...'零一二三四五六七八九'].map((character, value) => [character, value]))
digits.set('〇', 0).set('两', 2)

const smallUnits = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const bigUnits = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])

/** A run of these characters may be a numeral; `chineseInteger` says whether it is one. */
export const chineseNumeral = '[零〇一二两三四五六七八九十百千万亿]'

/**
 * The value of a Chinese numeral: 三十, 两百零五, and as people say it 两千三 (2300), 一万二 (12000).
 * Null for what is not one number: 三四 (three or four), 五一 (a holiday), 万一 (in case).
 */
export function chineseInteger(numeral: string): number | null {
  const words = numeral.replace('廿', '二十').replace('卅', '三十')
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/.test(words)) return null
  if (digits.has(words)) return digits.get(words)!
  return sum(words)
}

function sum(words: string): number | null {
  let total = 0
  let section = 0
  let digit: number | null = null
  let afterZero = false
  let smallest = Number.POSITIVE_INFINITY
  let smallestBig = Number.POSITIVE_INFINITY
  let before = 0
  for (const word of words) {
    const value = digits.get(word)
    const small = smallUnits.get(word)
    const big = bigUnits.get(word)
    if (value !== undefined) {
      if (digit !== null || (value === 0 && before === 0)) return null
      if (value === 0) afterZero = true
      else digit = value
    } else if (small !== undefined) {
      if (small >= smallest || (digit === null && small !== 10)) return null
      section += (digit ?? 1) * small
      smallest = before = small
      digit = null
      afterZero = false
    } else if (big !== undefined) {
      section += digit ?? 0
      if (section === 0 || big >= smallestBig) return null
      total += section * big
      section = 0
      smallestBig = before = big
      smallest = Number.POSITIVE_INFINITY
      digit = null
      afterZero = false
    }
  }
  // 两千三 leaves out the smaller unit: the last digit counts the tenth of the unit before it.
  const tail = (digit ?? 0) * (before >= 100 && !afterZero ? before / 10 : 1)
  return total + section + tail
}

/** Year numbers are read digit by digit: 二〇二六 is 2026. */
export function chineseDigits(numeral: string): number | null {
  const values = Array.from(numeral, (character) => digits.get(character))
  return values.some((value) => value === undefined) ? null : Number(values.join(''))
}

/** A small whole number in Chinese or Arabic figures, as dates use them. */
export function smallNumber(words: string): number | null {
  return /^\d+$/.test(words) ? Number(words) : chineseInteger(words)
}

const arabic = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+`
/** 百, 千 and 万 also begin names: 可乐20百事30, 万达. */
const scale =
  '(?:[百千](?=$|[\\s,;。、)\\d一二三四五六七八九元块多几来余箱件瓶罐听包盒提桶打袋])|万(?![达科家佳国宁代润])|亿|[wk](?![a-z]))'
const scaled = new RegExp(
  `(?<mantissa>${arabic})(?:(?<scale>${scale})(?:(?<rest>${arabic}|[一二三四五六七八九](?![十百千万]))(?<restScale>[百千])?)?)?`,
  'y',
)
const numeralRun = new RegExp(`${chineseNumeral}+|[廿卅]${chineseNumeral}?`, 'y')
const scales: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000, w: 10_000, k: 1000 }

export interface NumberRead {
  value: Decimal
  end: number
}

/** The number that stands at a position of a normalised text: 20, 12,000, 1.2万, 3万5, 3.5w, 三十, 两千三. */
export function numberAt(text: string, position: number): NumberRead | null {
  return scaledAt(text, position) ?? chineseAt(text, position)
}

function scaledAt(text: string, position: number): NumberRead | null {
  scaled.lastIndex = position
  const groups = scaled.exec(text)?.groups
  if (!groups) return null
  const { mantissa, scale, rest, restScale } = groups
  const value = new Decimal(mantissa!.replaceAll(',', '')).times(scale ? scales[scale]! : 1)
  return { value: value.plus(remainder(scale, rest, restScale)), end: scaled.lastIndex }
}

/** What follows the big unit: 3万5 is 35,000, 3万5千 too, 3万5000 likewise. */
function remainder(scale?: string, rest?: string, restScale?: string): Decimal {
  if (!scale || !rest) return new Decimal(0)
  const value = new Decimal(digits.get(rest) ?? rest.replaceAll(',', ''))
  if (restScale) return value.times(scales[restScale]!)
  return rest.length === 1 ? value.times(scales[scale]! / 10) : value
}

function chineseAt(text: string, position: number): NumberRead | null {
  numeralRun.lastIndex = position
  const run = numeralRun.exec(text)?.[0]
  if (!run) return null
  const value = chineseInteger(run)
  return value === null ? null : { value: new Decimal(value), end: position + run.length }
}
