import { caseOf } from '../../src/crm/products/units.ts'
import { knownShops } from './known-shops.ts'
import { type ProductRow, productNamed, products } from './products.ts'
import { randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'

/** A product that a customer carries, and how many base units leave in a usual week. */
export interface Carried {
  product: ProductRow
  weekly: number
}

const casesAWeek: Record<string, [from: number, to: number]> = {
  distributor: [120, 480],
  sub_distributor: [18, 90],
  exclusive_sub_distributor: [25, 110],
  contracted_wholesaler: [6, 40],
}

/** What sells in the supermarket everyone tells about: a few cases a week. */
const supermarket: [code: string, cases: number][] = [
  ['KL500', 10],
  ['XB500', 8],
  ['FD500', 5],
  ['CJS', 14],
  ['LC', 6],
  ['BHC', 5],
  ['CZ', 4],
  ['PJ', 9],
]

/** What a customer carries; nothing is known of those whose stock nobody counts and who sign no contracts. */
export function assortmentOf({ id, tier }: CustomerRow): Carried[] {
  if (knownShops[id - 1]?.nameEn === 'Hualian Supermarket')
    return supermarket.map(([code, cases]) => carried(productNamed(code), cases))
  const range = casesAWeek[tier]
  if (!range) return []
  const random = randomOf('assortment', id)
  const sold = products.filter(({ inSeason }) => inSeason)
  const count = tier === 'distributor' ? random.between(10, 14) : random.between(5, 9)
  return random.some(sold, count).map((product) => carried(product, random.between(...range)))
}

const carried = (product: ProductRow, cases: number): Carried => ({
  product,
  weekly: cases * caseOf(product).per,
})
