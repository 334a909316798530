import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inCases, quantityInWords, toBase } from '../../../src/crm/products/quantity.ts'
import { unitsOf } from '../../../src/crm/products/units.ts'

const cola = {
  name: '可乐',
  nameEn: 'Cola',
  units: JSON.stringify([
    { name: '瓶', en: 'bottle', per: 1 },
    { name: '箱', en: 'case', per: 24 },
  ]),
}
const juice = {
  name: '橙汁',
  nameEn: 'Orange juice',
  units: JSON.stringify([
    { name: '箱', en: 'box', per: 36 },
    { name: '提', en: 'pack', per: 6 },
    { name: '盒', en: 'carton', per: 1 },
  ]),
}

describe('units', () => {
  test('come largest first, however they are stored', () => {
    expect(unitsOf(cola).map(({ name }) => name)).toEqual(['箱', '瓶'])
  })
})

describe('from what was said to base units', () => {
  test.each([
    [12, '箱', 288],
    [12.5, '箱', 300],
    [6, '瓶', 6],
    [2, 'case', 48],
    [-1.25, '箱', -30],
    [0, '瓶', 0],
  ])('%s%s is %s bottles', (quantity, unit, base) => {
    expect(toBase({ quantity, unit }, cola)).toBe(base)
  })

  test('decimals are exact, where binary fractions are not', () => {
    const sachets = { ...cola, units: JSON.stringify([{ name: '箱', en: 'case', per: 100 }]) }
    expect(0.07 * 100).not.toBe(7)
    expect(toBase({ quantity: 0.07, unit: '箱' }, sachets)).toBe(7)
  })

  test('a part of a bottle is refused, with what a case holds', () => {
    expect(() => toBase({ quantity: 12.3, unit: '箱' }, cola)).toThrow(
      'product.part_unit: Cola: 12.3 cases is not a whole number of bottles (1 case = 24). Please give whole bottles.',
    )
  })

  test('a unit the product does not have is refused, with those it has', () => {
    expect(() => toBase({ quantity: 1, unit: '桶' }, cola)).toThrow('Please use case or bottle.')
  })

  test('more than anyone holds is refused', () => {
    expect(() => toBase({ quantity: 1e9, unit: '箱' }, cola)).toThrow('product.too_much')
  })

  test('a hundredth of a unit of any size is exact or refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 500 }),
        (hundredths, per) => {
          const product = { ...cola, units: JSON.stringify([{ name: '箱', en: 'case', per }]) }
          const said = { quantity: hundredths / 100, unit: '箱' }
          if ((hundredths * per) % 100 === 0) expect(toBase(said, product)).toBe((hundredths * per) / 100)
          else expect(() => toBase(said, product)).toThrow('product.part_unit')
        },
      ),
    )
  })
})

describe('in words', () => {
  test.each([
    [294, '12箱6瓶', '12 cases 6 bottles'],
    [288, '12箱', '12 cases'],
    [25, '1箱1瓶', '1 case 1 bottle'],
    [0, '0箱', '0 cases'],
    [-30, '-1箱6瓶', '-1 case 6 bottles'],
  ])('%s bottles are %s', (base, zh, en) => {
    expect(quantityInWords(base, cola, 'zh')).toBe(zh)
    expect(quantityInWords(base, cola, 'en')).toBe(en)
  })

  test('three units, and the plural of box', () => {
    expect(quantityInWords(2 * 36 + 3 * 6 + 1, juice, 'zh')).toBe('2箱3提1盒')
    expect(quantityInWords(2 * 36 + 1, juice, 'en')).toBe('2 boxes 1 carton')
  })

  test('the words add up to the quantity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (base) => {
        const parts = [...quantityInWords(base, juice, 'zh').matchAll(/(\d+)(\D)/g)]
        const sum = parts.reduce(
          (total, [, n, unit]) => total + toBase({ quantity: Number(n), unit: unit! }, juice),
          0,
        )
        expect(sum).toBe(base)
      }),
    )
  })

  test('in cases for sums', () => {
    expect(inCases(300, cola)).toBe(12.5)
  })
})
