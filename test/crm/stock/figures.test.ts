import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRules } from '../../../src/crm/rules.ts'
import { challengesOf } from '../../../src/crm/stock/challenges.ts'
import { netShipment, type StockFigures } from '../../../src/crm/stock/figures.ts'
import { isWithin, likelyRange } from '../../../src/crm/stock/likely-range.ts'

const none: StockFigures = { opening: 0, received: 0, inTransit: 0, closing: 0, adjustment: 0, gifts: 0 }
const amount = fc.integer({ min: 0, max: 100_000 })
const figures = fc.record({
  opening: amount,
  received: amount,
  inTransit: amount,
  closing: amount,
  adjustment: fc.integer({ min: -1000, max: 1000 }),
  gifts: amount,
})

describe('net shipment', () => {
  test('is what there was and what came in, less what is left', () => {
    expect(netShipment({ ...none, opening: 480, received: 720, closing: 288 })).toBe(912)
    expect(netShipment({ ...none, opening: 480, adjustment: -24, closing: 400 })).toBe(56)
  })

  test('opening and closing of weeks that follow each other cancel out', () => {
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 12 }), (weeks) => {
        const chained = weeks.map((week, i) => ({
          ...week,
          opening: i === 0 ? week.opening : weeks[i - 1]!.closing,
        }))
        const shipped = chained.reduce((sum, week) => sum + netShipment(week), 0)
        const cameIn = chained.reduce((sum, week) => sum + week.received + week.adjustment, 0)
        expect(shipped).toBe(chained[0]!.opening + cameIn - chained.at(-1)!.closing)
      }),
    )
  })

  test('what is in transit and what was given do not count', () => {
    fc.assert(
      fc.property(figures, amount, amount, (week, inTransit, gifts) => {
        expect(netShipment({ ...week, inTransit, gifts })).toBe(netShipment(week))
      }),
    )
  })
})

describe('the range a closing is likely in', () => {
  const range = (history: number[], smallest = 24) => likelyRange(history, smallest, defaultRules)

  test('is the median, four median absolute deviations either way', () => {
    // median 110; deviations 0 0 10 10 10 10 20 20, their median 10
    expect(range([100, 110, 90, 120, 100, 110, 120, 130])).toEqual({ from: 70, to: 150 })
  })

  test('is asked of the last eight periods alone', () => {
    expect(range([100, 110, 90, 120, 100, 110, 120, 130, 9000, 9000, 9000])).toEqual({ from: 70, to: 150 })
  })

  test('where all periods are the same, a tenth of the median or a case stands in for the deviation', () => {
    expect(range([1000, 1000, 1000, 1000, 1000])).toEqual({ from: 600, to: 1400 })
    expect(range([48, 48, 48, 48])).toEqual({ from: 0, to: 144 })
    expect(range([0, 0, 0, 0, 0])).toEqual({ from: 0, to: 96 })
  })

  test('says nothing of a short history', () => {
    expect(range([100, 100, 100])).toBeNull()
  })

  const history = fc.array(amount, { minLength: 4, maxLength: 8 })

  test('holds the median and at least half of the history', () => {
    fc.assert(
      fc.property(history, (closings) => {
        const likely = range(closings)!
        const inside = closings.filter((closing) => isWithin(closing, likely)).length
        expect(inside * 2).toBeGreaterThanOrEqual(closings.length)
      }),
    )
  })

  test('does not depend on the order of the history', () => {
    fc.assert(
      fc.property(history, (closings) => {
        expect(range(closings.toReversed())).toEqual(range(closings))
      }),
    )
  })

  test('always leaves room for a change, and never goes below nothing', () => {
    fc.assert(
      fc.property(history, (closings) => {
        const { from, to } = range(closings)!
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
      }),
    )
  })
})

describe('what is challenged', () => {
  const first = { lastClosing: null, closings: [], perCase: 24 }
  const kinds = (week: StockFigures, past = first as Parameters<typeof challengesOf>[1]) =>
    challengesOf(week, past, defaultRules).map(({ kind }) => kind)

  test('a first report sets the opening stock', () => {
    expect(kinds({ ...none, opening: 480, closing: 240 })).toEqual([])
  })

  test('an opening that is not the last closing, with what was expected', () => {
    const past = { lastClosing: 500, closings: [500], perCase: 24 }
    expect(challengesOf({ ...none, opening: 480, closing: 240 }, past, defaultRules)).toEqual([
      { kind: 'opening', opening: 480, expected: 500 },
    ])
  })

  test('more left than there can be', () => {
    expect(kinds({ ...none, opening: 10, received: 5, closing: 20 })).toEqual(['negative'])
  })

  test('a closing beyond what is likely', () => {
    const past = { lastClosing: 100, closings: [100, 110, 90, 120, 100, 110, 120, 130], perCase: 24 }
    expect(kinds({ ...none, opening: 100, received: 100, closing: 150 }, past)).toEqual([])
    expect(kinds({ ...none, opening: 100, received: 100, closing: 151 }, past)).toEqual(['outlier'])
  })

  test('nothing but these: an opening that agrees, a positive net shipment, a likely closing pass', () => {
    fc.assert(
      fc.property(figures, fc.array(amount, { maxLength: 10 }), (week, closings) => {
        const past = { lastClosing: closings[0] ?? null, closings, perCase: 24 }
        const likely = likelyRange(closings, 24, defaultRules)
        expect(kinds(week, past)).toEqual([
          ...(netShipment(week) < 0 ? ['negative'] : []),
          ...(closings.length > 0 && week.opening !== closings[0] ? ['opening'] : []),
          ...(likely && !isWithin(week.closing, likely) ? ['outlier'] : []),
        ])
      }),
    )
  })
})
