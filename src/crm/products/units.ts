import { type Language, nameIn } from '../../lib/words.ts'

/** A unit of a product: `per` base units; the base unit has 1. */
export interface Unit {
  name: string
  en: string
  per: number
}

/** What counting a product takes. `units` is JSON, as stored. */
export interface Counted {
  name: string
  nameEn: string
  units: string
}

/** The units of a product, the largest first. The last is the base unit. */
export function unitsOf(product: Pick<Counted, 'units'>): Unit[] {
  return (JSON.parse(product.units) as Unit[]).sort((a, b) => b.per - a.per)
}

/** The unit stock is spoken of: the case, or whatever is the largest. */
export function caseOf(product: Pick<Counted, 'units'>): Unit {
  return unitsOf(product)[0]!
}

export function unitNamed(product: Pick<Counted, 'units'>, name: string): Unit | undefined {
  return unitsOf(product).find((unit) => unit.name === name || unit.en === name)
}

/** `箱`, `case`, `cases`. */
export function unitInWords(unit: Unit, quantity: number, language: Language): string {
  if (language === 'zh') return unit.name
  return Math.abs(quantity) === 1 ? unit.en : plural(unit.en)
}

export const plural = (noun: string) => (/(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`)

export const productName = (product: Pick<Counted, 'name' | 'nameEn'>, language: Language) =>
  nameIn(product, language)
