import { describe, expect, it } from 'vitest'
import { isMobile, phoneNumber } from '../../src/lib/phone-number.ts'

describe('telephone numbers', () => {
  it.each([
    ['138 1234 5678', '13812345678'],
    ['(021) 5551-2345', '0215551-2345'],
    ['＋86 138 1234 5678', '+8613812345678'],
    ['400-820-8820', '400-820-8820'],
  ])('%s is kept as %s', (said, kept) => expect(phoneNumber(said)).toBe(kept))

  it.each(['', '没有', '12', '138-', '1381234567890123456789', '13x12345678', '=1+1'])('%j is none', (said) =>
    expect(phoneNumber(said)).toBeNull(),
  )

  it('of mobile phones are told apart', () => {
    expect(['13812345678', '+8613812345678', '86-13812345678'].every(isMobile)).toBe(true)
    expect(['021-55512345', '1381234567', '12812345678'].some(isMobile)).toBe(false)
  })
})
