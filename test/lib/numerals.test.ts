import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { englishInteger } from '../../src/chat/understand/english-numbers.ts'
import { chineseDigits, chineseInteger, numberAt } from '../../src/lib/numerals.ts'

describe('Chinese numerals', () => {
  test.each([
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['廿五', 25],
    ['三十', 30],
    ['一百零五', 105],
    ['一百五', 150],
    ['一百五十', 150],
    ['一百一十五', 115],
    ['两千三', 2300],
    ['两千零三', 2003],
    ['两千三百', 2300],
    ['一万二', 12_000],
    ['三万五千', 35_000],
    ['十二万五', 125_000],
    ['一千二百万', 12_000_000],
    ['一亿三', 130_000_000],
  ])('%s is %d', (numeral, value) => {
    expect(chineseInteger(numeral)).toBe(value)
  })

  test.each([
    '三四',
    '五一',
    '万一',
    '百',
    '千万',
    '十十',
    '一二三',
    '三十四十',
    '零五',
    '',
    '百事',
    '三万五亿',
  ])('%s is no number', (numeral) => {
    expect(chineseInteger(numeral)).toBeNull()
  })

  test('every number comes back from its numeral, long or short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        expect(chineseInteger(inChinese(n))).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  test('a year is read digit by digit', () => {
    expect(chineseDigits('二〇二六')).toBe(2026)
    expect(chineseDigits('二零二六')).toBe(2026)
    expect(chineseDigits('二十六')).toBeNull()
  })
})

test.each([
  ['20', '20'],
  ['12.5', '12.5'],
  ['.5', '0.5'],
  ['12,000', '12000'],
  ['1,234,567.5', '1234567.5'],
  ['1.2万', '12000'],
  ['3万5', '35000'],
  ['3万5千', '35000'],
  ['3万5000', '35000'],
  ['3.5w', '35000'],
  ['3k', '3000'],
  ['3千5', '3500'],
  ['3万五', '35000'],
  ['3百五', '350'],
  ['三十', '30'],
  ['两千三', '2300'],
])('%s is %s', (text, value) => {
  const read = numberAt(`存${text}箱`, 1)!
  expect(read.value.toString()).toBe(value)
  expect(read.end).toBe(1 + text.length)
})

test.each([
  ['twelve', 12],
  ['twenty five', 25],
  ['twenty-five', 25],
  ['a hundred', 100],
  ['two hundred and fifty', 250],
  ['three thousand two hundred', 3200],
])('%s is %d', (words, value) => {
  expect(englishInteger(words)).toBe(value)
})

test.each(['two three', 'twenty thirty', 'hundred', 'five twenty'])('%s is no number', (words) => {
  expect(englishInteger(words)).toBeNull()
})

/** The full form, as a schoolbook writes it. */
function inChinese(n: number): string {
  if (n >= 10_000) {
    const rest = n % 10_000
    const zero = rest > 0 && rest < 1000 ? '零' : ''
    return `${inChinese(Math.floor(n / 10_000))}万${zero}${rest > 0 ? inChinese(rest) : ''}`
  }
  const digit = '零一二三四五六七八九'
  if (n < 10) return digit[n]!
  const unit = [1000, 100, 10].find((size) => size <= n)!
  const rest = n % unit
  const zero = rest > 0 && rest < unit / 10 ? '零' : ''
  return `${digit[Math.floor(n / unit)]}${{ 1000: '千', 100: '百', 10: '十' }[unit]}${zero}${rest > 0 ? inChinese(rest) : ''}`
}
