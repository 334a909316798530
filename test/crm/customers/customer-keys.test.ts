import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishNamesOf, shortNamesOf } from '../../../src/crm/customers/core-name.ts'
import { coreNameOf, keysOf, mnemonicOf } from '../../../src/crm/customers/customer-keys.ts'
import { places } from '../../../src/crm/customers/places.ts'

const hualian = {
  code: 'KH000123',
  mnemonic: 'HLCS',
  name: '华联超市',
  nameEn: 'Hualian Supermarket',
  phone: '021-5551 2345',
  contacts: [{ mobile: '138 1234 5678' }],
}

const kindOf = (key: string, customer = hualian) => keysOf(customer).find((one) => one.key === key)?.kind

describe('the core of a name', () => {
  it.each([
    '华联',
    '華聯',
    '上海华联商贸有限公司',
    '上海市华联商贸有限公司',
    '华联商贸（上海）有限公司',
    '华联贸易有限责任公司',
    '江苏省南京市华联集团',
    '华 联',
  ])('%s is 华联', (name) => expect(coreNameOf(name)).toBe('华联'))

  it('leaves a name that is nothing but place and form', () => {
    expect(coreNameOf('上海')).toBe('上海')
    expect(coreNameOf('上海商贸有限公司')).toBe('上海商贸')
    expect(coreNameOf('吉安超市有限公司')).toBe('吉安超市')
    expect(coreNameOf('北京超市')).toBe('北京超市')
  })

  it('leaves the customer’s own town away', () => {
    expect(coreNameOf('玉山县华联超市', '玉山县')).toBe('华联超市')
    expect(coreNameOf('玉山华联超市', '玉山县')).toBe('华联超市')
  })

  it('keeps what tells branches apart', () => {
    expect(coreNameOf('华联超市(人民路店)')).not.toBe(coreNameOf('华联超市(解放路店)'))
  })

  it('is stable, and never empty where the name has letters', () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(coreNameOf(coreNameOf(name))).toBe(coreNameOf(name))
        expect(coreNameOf(name).length).toBeGreaterThan(1)
      }),
    )
  })
})

describe('short names', () => {
  it('leave the kind of house and the branch away', () => {
    expect(shortNamesOf('华联超市')).toEqual(['华联'])
    expect(shortNamesOf('华联超市人民路店')).toEqual(['华联人民路店', '华联人民路', '华联超市', '华联'])
    expect(shortNamesOf('老王烟酒店')).toEqual(['老王'])
  })

  it('are never a mere kind of house', () => {
    expect(shortNamesOf('食品商店')).toEqual([])
    expect(shortNamesOf('超市')).toEqual([])
  })
})

describe('English names', () => {
  it('leave the company’s form and the kind of house away, word by word', () => {
    expect(englishNamesOf('Hualian Supermarket Co., Ltd.')).toEqual([
      'hualiansupermarketcoltd',
      'hualiansupermarket',
      'hualian',
    ])
    expect(englishNamesOf('Walmart')).toEqual(['walmart', 'walmart', 'walmart'])
  })
})

describe('keys', () => {
  it.each([
    ['kh000123', 'code'],
    ['kh123', 'code'],
    ['hlcs', 'mnemonic'],
    ['华联超市', 'name'],
    ['华联', 'short'],
    ['hualiansupermarket', 'english'],
    ['hualian', 'english'],
    ['2345', 'phone'],
    ['5678', 'phone'],
    ['hualianchaoshi', 'pinyin'],
    ['hl', 'initials'],
  ])('%s is a %s', (key, kind) => expect(kindOf(key)).toBe(kind))

  it('know a mnemonic that was given', () => {
    expect(kindOf('laodian', { ...hualian, mnemonic: 'LAODIAN' })).toBe('mnemonic')
    expect(kindOf('hlcs', { ...hualian, mnemonic: 'LAODIAN' })).toBe('initials')
  })

  it('are each there once', () => {
    fc.assert(
      fc.property(aName, (name) => {
        const words = keysOf({ ...hualian, name }).map(({ key }) => key)
        expect(new Set(words).size).toBe(words.length)
      }),
    )
  })

  it('do not hold what is no phone number', () => {
    expect(keysOf({ ...hualian, phone: '无', contacts: [] }).some(({ kind }) => kind === 'phone')).toBe(false)
  })
})

describe('the mnemonic', () => {
  it('is made of the initials of the core name', () => {
    expect(mnemonicOf('上海华联超市有限公司')).toBe('HLCS')
  })
})

const aName = fc
  .tuple(
    fc.constantFrom('', ...places),
    fc.constantFrom('', '市'),
    fc.string({
      unit: fc.constantFrom(...'华联永辉大润发苏果好又多家乐福步步高新世纪'),
      minLength: 2,
      maxLength: 4,
    }),
    fc.constantFrom('', '超市', '便利店', '烟酒店', '商行', '食品'),
    fc.constantFrom('', '有限公司', '商贸有限公司', '集团', '（人民路店）'),
  )
  .map((parts) => parts.join(''))
