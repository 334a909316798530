import { normaliseText } from '../../lib/normalise-text.ts'
import { type Quantity, toBase } from './quantity.ts'
import { type Counted, plural, type Unit, unitsOf } from './units.ts'

export interface QuantityRead {
  quantity: Quantity
  /** Where the text goes on. */
  end: number
}

/**
 * The quantity of a product that stands at a position of a normalised text: `12箱6瓶`, `12.5 cases`, `半箱`, `1,200`.
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

const number = /\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|半)\s*/y

function termAt(text: string, position: number, product: Counted) {
  number.lastIndex = position
  const read = number.exec(text)
  if (!read) return null
  const unit = unitAt(text, number.lastIndex, product)
  if (read[1] === '半' && !unit) return null
  const value = read[1] === '半' ? 0.5 : Number(read[1]!.replaceAll(',', ''))
  return { value, unit: unit?.unit, end: unit?.end ?? position + read[0].trimEnd().length }
}

function unitAt(text: string, position: number, product: Counted): { unit: Unit; end: number } | undefined {
  const names = unitsOf(product).flatMap((unit) =>
    [unit.name, plural(unit.en), unit.en].map((name) => ({ unit, name: normaliseText(name) })),
  )
  const longestFirst = names.sort((a, b) => b.name.length - a.name.length)
  const found = longestFirst.find(({ name }) => text.startsWith(name, position))
  return found && { unit: found.unit, end: position + found.name.length }
}
