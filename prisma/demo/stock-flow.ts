import { caseOf } from '../../src/crm/products/units.ts'
import type { Carried } from './assortment.ts'
import { type Random, randomOf } from './random.ts'

/** A week in which stock was ordered; the goods come the week after. */
export interface Rhythm {
  every: 1 | 2
  first: 0 | 1
}

/** The stock of one product at a customer, week by week; a report tells of all weeks since the one before. */
export function stockFlow({ product, weekly }: Carried, { every, first }: Rhythm, customerId: number) {
  const random = randomOf('stock', customerId, product.code)
  const { per } = caseOf(product)
  const wholeCases = (base: number) => Math.max(0, Math.ceil(base / per)) * per
  const enough = weekly * (every + 1.2)
  let closing = Math.round(weekly * 1.3)
  let onTheWay = first === 0 ? 0 : wholeCases(weekly)
  let told = { opening: closing, received: 0, adjustment: 0, gifts: 0 }
  return {
    passWeek(week: number): void {
      const broken = random.chance(0.03) ? Math.min(random.between(1, 4), closing) : 0
      const received = onTheWay
      const sold = Math.min(closing + received - broken, soldInWeek(random, weekly))
      closing += received - broken - sold
      told.received += received
      told.adjustment -= broken
      told.gifts += received > 0 && random.chance(0.08) ? per : 0
      onTheWay = week % every === first % every ? wholeCases(enough - closing) : 0
    },
    report() {
      const line = { productId: product.id, ...told, inTransit: random.chance(0.4) ? onTheWay : 0, closing }
      told = { opening: closing, received: 0, adjustment: 0, gifts: 0 }
      return line
    },
  }
}

/** In base units: bottles are sold singly, too. */
const soldInWeek = (random: Random, weekly: number) => Math.round((weekly * random.between(72, 128)) / 100)
