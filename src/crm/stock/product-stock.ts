import type { Product } from '#prisma'
import { lastFinished, type Period } from '../../lib/period.ts'
import { Temporal } from '../../lib/time.ts'
import { inCases } from '../products/quantity.ts'
import { caseOf } from '../products/units.ts'
import {
  type Basis,
  contractRate,
  daysOfStock,
  type Rate,
  shipmentRate,
  suggestedOrder,
} from './days-of-stock.ts'
import { netShipment, type StockFigures } from './figures.ts'

/** What a customer has of one product. Quantities are base units. */
export interface ProductStock {
  product: Product
  /** The week in which it was counted last. */
  period: Period
  onHand: number
  inTransit: number
  weekOpening: number
  /** The stock with which the month began; null where no report tells. */
  monthOpening: number | null
  rate: Rate | null
  /** Null where nothing leaves. */
  days: number | null
  /** Whole cases that fill the stock up to the target days. */
  order: number
}

/** A product in one report. */
export interface CountedLine {
  period: Period
  product: Product
  figures: StockFigures
}

export interface Surroundings {
  today: Temporal.PlainDate
  /** Volumes of the year by product; null where there is no contract. */
  contract: Map<number, number> | null
  /** Weeks whose net shipment says how fast a product leaves. */
  shipmentWeeks: number
  targetDays: number
}

/** From the lines of one product, the latest first. */
export function productStock(lines: CountedLine[], around: Surroundings): ProductStock {
  const { product, period, figures } = lines[0]!
  const { closing: onHand, inTransit, opening } = figures
  const rate = rateOf(lines, around)
  const perCase = caseOf(product).per
  return {
    product,
    period,
    onHand,
    inTransit,
    weekOpening: opening,
    monthOpening: closingBefore(lines, around.today.with({ day: 1 })),
    rate,
    days: rate && daysOfStock(onHand, rate),
    order: rate ? suggestedOrder({ onHand, inTransit, perCase }, rate, around.targetDays) : 0,
  }
}

/** The contract says how fast a product is to leave; what it does not name is judged by what was shipped. */
function rateOf(lines: CountedLine[], { contract, today, shipmentWeeks }: Surroundings): Rate | null {
  const contracted = contractRate(contract?.get(lines[0]!.product.id) ?? 0, today.daysInYear)
  if (contracted) return contracted
  const since = lines[0]!.period.first.subtract({ weeks: shipmentWeeks - 1 })
  const recent = lines.filter(({ period }) => Temporal.PlainDate.compare(period.first, since) >= 0)
  return shipmentRate(recent.map(({ figures }) => netShipment(figures)))
}

function closingBefore(lines: CountedLine[], date: Temporal.PlainDate): number | null {
  const before = lines.find(({ period }) => Temporal.PlainDate.compare(period.last, date) < 0)
  return before?.figures.closing ?? null
}

/** The day of a count that is older than the week that reports are about now; null where it is of that week. */
export const oldCount = (period: Period, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  Temporal.PlainDate.compare(period.last, lastFinished('week', today).last) < 0 ? period.last : null

/** Days of stock over all products whose rate has the basis, in cases; null where there is none. */
export function daysInAll(products: ProductStock[], basis: Basis): number | null {
  const rated = products.flatMap(({ product, onHand, rate }) =>
    rate?.basis === basis
      ? [{ onHand: inCases(onHand, product), perDay: inCases(rate.volume, product) / rate.days }]
      : [],
  )
  const sum = (of: (one: (typeof rated)[number]) => number) =>
    rated.reduce((total, one) => total + of(one), 0)
  return rated.length > 0 ? sum(({ onHand }) => onHand) / sum(({ perDay }) => perDay) : null
}
