import { afterAll, describe, expect, it } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { indexCustomer } from '../../../src/crm/customers/customer-index.ts'
import { drawContact } from '../../../src/crm/customers/draw-contact.ts'
import { nearCustomers } from '../../../src/crm/customers/near-customers.ts'
import { searchCustomers } from '../../../src/crm/customers/search-customers.ts'
import { spotCustomers } from '../../../src/crm/customers/spot-customers.ts'
import { people, refusal, type Shop, threeOffices } from './three-offices.ts'

/** One customer of everybody and of every pool: alike in all that they are found by, but for one character. */
const shops: Shop[] = (
  [
    ['SH', 'li', '东'],
    ['SH', 'qian', '南'],
    ['SH', 'fang', '西'],
    ['SH', null, '北'],
    ['HZ', 'zhou', '中'],
    ['HZ', null, '上'],
    ['CQ', 'tang', '下'],
    ['CQ', null, '左'],
  ] as const
).map(([office, owner, mark]) => ({
  office,
  owner,
  name: `华联${mark}超市`,
  nameEn: 'Hualian Supermarket',
  mnemonic: 'HLCS',
  phone: '021-55512345',
  contacts: [{ name: '王店长', mobile: '13812345678' }],
}))

const company = await threeOffices(shops)
afterAll(company.close)

const seenBy = (person: (typeof people)[number]) =>
  shops
    .filter(({ office, owner }) => {
      const owners = (person.sees as Partial<Record<string, readonly (string | null)[]>>)[office]
      return owners?.includes(owner)
    })
    .map(({ name }) => name)
    .sort()

const names = (found: { name: string }[]) => [...new Set(found.map(({ name }) => name))].sort()

describe.each(people)('$code ($role) sees only what is theirs', (person) => {
  const seen = seenBy(person)

  it.each([
    '华联',
    '超市',
    'hlcs',
    'hualian',
    'hualiansupermarket',
    'supermarket',
    '2345',
    '02155512345',
    '13812345678',
    '5678',
  ])('when searching for %s', async (query) => {
    const { found, total } = await searchCustomers(await company.as(person.code), query, { limit: 50 })
    expect(names(found)).toEqual(seen)
    expect(total).toBe(seen.length)
  })

  it.each(['去了hlcs', '查 2345', 'visited hualian supermarket', '尾号5678那家'])(
    'when a sentence names them: %s',
    async (text) => {
      const { db, me } = await company.as(person.code)
      const spots = await spotCustomers(db, me, text)
      expect(names(spots.flatMap(({ matches }) => matches))).toEqual(seen)
    },
  )

  it.each(['华联冬超市', '华联难超市', '华联超市', '花联', 'hualain'])(
    'when a sentence nearly names them: %s',
    async (text) => {
      const { db, me } = await company.as(person.code)
      const spots = await nearCustomers(db, me, text)
      for (const name of names(spots.flatMap(({ matches }) => matches))) expect(seen).toContain(name)
    },
  )

  it('when a card is opened, forwarded or guessed', async () => {
    const ctx = await company.as(person.code)
    for (const { name } of shops) {
      const code = await company.codeOf(name)
      const contact = await company.db.contact.findFirstOrThrow({ where: { customer: { code } } })
      const acts = [
        () => company.says(person.code, 'customer.show', { customer: code }),
        () => drawContact(ctx, String(contact.id)).then(plain),
      ]
      for (const act of acts) {
        if (seen.includes(name)) expect(await act()).toContain('13812345678')
        else expect((await refusal(act())).code).toMatch(/^customer.unknown$|^contact.gone$/)
      }
    }
  })

  it('and a code that is not theirs is answered like one that does not exist', async () => {
    const hidden = shops.find(({ name }) => !seen.includes(name))
    if (!hidden) return
    const code = await company.codeOf(hidden.name)
    const there = await refusal(company.says(person.code, 'customer.show', { customer: code }))
    const nowhere = await refusal(company.says(person.code, 'customer.show', { customer: 'KH999999' }))
    expect(there.words.zh.replace(code, '')).toBe(nowhere.words.zh.replace('KH999999', ''))
  })

  it('nor may they change what is not theirs', async () => {
    const changes = [
      ['customer.edit', { address: '新地址' }],
      ['contact.add', { name: '李采购' }],
      ['contact.edit', { contact: '王店长', title: '店长' }],
    ] as const
    for (const { name } of shops.filter((shop) => !seen.includes(shop.name)))
      for (const [command, change] of changes) {
        const customer = await company.codeOf(name)
        const { code } = await refusal(company.says(person.code, command, { customer, ...change }))
        expect(code).toBe('customer.unknown')
      }
  })
})

it('whoever only reads a customer may not change its record', async () => {
  const customer = await company.codeOf('华联东超市')
  for (const reader of ['zhao', 'chen']) {
    const change = company.says(reader, 'customer.edit', { customer, address: '新地址' })
    expect((await refusal(change)).code).toBe('customer.not_yours')
  }
})

it('what changes hands changes for whom it is found', async () => {
  const moving = await threeOffices([{ office: 'SH', owner: 'li', name: '搬家超市' }])
  const zhou = await moving.db.member.findUniqueOrThrow({ where: { code: 'zhou' } })
  await moving.db.customer.update({ where: { id: 1 }, data: { ownerId: zhou.id, officeId: zhou.unitId } })
  await indexCustomer(moving.db, { id: 1 })
  for (const [who, count] of [
    ['li', 0],
    ['zhou', 1],
  ] as const) {
    const ctx = await moving.as(who)
    expect((await searchCustomers(ctx, '搬家')).total).toBe(count)
    expect(await spotCustomers(ctx.db, ctx.me, '去了搬家那家')).toHaveLength(count)
  }
  await moving.close()
})
