import { describe, expect, it } from 'vitest'
import {
  allOf,
  latinHas,
  latinTokens,
  nameBegins,
  nameHas,
  nameTokens,
  scopeTokens,
  within,
} from '../../src/db/customer-search-tokens.ts'

describe('what goes into the index', () => {
  it('is a name’s pairs, its characters, and how it begins', () => {
    expect(nameTokens('华联超市')).toBe('华联 联超 超市 华 联 超 市 b华 b华联')
    expect(nameTokens('华')).toBe('华 b华 b华')
    expect(nameTokens('')).toBe('')
  })

  it('is up to six letters from each syllable on, each once', () => {
    expect(
      latinTokens([
        ['hua', 'lian'],
        ['h', 'l'],
      ]),
    ).toBe('hu hua hual huali hualia li lia lian hl')
  })

  it('is the office, and the owner or the pool', () => {
    expect(scopeTokens(3, 7)).toBe('o3 w7')
    expect(scopeTokens(3, null)).toBe('o3 p3')
  })
})

describe('what is looked for', () => {
  it('is every second pair, and the last', () => {
    expect(nameHas('华联超市')).toBe('{core name} : ("华联" AND "超市")')
    expect(nameHas('好又多')).toBe('{core name} : ("好又" AND "又多")')
    expect(nameHas('华')).toBe('{core name} : ("华")')
    expect(nameBegins('华联超')).toBe('core : ("b华联" AND "华联" AND "联超")')
  })

  it('is the first six letters', () => {
    expect(latinHas('hualianchaoshi')).toBe('latin : "hualia"')
    expect(latinHas('hl')).toBe('latin : "hl"')
  })

  it('is looked for where the reader’s customers lie', () => {
    expect(within({ pools: [3], owners: [7, 8] }, nameHas('华联'))).toBe(
      'scope : (p3 OR w7 OR w8) AND ({core name} : ("华联"))',
    )
    expect(within({}, allOf([nameHas('华联'), latinHas('hl')]))).toBe(
      '({core name} : ("华联")) AND (latin : "hl")',
    )
  })
})
