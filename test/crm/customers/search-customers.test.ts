import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { nearCustomers } from '../../../src/crm/customers/near-customers.ts'
import { searchCustomers } from '../../../src/crm/customers/search-customers.ts'
import { spotCustomers } from '../../../src/crm/customers/spot-customers.ts'
import { initialsOf, pinyinOf } from '../../../src/lib/pinyin.ts'
import { threeOffices } from './three-offices.ts'

const named = [
  {
    name: '华联超市',
    nameEn: 'Hualian Supermarket',
    phone: '021-55512345',
    contacts: [{ name: '王店长', mobile: '13812345678' }],
  },
  { name: '华联明烟酒店', phone: '13900001111' },
  { name: '上海新华联商贸有限公司' },
  { name: '佳佳便利店(人民路店)' },
  { name: '佳佳便利店(淮海路店)' },
  { name: '永盛副食商行' },
  { name: '乐购生鲜超市' },
  { name: '7-11便利店' },
]
const company = await threeOffices(named.map((shop) => ({ ...shop, office: 'SH', owner: 'li' })))
const li = await company.as('li')
afterAll(company.close)

const finds = async (query: string) => (await searchCustomers(li, query)).found.map(({ name }) => name)

describe('searching customers', () => {
  it.each([
    ['华联超市', '华联超市'],
    ['華聯超市', '华联超市'],
    ['上海市华联超市有限公司', '华联超市'],
    ['ＫＨ０００００１', '华联超市'],
    ['kh1', '华联超市'],
    ['000001', '华联超市'],
    ['hlcs', '华联超市'],
    ['HualianChaoshi', '华联超市'],
    ['hualian chao shi', '华联超市'],
    ['Hualian Supermarket', '华联超市'],
    ['2345', '华联超市'],
    ['5678', '华联超市'],
    ['13812345678', '华联超市'],
    ['02155512345', '华联超市'],
    ['永盛', '永盛副食商行'],
    ['盛副食', '永盛副食商行'],
    ['ysfssh', '永盛副食商行'],
    ['shengfushi', '永盛副食商行'],
    ['yuegou', '乐购生鲜超市'],
    ['legou', '乐购生鲜超市'],
    ['711', '7-11便利店'],
    ['便利店 人民路', '佳佳便利店(人民路店)'],
    ['佳佳人民路店', '佳佳便利店(人民路店)'],
    ['新华', '上海新华联商贸有限公司'],
  ])('%s is %s', async (query, name) => expect((await finds(query))[0]).toBe(name))

  it('lists whoever is called so before those whose names begin with it, and these before those that have it somewhere', async () => {
    expect(await finds('华联')).toEqual(['华联超市', '华联明烟酒店', '上海新华联商贸有限公司'])
  })

  it('does not list others beside the one whose whole name was said', async () => {
    expect(await finds('华联超市')).toEqual(['华联超市'])
  })

  it('keeps apart letters that are not next to each other', async () => {
    expect(await finds('huamingyan')).toEqual([])
    expect(await finds('联华')).toEqual([])
  })

  it.each(['', ' ', '！？', '*', '"', "' OR 1", 'NEAR(', 'core : "华"', '(', '%', '-', '\0', '🍺'])(
    'takes %j for what it is',
    async (query) => expect(Array.isArray(await finds(query))).toBe(true),
  )

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (query) => {
        const { found, total } = await searchCustomers(li, query)
        expect(found.length).toBeLessThanOrEqual(total)
      }),
      { numRuns: 200 },
    )
  })

  it('says how many there are', async () => {
    expect(await searchCustomers(li, '便利', { limit: 1 })).toMatchObject({
      total: 3,
      atLeast: false,
      found: [{}],
    })
  })
})

describe('near misses', () => {
  it.each([
    ['华莲超市', '华联超市', 'a character that sounds the same'],
    ['花联超市', '华联超市', 'another tone'],
    ['华脸超市', '华联超市', 'yet another'],
    ['华朕超市', '华联超市', 'a character that looks alike'],
    ['华联朝市', '华联超市', 'a later character'],
    ['华超市', '华联超市', 'a character missing'],
    ['华联联超市', '华联超市', 'a character too many'],
    ['永省副食', '永盛副食商行', 'n for ng'],
    ['hualain', '华联超市', 'two letters swapped'],
    ['hualan', '华联超市', 'a letter missing'],
    ['hualianchaosi', '华联超市', 's for sh'],
  ])('%s may be %s: %s', async (query, name) => {
    const { found } = await searchCustomers(li, query)
    expect(found[0]).toMatchObject({ name, by: 'near' })
  })

  it('are found within a sentence, and said where', async () => {
    const [best] = await nearCustomers(li.db, li.me, '昨天去了华莲超市 跟王店长聊了')
    expect(best).toMatchObject({ start: 4, end: 8 })
    expect(best!.matches[0]).toMatchObject({ name: '华联超市' })
  })

  it('do not turn up for words that are nobody’s name', async () => {
    expect(await nearCustomers(li.db, li.me, '下周三下午请假')).toEqual([])
    expect(await nearCustomers(li.db, li.me, 'what is still missing this week')).toEqual([])
  })
})

describe('customers named in a sentence', () => {
  const spots = async (text: string) =>
    (await spotCustomers(li.db, li.me, text)).map(({ start, end, matches }) => [
      text.slice(start, end),
      matches.map(({ name, kind }) => `${name} ${kind}`),
    ])

  it('are found by every exact key, the longest first', async () => {
    expect(await spots('拜访华联超市 跟王店长聊了国庆堆头 下周二再去')).toEqual([
      ['华联超市', ['华联超市 name']],
      ['华联', ['华联超市 short', '华联明烟酒店 beginning']],
    ])
    expect(await spots('昨天去了hlcs，老板说竞品在降价')).toEqual([['hlcs', ['华联超市 mnemonic']]])
    expect(await spots('visited hualian supermarket, back next tuesday')).toEqual([
      ['hualian supermarket', ['华联超市 english']],
      ['hualian', ['华联超市 english', '华联明烟酒店 beginning']],
    ])
    expect(await spots('查 5678')).toEqual([['5678', ['华联超市 phone']]])
  })

  it('are several where a name is that of several', async () => {
    expect(await spots('佳佳 可乐20箱')).toEqual([
      ['佳佳', ['佳佳便利店(人民路店) short', '佳佳便利店(淮海路店) short']],
    ])
  })

  it('may have signs in their names', async () => {
    expect((await spots('去了7-11便利店'))[0]).toEqual(['7-11便利店', ['7-11便利店 name']])
  })

  it('are not made of parts of words and numbers', async () => {
    expect(await spots('khlcs hlcss 123456 20 30')).toEqual([])
  })
})

describe('a name finds itself in every form', async () => {
  const brands = [...'华联永辉大润发苏果好又多福步新世纪天东方金龙顺兴源丰泰康美']
  const aName = fc.tuple(
    fc.constantFrom('', '上海', '上海市'),
    fc.string({ unit: fc.constantFrom(...brands), minLength: 3, maxLength: 4 }),
    fc.constantFrom('超市', '便利店', '烟酒店', '商行', '批发部'),
    fc.constantFrom('', '有限公司', '商贸有限公司', '(人民路店)'),
  )
  const names = [...new Set(fc.sample(aName, { numRuns: 150, seed: 7 }).map((parts) => parts.join('')))]
  const market = await threeOffices(
    names.map((name, i) => ({ name, office: 'SH', owner: i % 2 ? 'li' : null })),
  )
  const rep = await market.as('li')
  afterAll(market.close)

  const forms: [string, (customer: { name: string; code: string; coreName: string }) => string][] = [
    ['the name', ({ name }) => name],
    ['full width', ({ name }) => name.replaceAll('(', '（').replaceAll(')', '）')],
    ['with blanks', ({ name }) => Array.from(name).join(' ')],
    ['the core name', ({ coreName }) => coreName],
    ['the brand', ({ coreName }) => coreName.slice(0, 3)],
    ['the middle', ({ coreName }) => coreName.slice(1, 4)],
    ['the code', ({ code }) => code.toLowerCase()],
    ['pinyin', ({ coreName }) => pinyinOf(coreName)],
    ['the beginning of the pinyin', ({ coreName }) => pinyinOf(coreName).slice(0, 8)],
    ['initials', ({ coreName }) => initialsOf(coreName)],
  ]

  it.each(forms)('%s', async (_, form) => {
    for (const customer of await rep.db.customer.findMany()) {
      const { found } = await searchCustomers(rep, form(customer), { limit: 50 })
      expect(found.map(({ code }) => code)).toContain(customer.code)
    }
  })

  it('and in the middle of a sentence', async () => {
    for (const { name, coreName, code } of await rep.db.customer.findMany())
      for (const said of [coreName, pinyinOf(coreName), code.toLowerCase()]) {
        const text = `昨天去了${said} 聊了堆头`
        const spots = await spotCustomers(rep.db, rep.me, text)
        const spot = spots.find(({ start, end }) => text.slice(start, end) === said)
        expect(spot?.matches.map((match) => match.name)).toContain(name)
      }
  })
})
