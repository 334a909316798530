import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantityInWords, toBase } from '../../../src/crm/products/quantity.ts'
import { amountsInWords, amountsOf } from '../../../src/crm/stock/amounts.ts'

const cola = {
  name: '可乐',
  nameEn: 'Cola',
  units: JSON.stringify([
    { name: '箱', en: 'case', per: 24 },
    { name: '瓶', en: 'bottle', per: 1 },
  ]),
}
const cases = (quantity: number) => ({ quantity, unit: '箱' })
const tooMuch = 99_999_999_999
const bottles = (quantity: number) => ({ quantity, unit: '瓶' })

describe('what is typed of one product', () => {
  test.each([
    ['12', { closing: cases(12) }],
    ['12箱6瓶', { closing: bottles(294) }],
    ['12 cases 6 bottles', { closing: bottles(294) }],
    ['12.5箱', { closing: cases(12.5) }],
    ['半箱', { closing: cases(0.5) }],
    ['1,200瓶', { closing: bottles(1200) }],
    ['30 12', { received: cases(30), closing: cases(12) }],
    ['30箱，12箱6瓶', { received: cases(30), closing: bottles(294) }],
    ['20/30/12', { opening: cases(20), received: cases(30), closing: cases(12) }],
    ['进30 存12箱', { received: cases(30), closing: cases(12) }],
    ['进30存12', { received: cases(30), closing: cases(12) }],
    [
      '期初20 进货30 在途5 库存12',
      { opening: cases(20), received: cases(30), inTransit: cases(5), closing: cases(12) },
    ],
    [
      'Opening 20, received 30, stock 12 cases',
      { opening: cases(20), received: cases(30), closing: cases(12) },
    ],
    ['in transit 3 left 12', { inTransit: cases(3), closing: cases(12) }],
    ['進30 存１２', { received: cases(30), closing: cases(12) }],
    ['进30 没了', { received: cases(30), closing: cases(0) }],
    ['退3箱 赠2 存12', { adjustment: cases(-3), gifts: cases(2), closing: cases(12) }],
    ['在途10', { inTransit: cases(10) }],
    ['十二箱', { closing: cases(12) }],
    ['两箱半', { closing: cases(2.5) }],
    ['进三十 存十二箱六瓶', { received: cases(30), closing: bottles(294) }],
    [
      '期初两百 进1.2万瓶 存一百零二箱',
      { opening: cases(200), received: bottles(12000), closing: cases(102) },
    ],
    ['没进货 存12箱半', { received: cases(0), closing: cases(12.5) }],
    ['没剩', { closing: cases(0) }],
    ['１２箱６瓶', { closing: bottles(294) }],
    ['', {}],
  ])('%s', (typed, amounts) => {
    expect(amountsOf(typed, cola)).toEqual(amounts)
  })

  test.each([
    '大概12',
    '十几箱',
    '三四箱',
    '半',
    '12桶',
    '进30 存',
    '存12 存15',
    '1 2 3 4',
    '存12箱 12',
    'abc',
  ])('%s is not clear', (typed) => {
    expect(() => amountsOf(typed, cola)).toThrow('stock.unreadable')
  })

  test('too much is shown as it was said', () => {
    const said = amountsOf(`${tooMuch}箱`, cola)
    expect(amountsInWords(said, cola, 'zh')).toBe(`存${tooMuch}箱`)
    expect(() => toBase(said.closing!, cola)).toThrow('product.too_much')
  })

  test('is read back from its words, in both languages', () => {
    const amount = fc.integer({ min: 0, max: 100_000 })
    const figures = fc.record(
      {
        opening: amount,
        received: amount,
        inTransit: amount,
        closing: amount,
        gifts: amount,
        adjustment: amount,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(figures, fc.constantFrom('zh' as const, 'en' as const), (said, language) => {
        const amounts = Object.fromEntries(
          Object.entries(said).map(([figure, base]) => [figure, bottles(base)]),
        )
        const read = amountsOf(amountsInWords(amounts, cola, language), cola)
        const inBase = Object.entries(read).map(([figure, quantity]) => [figure, toBase(quantity, cola)])
        expect(Object.fromEntries(inBase)).toEqual(said)
      }),
    )
  })

  test('no text makes it fail but with a refusal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123箱瓶进存期初在途半没了 ,.-/caseo'.split('')) }),
        (typed) => {
          try {
            for (const quantity of Object.values(amountsOf(typed, cola)))
              expect(quantityInWords(toBase(quantity, cola), cola, 'zh')).toBeTruthy()
          } catch (error) {
            expect((error as Error).name).toBe('Refusal')
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
