import { Decimal } from 'decimal.js'
import type { Words } from '../../lib/words.ts'
import { type Amount, amountReader, type QuantityPart } from './amount-at.ts'
import { normalise, originalSpan } from './normalise.ts'
import { type CountedUnit, isDozen, namesUnit } from './unit-words.ts'

export type { QuantityPart } from './amount-at.ts'
export type { CountedUnit } from './unit-words.ts'

/** A quantity in a text. Without parts it names no number (十几箱) and has to be asked about. */
export interface QuantityMention {
  /** Of the text as it was given. */
  start: number
  end: number
  phrase: string
  parts: QuantityPart[]
  /** 约20箱, 20箱左右, 十几箱 */
  rough: boolean
}

/** The quantities that a text names. Dates, prices, codes and sizes are left out; names are not known here. */
export function findQuantities(text: string, units: readonly string[] = []): QuantityMention[] {
  const normalised = normalise(text)
  return amountsIn(normalised.text, amountReader(units)).map(({ from, amount }) => {
    const { start, end } = originalSpan(normalised, from, amount.end)
    const { parts, rough } = amount
    return {
      start,
      end,
      phrase: text.slice(start, end),
      parts,
      rough: rough || isRoughly(normalised.text, from),
    }
  })
}

const beginning = /[\d.]+|[零〇一二两三四五六七八九十百千万廿卅半几数好若]+|\b(?=[a-z])/g
/** A code, a size, a date or a price goes on to the left. */
const notAfter = /(?:[\da-z.:/⁄#¥$*×第每块]|[a-z\d]-|no\.? |(?:rmb|cny|usd|¥) |每[箱件提盒包])$/

function amountsIn(text: string, read: (text: string, position: number) => Amount | null) {
  const found: { from: number; amount: Amount }[] = []
  beginning.lastIndex = 0
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const from = match.index
    const amount = notAfter.test(text.slice(Math.max(0, from - 4), from)) ? null : read(text, from)
    const counts = amount && isQuantity(text, from, amount)
    if (counts) found.push({ from, amount })
    beginning.lastIndex = Math.max(from + 1, counts ? amount.end : from + match[0].length)
  }
  return found
}

/** What a bare number counts when it is no stock: a day, a shop, a price, a size. */
const otherMeasure =
  /^(?: ?(?:[号月日点时分秒天周年岁折%‰度级楼层路届次家店名位人场遍趟种类款元块毛角钱米厘克升]|个|条|毫|小时|ml|l|g|kg|mm|cm|m|yuan|rmb|cny|usd)(?![a-z])|[箱瓶罐听包盒提桶](?:装|\/|每)|[:*×/⁄-]\d|[a-z])/

function isQuantity(text: string, from: number, { parts, end }: Amount): boolean {
  const said = text.slice(from, end)
  const unit = parts.at(-1)?.unit
  if (unit || parts.length === 0) return /[^\d,.]/.test(said)
  if (otherMeasure.test(text.slice(end))) return false
  if (/^\d/.test(said)) return !/^\d{7,}$/.test(said)
  return isNumeralAlone(text, from, end)
}

/** 剩三, 可乐三十: but 统一 and 百事 are names. */
function isNumeralAlone(text: string, from: number, end: number): boolean {
  const closed = /^(?:$|[\s,;。、!)])/.test(text.slice(end))
  const single = end - from === 1
  return single ? closed && /(?:^|[\s存剩进收余有到是为])$/.test(text.slice(0, from)) : true
}

function isRoughly(text: string, from: number): boolean {
  return /(?:大?约|大概|差不多|近|至少|最多|不到|超过|about|around|almost|nearly|over|~) ?$/.test(
    text.slice(0, from),
  )
}

/** Why a quantity cannot be counted, as the person reads it. */
export const quantityDoubts = {
  'unit-missing': { zh: '是什么单位？', en: 'In which unit?' },
  'unknown-unit': {
    zh: '这个产品没有这个单位，请换一个。',
    en: 'This product has no such unit. Please use another.',
  },
  'not-whole': {
    zh: '不是整数，请写成最小单位的整数。',
    en: 'That is no whole number. Please give whole base units.',
  },
  'no-number': { zh: '具体是多少？', en: 'How many exactly?' },
} as const satisfies Record<string, Words>

export type Counted = { base: number } | { doubt: keyof typeof quantityDoubts; unit?: string }

/**
 * Whole base units, exactly. `bare` is the unit of a number without one; a dozen is twelve base units unless the
 * product counts in dozens itself.
 */
export function inBaseUnits(
  parts: readonly QuantityPart[],
  units: readonly CountedUnit[],
  { bare }: { bare?: string } = {},
): Counted {
  if (parts.length === 0) return { doubt: 'no-number' }
  let base = new Decimal(0)
  for (const { number, unit = bare } of parts) {
    const per = unit === undefined ? onlyUnit(units) : perOf(unit, units)
    if (per === undefined)
      return unit === undefined ? { doubt: 'unit-missing' } : { doubt: 'unknown-unit', unit }
    base = base.plus(number.times(per))
  }
  const counted = base.isInteger() && Number.isSafeInteger(base.toNumber())
  return counted ? { base: base.toNumber() } : { doubt: 'not-whole' }
}

function onlyUnit(units: readonly CountedUnit[]): number | undefined {
  return units.length === 1 ? units[0]!.per : undefined
}

function perOf(word: string, units: readonly CountedUnit[]): number | undefined {
  const unit = units.find(({ name }) => name === word) ?? units.find((one) => namesUnit(word, one))
  return unit?.per ?? (isDozen(word) ? 12 : undefined)
}
