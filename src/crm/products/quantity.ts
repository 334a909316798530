import { Decimal } from 'decimal.js'
import type { Language } from '../../lib/words.ts'
import { refuse } from '../refusal.ts'
import { type Counted, caseOf, type Unit, unitInWords, unitNamed, unitsOf } from './units.ts'

/** As said: `12.5箱`. The unit goes by its Chinese name, as on the product. */
export interface Quantity {
  quantity: number
  unit: string
}

/** More of one product than any customer holds, and well within what the database counts. */
export const mostBase = 1_000_000_000

/** Whole base units, exactly. Refuses a unit the product does not have and what would be part of a base unit. */
export function toBase({ quantity, unit }: Quantity, product: Counted): number {
  const known = unitNamed(product, unit)
  if (!known) refuse('product.unit', noSuchUnit(product, unit))
  const base = new Decimal(quantity).times(known.per)
  if (!base.isInteger()) refuse('product.part_unit', partOfUnit(product, quantity, known))
  if (base.abs().gt(mostBase)) refuse('product.too_much', tooMuch(product))
  return base.toNumber()
}

/** In cases, for sums over products that are packed differently. */
export const inCases = (base: number, product: Pick<Counted, 'units'>): number => base / caseOf(product).per

/** `12箱6瓶`, `12 cases 6 bottles`; what `quantityOf` reads back. */
export function quantityInWords(base: number, product: Pick<Counted, 'units'>, language: Language): string {
  const parts = base === 0 ? [{ count: 0, unit: caseOf(product) }] : split(Math.abs(base), product)
  const gap = language === 'zh' ? '' : ' '
  const words = parts.map(({ count, unit }) => `${count}${gap}${unitInWords(unit, count, language)}`)
  return `${base < 0 ? '-' : ''}${words.join(gap)}`
}

function split(base: number, product: Pick<Counted, 'units'>): { count: number; unit: Unit }[] {
  let left = base
  const parts = unitsOf(product).map((unit) => {
    const count = Math.floor(left / unit.per)
    left -= count * unit.per
    return { count, unit }
  })
  return parts.filter(({ count }) => count > 0)
}

const noSuchUnit = (product: Counted, unit: string) => {
  const names = (language: Language) =>
    unitsOf(product).map((known) => (language === 'zh' ? known.name : known.en))
  return {
    zh: `${product.name}没有单位“${unit}”，请用${names('zh').join('或')}。`,
    en: `${product.nameEn} is not counted in “${unit}”. Please use ${names('en').join(' or ')}.`,
  }
}

const partOfUnit = (product: Counted, quantity: number, unit: Unit) => {
  const base = unitsOf(product).at(-1)!
  return {
    zh: `${product.name}${quantity}${unit.name}不是整${base.name}数（1${unit.name}=${unit.per}${base.name}），请写成整${base.name}。`,
    en: `${product.nameEn}: ${quantity} ${unitInWords(unit, quantity, 'en')} is not a whole number of ${unitInWords(base, 2, 'en')} (1 ${unit.en} = ${unit.per}). Please give whole ${unitInWords(base, 2, 'en')}.`,
  }
}

const tooMuch = (product: Counted) => ({
  zh: `${product.name}的数量太大，没有哪家客户有这么多，请核对。`,
  en: `${product.nameEn}: no customer holds that much. Please check the figure.`,
})
