import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, originalSpan, plainText } from '../../../src/chat/understand/normalise.ts'

test.each([
  ['拜訪華聯超市，下週二再去', '拜访华联超市,下周二再去'],
  ['１２月１號　下午３點', '12月1号 下午3点'],
  ['兩個禮拜後、國慶節後', '两个礼拜后、国庆节后'],
  ['Visited HUALIAN – back “next” Tuesday', 'visited hualian - back "next" tuesday'],
  ['①可乐２０ ②雪碧１５', ' 可乐20  雪碧15'],
  ['3½箱 ㎏', '3.5箱 kg'],
  ['可\u200b乐\ufe0f', '可乐'],
])('%s reads as %s', (typed, read) => {
  expect(plainText(typed)).toBe(read)
})

test('a part of what is read is found again in what was typed', () => {
  const read = normalise('存３㎏\u200b，進貨')
  const at = read.text.indexOf('kg')
  const span = originalSpan(read, at, at + 2)
  expect(read.original.slice(span.start, span.end)).toBe('㎏')
  const half = originalSpan(read, at + 1, at + 2)
  expect(read.original.slice(half.start, half.end)).toBe('㎏')
  const word = originalSpan(read, read.text.indexOf('进'), read.text.length)
  expect(read.original.slice(word.start, word.end)).toBe('進貨')
})

test('normalising twice changes nothing, and every position maps into the text typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const once = normalise(typed)
      expect(plainText(once.text)).toBe(once.text)
      expect(once.begins).toHaveLength(once.text.length + 1)
      for (let i = 0; i < once.text.length; i++) {
        const { start, end } = originalSpan(once, i, i + 1)
        expect(start >= 0 && start < end && end <= typed.length).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})
