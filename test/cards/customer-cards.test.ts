import { afterAll, describe, expect, it } from 'vitest'
import type { Button, Card } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import type { Ctx } from '../../src/crm/context.ts'
import { drawCustomer } from '../../src/crm/customers/draw-customer.ts'
import { findCustomer } from '../../src/crm/customers/find-command.ts'
import { meOf } from '../../src/crm/people/me-of.ts'
import { defaultRules } from '../../src/crm/rules.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { Temporal } from '../../src/lib/time.ts'
import type { Language } from '../../src/lib/words.ts'

const { db, close } = await openDatabase(':memory:')
await fillDemo(db, { anchor: Temporal.PlainDate.from('2026-11-24') })
afterAll(close)

async function as(code: string, language: Language = 'zh'): Promise<Ctx> {
  const member = await db.member.findUniqueOrThrow({ where: { code } })
  const me = (await meOf(db, member.id, '2026-11-24'))!
  const now = Temporal.Instant.from('2026-11-24T10:00:00+08:00')
  return { db, now, rules: defaultRules, me, language, owed: [], changed: new Set(), audited: [] }
}

const hualian = (await db.customer.findFirstOrThrow({ where: { name: '华联超市' } })).code
const find = async (ctx: Ctx, query: string): Promise<Card> => findCustomer.run(ctx, { query })
const buttonsOf = (card: Card): Button[] =>
  card.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))

describe('the card of a customer', () => {
  it('says who it is, what is going on and what is owed', async () => {
    const words = plain(await find(await as('li'), '华联'))
    for (const part of [
      '华联超市',
      '· HLCS',
      '层级: 分销商',
      '上游: 上海申源饮料贸易有限公司',
      '负责人: 李明',
      '王店长',
      '年度合同: HT-2026-',
      '已批准 · 全年',
      '最近库存: 第46周',
      '库存可卖:',
      '按年度合同量',
      '欠报: 第47周 11月16日–11月22日（已逾期）',
      '最近拜访',
      '约好下次 11月24日 周二',
    ])
      expect(words).toContain(part)
  })

  it('says it in English', async () => {
    const words = plain(await drawCustomer(await as('li', 'en'), hualian))
    for (const part of [
      'Hualian Supermarket',
      'Tier: sub-distributor',
      'Manager Wang',
      'Reports owed: week 47',
      'Next agreed',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('层级')
  })

  it('has the next things to do as sentences, for whoever may do them', async () => {
    const says = async (code: string) =>
      buttonsOf(await drawCustomer(await as(code), hualian)).map(({ say }) => say)
    expect(await says('li')).toEqual([
      `拜访 ${hualian}`,
      `报库存 ${hualian}`,
      `库存 ${hualian}`,
      `拜访记录 ${hualian}`,
      `新建联系人 ${hualian}`,
      `修改客户 ${hualian}`,
    ])
    expect(await says('zhao')).toEqual([`库存 ${hualian}`, `拜访记录 ${hualian}`])
  })

  it('names a supplier that the reader may not open without its code', async () => {
    const upstream = /上游: (.+)/
    expect(upstream.exec(plain(await drawCustomer(await as('li'), hualian)))![1]).not.toMatch(/KH/)
    expect(upstream.exec(plain(await drawCustomer(await as('zhao'), hualian)))![1]).toMatch(/KH/)
  })

  it('leaves out stock and contracts where none are expected', async () => {
    const outlet = await db.customer.findFirstOrThrow({ where: { name: '佳佳便利店(人民路店)' } })
    const words = plain(await drawCustomer(await as('li'), outlet.code))
    expect(words).not.toContain('库存')
    expect(words).not.toContain('年度合同')
  })

  it('is one that its subject names', async () => {
    expect((await drawCustomer(await as('li'), hualian)).subject).toBe(`customer:${hualian}`)
  })
})

describe('several customers', () => {
  it('are a list to choose from', async () => {
    const card = await find(await as('wang'), '华联')
    expect(card.title).toBe('“华联”找到 2 家客户')
    expect(buttonsOf(card).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^华联超市 KH/),
      expect.stringMatching(/^华联批发部 KH/),
    ])
    expect(buttonsOf(card)[0]!.say).toBe(`客户 ${hualian}`)
  })

  it('that are too many are counted, with how to say it more exactly', async () => {
    const card = await find(await as('sun'), '便利店')
    expect(buttonsOf(card)).toHaveLength(8)
    expect(plain(card)).toMatch(/还有(至少)? \d+ 家没有列出。把名称写全一点/)
  })
})

describe('no customer', () => {
  it('is offered to be created by whoever may', async () => {
    const card = await find(await as('li'), '火星商行')
    expect(card.title).toBe('没有找到“火星商行”')
    expect(buttonsOf(card)).toMatchObject([{ label: '新建“火星商行”', say: '新建客户 火星商行' }])
    expect(buttonsOf(await find(await as('zhao'), '火星商行'))).toEqual([])
  })

  it('but one nearly called so is asked about', async () => {
    const card = await find(await as('li'), '华莲超市')
    expect(card.title).toBe('没有叫“华莲超市”的客户，是不是')
    expect(buttonsOf(card)[0]!.say).toBe(`客户 ${hualian}`)
  })
})
