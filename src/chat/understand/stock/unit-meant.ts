import { Decimal } from 'decimal.js'
import type { Quantity } from '../../../crm/products/quantity.ts'
import { type Counted, type Unit, unitsOf } from '../../../crm/products/units.ts'
import type { QuantityPart } from '../amount-at.ts'
import { unitFor } from '../unit-of.ts'
import { isDozen } from '../unit-words.ts'
import type { Token } from './tokens.ts'

/** The units a number without one may be of. */
export interface UnitsSaid {
  /** Said of everything: 单位：瓶. */
  declared?: string
  /** Said of this product, then of any. */
  own: string[]
  others: string[]
}

/** The units that numbers have, and those that stand beside a product. */
export const unitsIn = (tokens: Token[]): string[] =>
  tokens.flatMap((token) => {
    if (token.is === 'unit') return token.all ? [] : token.unit
    const parts = token.is === 'amount' ? token.amount.parts : []
    return parts.length === 1 ? parts.flatMap(({ unit }) => unit ?? []) : []
  })

/** What is said before any product or of all of them; where that is not the same it is of the product beside it. */
export function unitOfAll(tokens: Token[], rest: Token[]): string | undefined {
  const units = tokens.flatMap((token) => (token.is === 'unit' && token.all ? token.unit : []))
  return new Set(units).size === 1 ? units[0] : unitBeside(rest)
}

export const unitBeside = (tokens: Token[]): string | undefined =>
  tokens.find((token) => token.is === 'unit')?.unit

/**
 * The unit of a bare number: the one that is declared, else cases. Null where another unit than cases is said beside it:
 * 可乐20 雪碧15瓶 may be twenty bottles.
 */
export function bareUnit({ declared, own, others }: UnitsSaid, product: Counted): Unit | null {
  const units = unitsOf(product)
  const cases = units[0]!
  const all = declared === undefined ? undefined : unitFor(declared, units)
  if (all) return all
  const known = [...new Set((own.length > 0 ? own : others).flatMap((word) => unitFor(word, units) ?? []))]
  return known.every((unit) => unit === cases) ? cases : null
}

export type QuantityRead = { quantity: Quantity } | { no: 'unit'; unit: string } | { no: 'bare' }

/** A unit that the product does not have is given back. A bare number takes the unit that is meant. */
export function quantityOf(parts: QuantityPart[], product: Counted, said: UnitsSaid): QuantityRead {
  const units = unitsOf(product)
  const counted: { number: Decimal; unit: Unit }[] = []
  for (const { number, unit } of parts) {
    const known = unit === undefined ? bareUnit(said, product) : unitFor(unit, units)
    if (known)
      counted.push({
        number: isDozen(unit ?? '') && known.per === 1 ? number.times(12) : number,
        unit: known,
      })
    else if (number.isZero()) counted.push({ number, unit: units[0]! })
    else return unit === undefined ? { no: 'bare' } : { no: 'unit', unit }
  }
  const [only, another] = counted as [(typeof counted)[number], (typeof counted)[number]?]
  if (!another) return { quantity: { quantity: only.number.toNumber(), unit: only.unit.name } }
  const base = counted.reduce((sum, { number, unit }) => sum.plus(number.times(unit.per)), new Decimal(0))
  return { quantity: { quantity: base.toNumber(), unit: units.at(-1)!.name } }
}
