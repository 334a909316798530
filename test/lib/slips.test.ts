import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsOf, slipsOf } from '../../src/lib/slips.ts'

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 3,
  maxLength: 10,
})

describe('slips of the keyboard', () => {
  it('are a letter wrong, missing, too many, or two swapped', () => {
    const slips = slipsOf('hualian')
    for (const slip of ['hualiam', 'hualin', 'hualiaan', 'hualain', 'ualian', 'hualiang'])
      expect(slips).toContain(slip)
    for (const other of ['hualian', 'hulain', 'hua', 'lianhua']) expect(slips).not.toContain(other)
  })

  it('go both ways', () => {
    fc.assert(
      fc.property(word, fc.nat(), (one, n) => {
        const slips = slipsOf(one)
        const slip = slips[n % slips.length]!
        expect(slipsOf(slip)).toContain(one)
      }),
      { numRuns: 50 },
    )
  })
})

describe('gaps', () => {
  it('have one character left out', () => {
    expect(gapsOf('好又多')).toEqual(['又多', '好多', '好又'])
    expect(gapsOf('多多')).toEqual(['多'])
  })
})
