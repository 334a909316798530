import { type Counted, caseOf } from '../../../crm/products/units.ts'

/** Whether a size is that of the product: 500ml of KL500, 24瓶装 of one that comes in cases of 24. */
export function sizeFits(said: string, code: string, product: Counted): boolean {
  const number = said.match(/[\d.]+/g)?.at(-1) ?? ''
  if (/[*×x装入/每]/.test(said)) return Number(number) === caseOf(product).per
  const names = `${code} ${product.name} ${product.nameEn}`
  return new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`).test(names)
}
