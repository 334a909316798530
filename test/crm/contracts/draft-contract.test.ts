import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { contracts } from '../../../src/crm/contracts/commands.ts'
import { contractOfYear } from '../../../src/crm/contracts/contract-of-year.ts'
import type { Refusal } from '../../../src/crm/refusal.ts'
import { refusalOf } from '../../support/field-office.ts'
import { type SigningSeason, signingSeason } from './signing-season.ts'

let t: SigningSeason
beforeEach(async () => {
  t = await signingSeason()
})
afterEach(() => t.close())

const hualian = { customer: 'KH000001', volumes: '可乐 1200箱\n雪碧 1000箱' }
const draft = contracts.commands.find(({ name }) => name === 'contract.draft')!
const submit = { label: '保存', say: '保存 A2C3' }

describe('drafting', () => {
  test('what was understood is shown, split evenly over the months, before it is saved', async () => {
    const words = await t.confirm('li', 'contract.draft', { ...hualian, signedOn: '2026-11-20' })
    expect(words).toContain('起草 华联超市 2026年度合同')
    expect(words).toContain('可乐 | 1200箱 | 每月100箱')
    expect(words).toContain('雪碧 | 1000箱 | 1–4月84箱，5–12月83箱')
    expect(words).toContain('合同额（标价）: ¥129,600')
    expect(words).toContain('提交期限: 11月27日 周五')
    expect(await t.db.contract.count()).toBe(0)
  })

  test('it is saved as a draft, with a number, and the drafter sees what to do next', async () => {
    const { words, buttons, owed } = await t.said('li', 'contract.draft', hualian)
    expect(words).toContain('合同编号: HT-2026-0001\n状态: 草稿')
    expect(words).toContain('未填签署日期')
    expect(buttons).toEqual(['提交合同 HT-2026-0001', '起草合同 KH000001', '撤回合同 HT-2026-0001'])
    expect(owed).toEqual([])
  })

  test('an English reader reads English', async () => {
    await t.db.member.update({ where: { code: 'li' }, data: { language: 'en' } })
    const { words } = await t.said('li', 'contract.draft', { ...hualian, signedOn: '2026-11-20' })
    expect(words).toContain('Hualian Supermarket, contract 2026')
    expect(words).toContain('Cola | 1200 cases | 100 cases a month')
    expect(words).toContain('Sprite | 1000 cases | month 1–4: 84 cases; month 5–12: 83 cases')
    expect(words).toContain('To be handed in by: Fri 27 Nov')
  })

  test.each([
    ['可乐1200箱，雪碧 1.2万瓶', { P001: 28_800, P002: 12_000 }],
    ['cola 1,200 cases sprite 24 bottles', { P001: 28_800, P002: 24 }],
    ['可口 50 芬达：30箱', { P001: 1200, P003: 720 }],
  ])('“%s” is read', async (volumes, expected) => {
    await t.said('li', 'contract.draft', { customer: 'KH000001', volumes })
    const lines = await t.db.contractLine.findMany({ include: { product: true } })
    expect(Object.fromEntries(lines.map(({ product, volume }) => [product.code, volume]))).toEqual(expected)
    for (const { volume, months } of lines)
      expect((JSON.parse(months) as number[]).reduce((sum, month) => sum + month)).toBe(volume)
  })

  test.each([
    ['椰汁 100箱', '不认识产品“椰汁100箱”'],
    ['可乐 很多', '可乐的数量“很多”没有看懂'],
    ['可乐 0箱', '没有看懂'],
    ['可乐 100箱 可乐 20箱', '写了两次'],
    ['可乐 100桶', '没有单位“桶”'],
    ['可乐 1.5瓶', '不是整瓶数'],
    ['可乐 100箱 左右', '没有看懂'],
  ])('“%s” is asked about beside its field, and nothing is saved', async (volumes, why) => {
    const refusal: Refusal = await t
      .said('li', 'contract.draft', { customer: 'KH000001', volumes })
      .catch((e) => e)
    expect(refusal.fields?.volumes?.zh).toContain(why)
    expect(await t.db.contract.count()).toBe(0)
  })

  test('drafting again changes the draft and keeps what is not said anew', async () => {
    await t.said('li', 'contract.draft', { ...hualian, territory: '徐汇区', rebates: '达到100%返1%' })
    expect(
      await t.confirm('li', 'contract.draft', { customer: 'KH000001', volumes: '可乐 600箱' }),
    ).toContain('将修改草稿 HT-2026-0001')
    const { words } = await t.said('li', 'contract.draft', { customer: 'KH000001', volumes: '可乐 600箱' })
    expect(words).toContain('可乐 | 600箱 | 每月50箱')
    expect(words).not.toContain('雪碧')
    expect(words).toContain('区域: 徐汇区')
    expect(words).toContain('返利: 达到100%返1%')
    expect(await t.db.contract.count()).toBe(1)
  })

  test('two customers have two numbers; a withdrawn one keeps its number and makes room for another', async () => {
    await t.said('li', 'contract.draft', hualian)
    await t.said('li', 'contract.withdraw', { contract: 'HT-2026-0001' })
    const { words } = await t.said('li', 'contract.draft', hualian)
    expect(words).toContain('HT-2026-0002')
    await t.db.contract.update({ where: { number: 'HT-2026-0002' }, data: { number: 'HT-2026-9999' } })
    const other = await t.said('ma', 'contract.draft', { ...hualian, customer: 'KH000004' })
    expect(other.words).toContain('HT-2026-10000')
    const next = await t.said('li', 'contract.draft', { ...hualian, customer: 'KH000002' })
    expect(next.words).toContain('HT-2026-10001')
  })

  test('once this year’s is under review, the next year is meant', async () => {
    await t.submitted()
    const { words } = await t.said('li', 'contract.draft', hualian)
    expect(words).toContain('2027年度合同')
    expect(words).toContain('HT-2027-0001')
  })

  test('a draft just made can be taken back, one that was changed cannot', async () => {
    const { card } = await t.said('li', 'contract.draft', hualian)
    expect(await t.undo('li', 'contract.draft', card.subject!)).toContain('状态: 已撤回')
    const again = await t.said('li', 'contract.draft', hualian)
    await t.said('li', 'contract.draft', hualian)
    expect(await refusalOf(t.undo('li', 'contract.draft', again.card.subject!))).toBe('contract.undo')
  })
})

describe('is refused', () => {
  test('another rep’s customer, and one of another office', async () => {
    expect(await refusalOf(t.said('ma', 'contract.draft', hualian))).toBe('customer.unknown')
    expect(await refusalOf(t.said('zhou', 'contract.draft', hualian))).toBe('customer.unknown')
  })

  test('by whoever only looks on', async () => {
    expect(await refusalOf(t.said('chen', 'contract.draft', hualian))).toBe('contract.not_yours')
  })

  test('a tier that has no contract', async () => {
    await t.db.customer.update({ where: { code: 'KH000001' }, data: { tier: 'outlet' } })
    expect(await refusalOf(t.said('li', 'contract.draft', hualian))).toBe('contract.tier')
  })

  test('a year out of reach, a signature of tomorrow, rebates that fall', async () => {
    const codes = [{ year: 2029 }, { signedOn: '2026-11-25' }, { rebates: '120% 1%, 100% 2%' }].map((more) =>
      refusalOf(t.confirm('li', 'contract.draft', { ...hualian, ...more })),
    )
    expect(await Promise.all(codes)).toEqual(['contract.year', 'contract.signed', 'contract.rebates'])
  })

  test('a contract under review or approved: it is returned first, or amended', async () => {
    await t.submitted()
    expect(await refusalOf(t.said('li', 'contract.draft', { ...hualian, year: 2026 }))).toBe(
      'contract.decided',
    )
  })
})

describe('the form', () => {
  test('is filled with the draft it would change, and what comes back saves it', async () => {
    await t.said('li', 'contract.draft', { ...hualian, paymentTerms: '月结30天', rebates: '100% 1%' })
    const ctx = await t.as('li')
    const given = { customer: 'KH000001' }
    const card = await draft.form!(ctx, given, submit)
    const form = card.blocks.find((block) => block.type === 'form')!
    const values = Object.fromEntries(
      form.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])),
    )
    expect(values).toEqual({
      year: '2026',
      volumes: '可乐 1200箱\n雪碧 1000箱',
      paymentTerms: '月结30天',
      rebates: '100% 1%',
    })
    const input = await draft.fromForm!(ctx, given, {
      ...values,
      paymentTerms: '',
      territory: '徐汇区',
      signedOn: '',
    })
    const { words } = await t.said('li', 'contract.draft', input)
    expect(words).toContain('区域: 徐汇区')
    expect(words).not.toContain('付款条件')
  })

  test('shows a year there is to choose where another was sent', async () => {
    const given = { customer: 'KH000001', year: 1e20 }
    const card = await draft.form!(await t.as('li'), given, submit)
    expect(plain(card)).toContain('年度*: 2026')
  })

  test('without a customer offers those one may draft for', async () => {
    const card = await draft.form!(await t.as('li'), {}, submit)
    const form = card.blocks.find((block) => block.type === 'form')!
    expect(form.fields[0]!.options!.map(({ value }) => value).sort()).toEqual([
      'KH000001',
      'KH000002',
      'KH000003',
    ])
    expect(plain(card)).toContain('起草年度合同')
  })
})

describe('the contract of a year, for others', () => {
  test('volumes by product; what came to nothing does not count', async () => {
    await t.said('li', 'contract.draft', hualian)
    const contract = await contractOfYear(t.db, 1, 2026)
    expect(contract).toMatchObject({ number: 'HT-2026-0001', state: 'draft', amount: 12_960_000n })
    expect(contract!.lines.map(({ volume }) => volume)).toEqual([28_800, 24_000])
    expect(await contractOfYear(t.db, 1, 2025)).toBeNull()
    await t.said('li', 'contract.withdraw', { contract: 'HT-2026-0001' })
    expect(await contractOfYear(t.db, 1, 2026)).toBeNull()
  })
})
