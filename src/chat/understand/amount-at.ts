import { Decimal } from 'decimal.js'
import { chineseNumeral, numberAt } from '../../lib/numerals.ts'
import { englishInteger, englishNumber } from './english-numbers.ts'
import { unitPattern } from './unit-words.ts'

export interface QuantityPart {
  number: Decimal
  /** As written, in the normalised text; absent where only a number was said. */
  unit?: string
}

/** 3箱6瓶. Of `parts` there are none where the words give no number: 十几箱, 三四箱, 3-5箱. */
export interface Amount {
  parts: QuantityPart[]
  rough: boolean
  end: number
}

type AmountReader = (text: string, position: number) => Amount | null

/** Reads amounts at positions of a normalised text; `units` are the unit names that products have besides the usual ones. */
export function amountReader(units: readonly string[] = []): AmountReader {
  const key = units.toSorted().join()
  const reader = readers.get(key) ?? readerWith(units)
  if (readers.size >= mostReaders) readers.clear()
  readers.set(key, reader)
  return reader
}

/** Patterns take longer to be made than to be used; products share a few sets of units. */
const readers = new Map<string, AmountReader>()
const mostReaders = 200

function readerWith(units: readonly string[]): AmountReader {
  const unit = unitPattern(units)
  const patterns = {
    unit: new RegExp(` ?(${unit})`, 'y'),
    half: new RegExp(`半(${unit})|half an? (${unit})`, 'y'),
    rough: new RegExp(`(?:${roughNumbers.join('|')}) ?${unit}|(?:${roughAlone.join('|')})(?:${unit})?`, 'y'),
  }
  return (text, position) => roughAt(text, position, patterns.rough) ?? partsAt(text, position, patterns)
}

const number = `(?:\\d[\\d,.]*|${chineseNumeral}+)`
const digit = '[一二三四五六七八九]'
/** Before a unit. */
const roughNumbers = [
  `${number} ?(?:-|~|到|至) ?${number}`,
  `(?:[一二两三四五六七八](?=[两三四五六七八九])|三(?=五))[两三四五六七八九][十百千万]?`,
  `${number}[多几来余]`,
  '(?:好?几|数)[十百千万]?|若干',
  'a few|several|some|a couple(?: of)?',
]
/** With a unit or without. */
const roughAlone = [
  `${digit}?十[几多来]`,
  '好?几[十百千万]',
  `${digit}[百千万][几多来]`,
  '\\d+[多几来余](?![a-z])',
]

function roughAt(text: string, position: number, pattern: RegExp): Amount | null {
  pattern.lastIndex = position
  return pattern.test(text) ? { parts: [], rough: true, end: pattern.lastIndex } : null
}

interface Patterns {
  unit: RegExp
  half: RegExp
}

const joint = /(?: ?(?:又|零|加|和|\+|and|&) ?| )?/y

function partsAt(text: string, position: number, patterns: Patterns): Amount | null {
  const parts: QuantityPart[] = []
  let end = position
  for (let from = position; ; ) {
    const part = partAt(text, from, patterns)
    const goesOn =
      part && (parts.length === 0 || (part.unit && parts.every(({ unit }) => unit !== part.unit)))
    if (!goesOn || (parts.length > 0 && isOfNext(text, position, end, part))) break
    parts.push({ number: part.number, ...(part.unit && { unit: part.unit }) })
    end = part.end
    if (!part.unit) break
    joint.lastIndex = end
    joint.test(text)
    from = joint.lastIndex
  }
  return parts.length > 0 ? { parts, rough: roughEnd(text, end), end } : null
}

/** 可乐2箱 5瓶雪碧: behind a blank and right before another product of an outline. */
const isOfNext = (text: string, first: number, end: number, part: Part): boolean =>
  text[end] === ' ' && /^(?:的|装的)?G/.test(text.slice(part.end)) && text.slice(0, first).includes('G')

/** 20箱多, 20箱不到, 20箱左右 give a number, but roughly. */
function roughEnd(text: string, end: number): boolean {
  return /^ ?(?:多|不到|左右|上下|or so|ish\b)/.test(text.slice(end, end + 6))
}

type Part = QuantityPart & { end: number }
/** `a` counts only before a unit. */
type NumberRead = { value: Decimal; end: number; onlyBeforeUnit?: boolean }

function partAt(text: string, position: number, patterns: Patterns): Part | null {
  const half = exec(patterns.half, text, position)
  if (half) return { number: new Decimal('0.5'), unit: half[1] ?? half[2]!, end: patterns.half.lastIndex }
  const read: NumberRead | null = halfMore(text, numberAt(text, position)) ?? englishAt(text, position)
  if (!read) return null
  const unit = exec(patterns.unit, text, read.end)
  if (!unit) return read.onlyBeforeUnit ? null : { number: read.value, end: read.end }
  return andHalf(text, { number: read.value, unit: unit[1]!, end: patterns.unit.lastIndex })
}

/** 7 and a half cases, but 7 and a half case of another. */
function halfMore(text: string, read: NumberRead | null): NumberRead | null {
  const half = read && /^ and a half(?= [a-z-]*s(?![a-z]))/.exec(text.slice(read.end, read.end + 30))
  return half ? { value: read.value.plus('0.5'), end: read.end + half[0].length } : read
}

/** 一箱半 */
function andHalf(text: string, part: Part): Part {
  const half = /^(?:半(?![箱件瓶打提])| and a half\b)/.exec(text.slice(part.end, part.end + 11))
  return half ? { ...part, number: part.number.plus('0.5'), end: part.end + half[0].length } : part
}

/** Zero before a number is a drink. */
const english = new RegExp(
  `(?!zero \\d)(?:(?<words>${englishNumber})|(?<one>an?)\\b)(?<half> and a half)?`,
  'y',
)

function englishAt(text: string, position: number): NumberRead | null {
  const groups = exec(english, text, position)?.groups
  const value = groups?.words ? englishInteger(groups.words) : groups?.one ? 1 : null
  if (!groups || value === null) return null
  const exact = new Decimal(value).plus(groups.half ? '0.5' : 0)
  return { value: exact, end: english.lastIndex, onlyBeforeUnit: groups.one !== undefined }
}

function exec(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
