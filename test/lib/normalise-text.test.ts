import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lettersOf, normaliseText } from '../../src/lib/normalise-text.ts'

describe('normalised text', () => {
  it('is one form for full width, capitals, traditional characters and blanks', () => {
    expect(normaliseText('　ＨＬＣＳ  １２箱\n華聯超市（國慶）')).toBe('hlcs 12箱 华联超市(国庆)')
  })

  it('keeps letters, digits and characters of a name alone', () => {
    expect(lettersOf('7-11 便利店（人民路）')).toBe('711便利店人民路')
  })

  it('is the same when it is normalised again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
      }),
    )
  })
})
