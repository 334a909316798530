import { Decimal } from 'decimal.js'
import { normaliseText } from '../../lib/normalise-text.ts'
import { numberAt } from '../../lib/numerals.ts'
import { type Quantity, toBase } from './quantity.ts'
import { type Counted, plural, type Unit, unitsOf } from './units.ts'

export interface QuantityRead {
  quantity: Quantity
  /** Where the text goes on. */
  end: number
}

/**
 * The quantity of a product that stands at a position of a normalised text: `12箱6瓶`, `12.5 cases`, `两箱半`, `1,200`.
 * A number without a unit counts cases. Null where there is none.
 */
export function quantityAt(text: string, position: number, product: Counted): QuantityRead | null {
  const terms: Quantity[] = []
  let end = position
  for (let term = termAt(text, end, product); term; term = termAt(text, end, product)) {
    // A number that follows `12箱` counts with it only if it has a unit itself: `12箱 6` are two quantities.
    if (terms.length > 0 && !term.unit) break
    terms.push({ quantity: term.value, unit: (term.unit ?? unitsOf(product)[0]!).name })
    end = term.end
    if (!term.unit) break
  }
  return terms.length > 0 ? { quantity: sum(terms, product), end } : null
}

function sum(terms: Quantity[], product: Counted): Quantity {
  if (terms.length === 1) return terms[0]!
  const total = terms.reduce((base, term) => base + toBase(term, product), 0)
  return { quantity: total, unit: unitsOf(product).at(-1)!.name }
}

const space = /\s*/y

function termAt(text: string, position: number, product: Counted) {
  const start = after(space, text, position)
  const read = halfAt(text, start) ?? signedAt(text, start)
  if (!read) return null
  const unit = unitAt(text, after(space, text, read.end), product)
  if (!unit) return read.half ? null : { value: read.value.toNumber(), unit: undefined, end: read.end }
  const half = !read.half && text[unit.end] === '半' && !unitAt(text, unit.end + 1, product)
  const value = half ? read.value.plus('0.5') : read.value
  return { value: value.toNumber(), unit: unit.unit, end: unit.end + (half ? 1 : 0) }
}

/** 半 counts only before a unit. */
const halfAt = (text: string, position: number) =>
  text[position] === '半' ? { value: new Decimal('0.5'), end: position + 1, half: true } : null

function signedAt(text: string, position: number) {
  const minus = text[position] === '-' ? 1 : 0
  const read = numberAt(text, position + minus)
  return read && { value: minus ? read.value.negated() : read.value, end: read.end, half: false }
}

/** Where the pattern ends that stands at the position. */
function after(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  return pattern.test(text) ? pattern.lastIndex : position
}

function unitAt(text: string, position: number, product: Counted): { unit: Unit; end: number } | undefined {
  const names = unitsOf(product).flatMap((unit) =>
    [unit.name, plural(unit.en), unit.en].map((name) => ({ unit, name: normaliseText(name) })),
  )
  const longestFirst = names.sort((a, b) => b.name.length - a.name.length)
  const found = longestFirst.find(({ name }) => text.startsWith(name, position))
  return found && { unit: found.unit, end: position + found.name.length }
}
