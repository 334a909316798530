import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contractRate,
  daysOfStock,
  shipmentRate,
  suggestedOrder,
} from '../../../src/crm/stock/days-of-stock.ts'

const amount = fc.integer({ min: 0, max: 1_000_000 })
const rate = fc.record({
  volume: fc.integer({ min: 1, max: 100_000_000 }),
  days: fc.constantFrom(56, 365, 366),
})

describe('days of stock', () => {
  test('on hand over the contracted volume of a day', () => {
    const rate = contractRate(365 * 24, 365)!
    expect(daysOfStock(240, rate)).toBe(10)
    expect(rate.basis).toBe('contract')
  })

  test('without a contract, over what was shipped in the weeks that were reported', () => {
    const rate = shipmentRate([70, 140, 0, 70, 70, 70, 70, 70])!
    expect(daysOfStock(100, rate)).toBe(10)
    expect(rate).toEqual({ volume: 560, days: 56, basis: 'shipments' })
  })

  test('where nothing leaves there is no rate', () => {
    expect(contractRate(0, 365)).toBeNull()
    expect(shipmentRate([])).toBeNull()
    expect(shipmentRate([100, -100])).toBeNull()
  })
})

describe('suggested order', () => {
  const perDay = contractRate(365 * 24, 365)!

  test('fills up to the target in whole cases', () => {
    expect(suggestedOrder({ onHand: 240, inTransit: 24, perCase: 24 }, perDay, 21)).toBe(240)
    expect(suggestedOrder({ onHand: 241, inTransit: 24, perCase: 24 }, perDay, 21)).toBe(240)
    expect(suggestedOrder({ onHand: 600, inTransit: 0, perCase: 24 }, perDay, 21)).toBe(0)
  })

  test('is the fewest whole cases that reach the target', () => {
    const perCase = fc.constantFrom(1, 6, 12, 24, 30)
    fc.assert(
      fc.property(
        amount,
        amount,
        perCase,
        rate,
        fc.integer({ min: 1, max: 90 }),
        (onHand, inTransit, perCase, rate, target) => {
          const order = suggestedOrder({ onHand, inTransit, perCase }, rate, target)
          const lasts = (ordered: number) =>
            BigInt(onHand + inTransit + ordered) * BigInt(rate.days) >= BigInt(target) * BigInt(rate.volume)
          expect(order % perCase).toBe(0)
          expect(lasts(order)).toBe(true)
          if (order > 0) expect(lasts(order - perCase)).toBe(false)
        },
      ),
    )
  })
})
