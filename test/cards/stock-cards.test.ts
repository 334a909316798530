import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import { stock } from '../../src/crm/stock/commands.ts'
import { expectReports } from '../../src/crm/stock/expect-reports.ts'
import { periodOf } from '../../src/lib/period.ts'
import type { Language } from '../../src/lib/words.ts'
import { acceptedWeeks, cases, type SmallCompany, smallCompany } from '../crm/stock/small-company.ts'

let company: SmallCompany
beforeEach(async () => {
  company = await smallCompany()
  const { hualian } = company.ids
  await acceptedWeeks(company, hualian, company.products.cola, {
    '2026-W45': [12, 8, 10],
    '2026-W46': [10, 30, 20],
  })
  await acceptedWeeks(company, hualian, company.products.sprite, { '2026-W46': [5, 10, 8] })
  await expectReports(company.db, periodOf('2026-W47')!, 'Asia/Shanghai')
})
afterEach(() => company.close())

const submit = { label: '保存', say: '保存 D7K2' }
const said = {
  customer: 'KH000001',
  lines: [
    { product: 'P001', opening: cases(15), received: cases(30), closing: cases(12), inTransit: cases(3) },
  ],
}

async function draws(
  name: string,
  who: string,
  input: object,
  language: Language = 'zh',
  how: 'run' | 'confirm' | 'form' = 'run',
) {
  const command = stock.commands.find((one) => one.name === name)!
  const ctx = { ...(await company.as(who)), language }
  const card: Card =
    how === 'form' ? await command.form!(ctx, { ...input }, submit) : await command[how]!(ctx, input as never)
  return { card, text: plain(card) }
}

describe('what was understood of a report', () => {
  test('with its challenges and how to answer them, and what was not reported', async () => {
    const { text } = await draws('stock.report', 'li', said, 'zh', 'confirm')
    expect(text).toBe(
      [
        '报库存 华联超市 第47周 11月16日–11月22日',
        '产品 | 期初 | 进货 | 在途 | 期末 | 净出货',
        '可乐 | 15箱 | 30箱 | 3箱 | 12箱 | 33箱',
        '这些数字请核对：',
        '可乐期初 15箱，和上期期末 20箱 不一致。',
        '请点“修改”：有误就改过来，属实就在“说明”里写一句原因。',
        '未报（不保存，也不估算）：雪碧。',
      ].join('\n'),
    )
  })

  test('in English', async () => {
    const { text } = await draws('stock.report', 'li', said, 'en', 'confirm')
    expect(text).toContain('Cola | 15 cases | 30 cases | 3 cases | 12 cases | 33 cases')
    expect(text).toContain('Cola: the opening 15 cases is not the last closing, 20 cases.')
    expect(text).toContain('Not reported (neither stored nor estimated): Sprite.')
  })
})

describe('the form', () => {
  const fieldsOf = ({ blocks }: Card) =>
    blocks.flatMap((block) => (block.type === 'form' ? block.fields : []))

  test('has a field a product, opening with the last closing, and what was said filled in', async () => {
    const { card } = await draws('stock.report', 'li', said, 'zh', 'form')
    expect(fieldsOf(card).map(({ label, value }) => [label, value])).toEqual([
      ['周次', '2026-W47'],
      ['可乐（期初 20箱）', '期初15箱 进30箱 在途3箱 存12箱'],
      ['雪碧（期初 8箱）', ''],
      ['其他产品（一行一个）', ''],
      ['说明（数字为什么不寻常）', ''],
    ])
    expect(fieldsOf(card)[1]!.error).toContain('和上期期末 20箱 不一致')
  })

  test('asks for the customer first', async () => {
    const { card } = await draws('stock.report', 'li', {}, 'en', 'form')
    expect(fieldsOf(card)).toMatchObject([{ name: 'customer', required: true }])
  })

  test('keeps to ten fields: products beyond the eighth share one, a line each', async () => {
    for (let i = 10; i < 20; i++) {
      const { id } = await company.db.product.create({
        data: {
          code: `P0${i}`,
          name: `果汁${i}`,
          nameEn: `Juice ${i}`,
          pinyin: `guozhi${i}`,
          brand: 'Q',
          category: '果汁',
          units: '[{"name":"箱","en":"case","per":12},{"name":"瓶","en":"bottle","per":1}]',
          unitPrice: 1n,
        },
      })
      await acceptedWeeks(company, company.ids.hualian, id, { '2026-W46': [1, 2, 2] })
    }
    const { card } = await draws('stock.report', 'li', { customer: 'KH000001' }, 'zh', 'form')
    expect(fieldsOf(card)).toHaveLength(10)
    const more = '果汁16: \n果汁17: \n果汁18: \n果汁19: '
    expect(fieldsOf(card)[9]).toMatchObject({ name: 'more', value: more })
    const command = stock.commands.find(({ name }) => name === 'stock.report')!
    const values = {
      period: '2026-W47',
      p_P001: '30 12',
      more: more.replace('果汁17: ', '果汁17: 进3 存4箱6瓶'),
    }
    expect(await command.fromForm!(await company.as('li'), { customer: 'KH000001' }, values)).toEqual({
      customer: 'KH000001',
      period: '2026-W47',
      lines: [
        { product: 'P001', received: cases(30), closing: cases(12) },
        { product: 'P017', received: cases(3), closing: { quantity: 54, unit: '瓶' } },
      ],
      explanation: undefined,
    })
  })
})

describe('the stock of a customer', () => {
  test('by product, with the trend and what to order', async () => {
    const { card, text } = await draws('stock.show', 'li', { customer: 'KH000001' })
    expect(text).toContain('库存还可卖: 9 天（按近 8 周净出货）\n建议订货: 可乐 25箱，雪碧 13箱')
    expect(text).toContain('可乐 | 20箱 | 10箱 | – | 9 天')
    expect(card.blocks.find(({ type }) => type === 'chart')).toMatchObject({
      kind: 'line',
      categories: ['11/8', '11/15'],
      series: [
        { name: '期末库存', values: [10, 28] },
        { name: '净出货', values: [10, 27] },
      ],
    })
  })

  test('of a customer without an accepted report says so, and offers to report', async () => {
    const { text } = await draws('stock.show', 'zhou', { customer: 'KH000003' })
    expect(text).toBe('家乐 库存\n还没有接收过这家的进销存周报，看不出库存。\n[报库存] [客户]')
  })
})

describe('who is missing', () => {
  test('for an info clerk by office, with how many are in', async () => {
    const { text } = await draws('report.missing', 'zhao', {}, 'en')
    expect(text).toContain('0 of 3 reported\nPUDONG 2, XUHUI 1')
    expect(text).toContain('新世界 | public pool | overdue')
  })

  test('an excuse says whose it is and why', async () => {
    await draws('report.excuse', 'chen', { customer: 'KH000001', reason: '店面装修停业' })
    const { text } = await draws('stock.show', 'li', { customer: 'KH000001', period: '2026-W47' })
    expect(text).toContain('陈刚同意免报：店面装修停业')
  })
})

describe('the queue of a week', () => {
  test('is the unit for its clerk, the office for its head, and nothing for a rep', async () => {
    await draws('stock.report', 'li', { ...said, explanation: '上周漏盘' })
    const clerk = await draws('report.queue', 'zhao', {})
    expect(clerk.card.subject).toBe('reports:EAST:2026-W47')
    expect(clerk.text).toContain('EAST 进销存周报 第47周')
    expect(clerk.text).toContain('统计范围: 3家中1家已报，2家没有数据')
    expect(clerk.text).toContain('华联超市 | 李娜 | 33箱 | 有异常说明')
    const head = await draws('report.queue', 'wang', {})
    expect(head.text).toContain('PUDONG 进销存周报 第47周')
    expect(head.text).toContain('统计范围: 2家中1家已报，1家没有数据')
    const queue = stock.subjects.find(({ kind }) => kind === 'reports')!
    await expect(queue.card(await company.as('li'), 'EAST:2026-W47')).rejects.toThrow('stock.no_queue')
    await expect(queue.card(await company.as('wu'), 'EAST:2026-W47')).rejects.toThrow('stock.no_queue')
  })
})
