import type { Unit } from '../../crm/products/units.ts'
import { isDozen, isNameOf, namesUnit } from './unit-words.ts'

/** The unit of a product that a word names, as the product calls it before what is usual elsewhere; the largest where none is said. A dozen is of the smallest. */
export function unitFor(word: string | undefined, units: Unit[]): Unit | undefined {
  if (!word) return units[0]
  const known = units.find((unit) => isNameOf(word, unit)) ?? units.find((unit) => namesUnit(word, unit))
  return known ?? (isDozen(word) ? units.at(-1) : undefined)
}
