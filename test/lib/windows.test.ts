import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowsOf } from '../../src/lib/windows.ts'

const lettersIn = (text: string) => windowsOf(text).map(({ letters }) => letters)

describe('the parts of a sentence that may be names', () => {
  it('are runs of characters, the longest first', () => {
    expect(lettersIn('去华联')).toEqual(['去华联', '去华', '华联'])
  })

  it('never cut through words and numbers', () => {
    expect(lettersIn('hlcs 可乐20箱')).not.toContain('hlc')
    expect(lettersIn('可乐20箱')).toContain('可乐20箱')
    expect(lettersIn('可乐20箱')).not.toContain('可乐2')
    expect(lettersIn('kh000123')).toContain('kh000123')
  })

  it('go over blanks and the signs within names, not over commas and lines', () => {
    expect(lettersIn('hualian supermarket')).toContain('hualiansupermarket')
    expect(lettersIn('7-11便利店')).toContain('711便利店')
    expect(lettersIn('华联超市(人民路店)')).toContain('华联超市人民路店')
    expect(lettersIn('华联，超市')).not.toContain('华联超市')
    expect(lettersIn('华联\n超市')).not.toContain('华联超市')
  })

  it('are no quantities', () => {
    expect(lettersIn('20 30')).toEqual(['20', '30'])
  })

  it('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { letters, start, end } of windowsOf(text))
          expect(text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, '')).toBe(letters)
      }),
    )
  })

  it('grow with the length of a text, not with its square', () => {
    expect(windowsOf('华'.repeat(1000)).length).toBeLessThan(12_000)
  })
})
