import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractNumber } from '../../../src/crm/contracts/contract-number.ts'
import { handInBy, isLate } from '../../../src/crm/contracts/hand-in.ts'
import { evenSplit, monthRuns } from '../../../src/crm/contracts/months.ts'
import { rebateOn, rebatesFrom, stepReached } from '../../../src/crm/contracts/rebates.ts'
import { defaultRules } from '../../../src/crm/rules.ts'
import { moneyInWords } from '../../../src/lib/money-in-words.ts'
import { Temporal } from '../../../src/lib/time.ts'

const volume = fc.integer({ min: 0, max: 1_000_000_000 })
const unit = fc.integer({ min: 1, max: 96 })

describe('an even split', () => {
  test('1,000 cases of 24 are whole cases in every month', () => {
    expect(evenSplit(24_000, 24).map((bottles) => bottles / 24)).toEqual([
      84, 84, 84, 84, 83, 83, 83, 83, 83, 83, 83, 83,
    ])
  })

  test('adds up exactly, and no two months differ by more than one unit', () => {
    fc.assert(
      fc.property(volume, unit, (whole, per) => {
        const months = evenSplit(whole, per)
        expect(months).toHaveLength(12)
        expect(months.reduce((sum, month) => sum + month, 0)).toBe(whole)
        expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(whole % per === 0 ? per : 1)
      }),
    )
  })

  test('months of the same volume are said together, and none is left out', () => {
    expect(monthRuns([3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2])).toEqual([
      { from: 1, to: 2, volume: 3 },
      { from: 3, to: 12, volume: 2 },
    ])
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (months) => {
        const spoken = monthRuns(months).flatMap(({ from, to, volume: each }) =>
          Array(to - from + 1).fill(each),
        )
        expect(spoken).toEqual(months)
      }),
    )
  })
})

describe('rebates', () => {
  const steps = [
    { from: 100, rate: 1 },
    { from: 120, rate: 2.5 },
  ]

  test.each([
    ['达到100%返1%，120%返2.5%', steps],
    ['100% 1%, 120% 2.5%', steps],
    ['１００％ 返 １％', [{ from: 100, rate: 1 }]],
    ['100% 1%, 120%', null],
    ['120% 1%, 100% 2%', null],
    ['100% 2%, 120% 1%', null],
    ['返一点', null],
  ])('“%s”', (written, expected) => {
    expect(rebatesFrom(written)).toEqual(expected)
  })

  test('the highest step that is reached counts', () => {
    expect(stepReached(steps, 1000, 999)).toBeNull()
    expect(stepReached(steps, 1000, 1000)).toEqual(steps[0])
    expect(stepReached(steps, 1000, 1199)).toEqual(steps[0])
    expect(stepReached(steps, 1000, 5000)).toEqual(steps[1])
    expect(stepReached(steps, 0, 10)).toBeNull()
  })

  test('is rounded to the fen', () => {
    expect(rebateOn(1_000_001n, steps[1]!)).toBe(25_000n)
    expect(rebateOn(1_000_020n, steps[1]!)).toBe(25_001n)
    expect(rebateOn(1_000_000n, null)).toBe(0n)
  })
})

describe('numbers and deadlines', () => {
  test('a number carries prefix, year and at least four digits', () => {
    expect(contractNumber('HT', 2026, 31)).toBe('HT-2026-0031')
    expect(contractNumber('HT', 2026, 12_345)).toBe('HT-2026-12345')
  })

  test('five working days after the signing, over the National Day holiday with its make-up days', () => {
    expect(handInBy('2026-11-20', defaultRules).toString()).toBe('2026-11-27')
    expect(handInBy('2026-09-30', defaultRules).toString()).toBe('2026-10-13')
  })

  test('the last day still counts, in the zone of the office', () => {
    const by = Temporal.PlainDate.from('2026-11-27')
    expect(isLate(by, Temporal.Instant.from('2026-11-27T23:59:00+08:00'), 'Asia/Shanghai')).toBe(false)
    expect(isLate(by, Temporal.Instant.from('2026-11-28T00:00:00+08:00'), 'Asia/Shanghai')).toBe(true)
  })

  test('money shows decimals only where there are any', () => {
    expect(moneyInWords(123_456_700n)).toBe('¥1,234,567')
    expect(moneyInWords(1205n)).toBe('¥12.05')
    expect(moneyInWords(-5n)).toBe('-¥0.05')
    expect(moneyInWords(0n)).toBe('¥0')
  })
})
