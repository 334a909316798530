import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldInWords, understandField } from '../../../src/chat/understand/field.ts'
import type { Ctx } from '../../../src/crm/context.ts'
import type { Field } from '../../../src/crm/fields.ts'
import { type RepCompany, repCompany } from '../../support/rep-company.ts'

let company: RepCompany
let li: Ctx
beforeAll(async () => {
  company = await repCompany()
  li = await company.as('li')
})
afterAll(() => company.close())

const label = { zh: '', en: '' }
const read = (
  kind: Field['kind'],
  typed: string,
  given: Record<string, unknown> = {},
  more: Partial<Field> = {},
) => understandField(li, { label, kind, ...more }, typed, given)
const choices = {
  options: [
    { value: 'am', words: { zh: '上午', en: 'morning' } },
    { value: 'pm', words: { zh: '下午', en: 'afternoon' } },
  ],
}

describe('what is typed into a field is read by its kind', () => {
  test.each([
    ['customer', '华联', {}, 'KH000001'],
    ['customer', 'hlcs', {}, 'KH000001'],
    ['customer', '华联超市 KH000001', {}, 'KH000001'],
    ['customer', '大润发杨浦', {}, 'KH000003'],
    ['contact', '店长', { customer: 'KH000001' }, '王店长'],
    ['contact', 'manager wang', { customer: 'KH000001' }, '王店长'],
    ['contact', '赵会计', { customer: 'KH000001' }, '赵会计'],
    ['member', '陈志远', {}, 'chen'],
    ['product', '雪碧', {}, 'XB500'],
    ['contract', 'ht 2026 31', {}, 'HT-2026-0031'],
    ['contract', '华联', {}, 'HT-2026-0031'],
    ['time', '下午三点', {}, '15:00'],
    ['period', '上周', {}, '2026-W47'],
    ['period', '第47周 11月16日–11月22日', {}, '2026-W47'],
    ['number', '2027年', {}, 2027],
    ['number', '三十', {}, 30],
    ['money', '3.5万', {}, 3_500_000],
    ['money', '12,000', {}, 1_200_000],
    ['phone', '138 0000 1111', {}, '13800001111'],
    ['words', '随便什么', {}, '随便什么'],
  ] as const)('%s: %s', async (kind, typed, given, value) => {
    expect(await read(kind, typed, given)).toEqual({ value })
  })

  test('a date belongs to the slot of its field', async () => {
    expect(await read('date', '周五', {}, { slot: 'done' })).toEqual({ value: '2026-11-20' })
    expect(await read('date', '周五', {}, { slot: 'next' })).toEqual({ value: '2026-11-27' })
  })

  test('one of several options by its words', async () => {
    expect(await read('choice', '下午', {}, choices)).toEqual({ value: 'pm' })
  })

  test('stock, one product a line', async () => {
    expect(await read('stock_lines', '可乐 期初20 进30 存12箱\n雪碧没了')).toEqual({
      value: [
        {
          product: 'KL500',
          opening: { quantity: 20, unit: '箱' },
          received: { quantity: 30, unit: '箱' },
          closing: { quantity: 12, unit: '箱' },
        },
        { product: 'XB500', closing: { quantity: 0, unit: '箱' } },
      ],
    })
  })
})

describe('what is not clear is asked', () => {
  test('which of several is meant', async () => {
    const answer = await read('customer', '大润发')
    expect(answer).toEqual({
      options: [
        { value: 'KH000002', label: '大润发闸北店 KH000002' },
        { value: 'KH000003', label: '大润发杨浦店 KH000003' },
      ],
    })
  })

  test.each([
    ['customer', '沃尔玛'],
    ['member', '没有这个人'],
    ['product', '脉动'],
    ['contract', '沃尔玛'],
    ['date', '11月31号'],
    ['date', '哪天都行'],
    ['time', '很晚'],
    ['period', '那一周'],
    ['number', '很多'],
    ['money', '很多钱'],
    ['phone', '没有'],
    ['stock_lines', '脉动20'],
  ] as const)('%s: %s', async (kind, typed) => {
    expect(await read(kind, typed, {}, { slot: 'next' })).toHaveProperty('error')
  })

  test('an option that is none', async () => {
    expect(await read('choice', '半夜', {}, choices)).toHaveProperty('error')
  })
})

describe('the words of a field are read back as what they stand for', () => {
  const same = async (ctx: Ctx, field: Field, value: unknown) =>
    expect(await understandField(ctx, field, await fieldInWords(ctx, field, value), {})).toEqual({ value })

  test.each(['li', 'emma'])('for %s', async (who) => {
    const ctx = await company.as(who)
    await same(await company.as('li'), { label, kind: 'customer' }, 'KH000005')
    await same(ctx, { label, kind: 'member' }, 'qian')
    await same(ctx, { label, kind: 'product' }, 'KL330')
    await same(ctx, { label, kind: 'period' }, '2026-W47')
    await same(ctx, { label, kind: 'period' }, '2026-11')
    await same(ctx, { label, kind: 'money' }, 1_234_500)
    await same(ctx, { label, kind: 'time' }, '09:30')
    await same(ctx, { label, kind: 'choice', ...choices }, 'pm')
    const lines = [
      { product: 'KL330', opening: { quantity: 3, unit: '提' }, closing: { quantity: 12.5, unit: '箱' } },
    ]
    await same(ctx, { label, kind: 'stock_lines' }, lines)
  })

  test('any date', async () => {
    const day = fc
      .integer({ min: 0, max: 330 })
      .map((days) => li.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days }).toString())
    for (const who of ['li', 'emma']) {
      const ctx = await company.as(who)
      await fc.assert(
        fc.asyncProperty(day, async (value) => {
          await same(ctx, { label, kind: 'date', slot: 'next' }, value)
        }),
      )
    }
  })
})
