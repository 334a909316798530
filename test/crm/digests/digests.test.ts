import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { digests } from '../../../src/crm/digests/commands.ts'
import { leave } from '../../../src/crm/leave/commands.ts'
import { reminders } from '../../../src/crm/reminders/commands.ts'
import { expectReports } from '../../../src/crm/stock/expect-reports.ts'
import { visits } from '../../../src/crm/visits/commands.ts'
import { type Period, periodOf, previousPeriod } from '../../../src/lib/period.ts'
import { BUSINESS_ZONE } from '../../../src/lib/time.ts'
import { type FieldOffice, fieldOffice, refusalOf } from '../../support/field-office.ts'

let office: FieldOffice
beforeEach(async () => {
  office = await fieldOffice([digests, visits, reminders, leave])
})
afterEach(() => office.close())

const weekly = digests.jobs[0]!
const group = {
  platform: 'playground',
  conversation: 'office-group',
  address: '{"conversation":"office-group"}',
}

async function subscribed(by: string) {
  const ctx = { ...(await office.as(by)), place: group }
  const [command] = digests.commands.filter(({ name }) => name === 'digest.subscribe')
  return plain(await command!.run(ctx, {}))
}

async function unsubscribed(by: string) {
  const ctx = { ...(await office.as(by)), place: group }
  const [command] = digests.commands.filter(({ name }) => name === 'digest.unsubscribe')
  return plain(await command!.run(ctx, {}))
}

const week = (id: string) => periodOf(id)!

/** Customers count one product of 24 bottles a case: each week 10 cases come in and `sold` go out. */
async function counted(customerIds: number[], period: Period, { sold = 8, closing = 20 } = {}) {
  const product = {
    code: 'cola',
    name: '可乐',
    nameEn: 'Cola',
    pinyin: 'kele',
    brand: '',
    category: '',
    unitPrice: 300n,
  }
  const units = '[{"name":"箱","en":"case","per":24},{"name":"瓶","en":"bottle","per":1}]'
  await office.db.product.upsert({ where: { code: 'cola' }, create: { ...product, units }, update: {} })
  for (const customerId of customerIds) {
    const line = { productId: 1, opening: (closing + sold - 10) * 24, received: 240, closing: closing * 24 }
    await office.db.stockReport.create({
      data: { customerId, period: period.id, state: 'accepted', lines: { create: line } },
    })
    await office.db.complianceEntry.updateMany({
      where: { customerId, period: period.id },
      data: { state: 'submitted' },
    })
  }
}

/** Twelve weeks up to the 46th in which everybody reported, and the 47th with what was counted by then. */
async function history() {
  for (let each = week('2026-W46'), i = 0; i < 12; each = previousPeriod(each), i++) {
    await expectReports(office.db, each, BUSINESS_ZONE)
    await counted([1, 2, 3, 4, 5], each)
  }
  await expectReports(office.db, week('2026-W47'), BUSINESS_ZONE)
}

describe('a person’s day', () => {
  test('holds what there is to do, each with its button', async () => {
    const details = { contact: '王店长', about: '国庆堆头' }
    office.at('2026-11-20T10:00')
    await office.run('li', 'visit.record', {
      customer: 'KH000001',
      ...details,
      nextStep: '给报价',
      nextDate: '2026-11-23',
    })
    await office.run('li', 'visit.plan', {
      customer: 'KH000002',
      date: '2026-11-24',
      time: '14:00',
      about: '对账',
    })
    await expectReports(office.db, week('2026-W47'), BUSINESS_ZONE)
    office.at('2026-11-24T08:00')
    const { words, card } = await office.run('li', 'digest.show', {})
    expect(words).toContain('日报 11月24日 周二\n今天拜访 1 · 欠周报 2 · 逾期跟进 1')
    expect(words).toContain('· 永辉便利 · 计划 14:00 · 对账')
    expect(words).toContain('· 华联超市 · 应于 11月23日 周一 · 给报价')
    for (const say of ['拜访 KH000002', '报库存 KH000001', '拜访 KH000001', '稍后提醒 1h'])
      expect(JSON.stringify(card)).toContain(`"say":"${say}"`)
    expect(card.subject).toBe('digest:daily:li:2026-11-24')
  })

  test('without anything in it says so, and sends nothing', async () => {
    expect((await office.run('li', 'digest.show', {})).words).toContain('今天没有要办的事')
    expect(await office.passes('2026-11-27T20:00', reminders.jobs[0]!)).toEqual([])
  })

  test('holds the contracts that wait for the reader, and those sent back', async () => {
    const contract = { customerId: 1, year: 2026, submittedById: 1 }
    const openedAt = new Date('2026-11-23T02:00:00Z')
    await office.db.contract.create({
      data: {
        ...{ ...contract, number: 'HT-2026-0001', state: 'in_review' },
        steps: { create: { round: 1, position: 0, role: 'office_head', state: 'open', openedAt } },
      },
    })
    await office.db.contract.create({
      data: { ...contract, customerId: 2, number: 'HT-2026-0002', state: 'returned' },
    })
    expect((await office.run('wang', 'digest.show', {})).words).toContain('待审批 1')
    expect((await office.run('li', 'digest.show', {})).words).toContain(
      '退回待改的合同\n· 永辉便利 HT-2026-0002',
    )
    const sent = await office.passes('2026-11-25T20:00', reminders.jobs[0]!)
    expect(sent).toEqual(['11-25T08:00 li digest:daily:li:2026-11-25'])
  })
})

describe('the week of an office', () => {
  beforeEach(history)

  test('says with every figure how much of it was reported, and what changed first', async () => {
    await counted([1, 2, 3], week('2026-W47'), { sold: 16 })
    const { words, card } = await office.run('wang', 'digest.weekly', {})
    expect(words).toContain(
      '周报 上海一办 第47周 11月16日–11月22日\n比上一周：\n· 周报上报 3/4（上一周 4/4）',
    )
    expect(words).toContain('净出货 56箱（+75%，W47 已报 3/4）')
    expect(words).toContain('上报: 4家中3家已报，1家按上期估算')
    expect(words).toContain('未交: 马丽 1')
    expect(words).toContain('W47：4家中3家已报，1家按上期估算。')
    expect(card.subject).toBe('digest:weekly:office:SH01:2026-W47')
    const chart = card.blocks.find((block) => block.type === 'chart')!
    expect(chart.categories).toEqual([
      'W36',
      'W37',
      'W38',
      'W39',
      'W40',
      'W41',
      'W42',
      'W43',
      'W44',
      'W45',
      'W46',
      'W47',
    ])
    expect(chart.series[0]!.values).toEqual([...Array(11).fill(32), 56])
  })

  test('while there is time to report, the figures are those of the week before', async () => {
    office.at('2026-11-23T09:00')
    const { words } = await office.run('wang', 'digest.weekly', {})
    expect(words).toContain('上报: 4家中0家已报，4家按上期估算，11月23日 周一 13:00 截止')
    expect(words).toContain('净出货 32箱（持平，W46 已报 4/4）')
  })

  test('days of stock are those of the customers’ own cards', async () => {
    await counted([1], week('2026-W47'), { closing: 2 })
    await counted([2], week('2026-W47'), { closing: 200 })
    const { words } = await office.run('wang', 'digest.weekly', {})
    // 8 cases a week over eight weeks: 2 cases last 2 days, 20 last 18, 200 last 175.
    expect(words).toContain('库存天数: 中位 18 天，低于 7 天 1 家，高于 45 天 1 家')
    const list = (await office.run('wang', 'digest.show', { which: 'stock' })).words
    expect(list).toContain('华联超市 | 2 天 | 李明')
    expect(list).toContain('永辉便利 | 175 天 | 李明')
    office.at('2026-12-01T09:00')
    const later = (await office.run('wang', 'digest.show', { which: 'stock' })).words
    expect(later).toContain('华联超市 | 2 天 · 11月22日 周日盘点 | 李明')
  })

  test('customers at risk and incomplete data can be opened', async () => {
    await office.run('li', 'visit.record', {
      customer: 'KH000001',
      contact: '王店长',
      about: '国庆堆头的位置和价格',
    })
    const risk = (await office.run('wang', 'digest.show', { which: 'risk' })).words
    expect(risk).toContain('风险客户 2')
    expect(risk).toContain('永辉便利 | 从未 | 李明')
    expect(risk).not.toContain('华联超市')
    const quality = (await office.run('wang', 'digest.show', { which: 'quality' })).words
    expect(quality).toContain('大润商行 | 电话、联系人 | 公海')
    expect((await office.run('wang', 'digest.weekly', {})).words).toContain('15 天无有效跟进 2')
  })

  test('each sees their own part, and no more through a card that was forwarded', async () => {
    expect((await office.run('li', 'digest.weekly', {})).words).toContain('上报: 3家中0家已报')
    expect((await office.run('chen', 'digest.weekly', {})).words).toContain('上报: 5家中0家已报')
    expect(plain(await office.draw('chen', 'digest:weekly:office:SH02:2026-W47'))).toContain(
      '上报: 1家中0家已报',
    )
    for (const [reader, subject] of [
      ['li', 'digest:weekly:office:SH01:2026-W47'],
      ['wang', 'digest:weekly:office:SH02:2026-W47'],
      ['wang', 'digest:weekly:unit:SU:2026-W47'],
      ['chen', 'digest:weekly:company:HQ:2026-W47'],
    ] as const)
      expect(await refusalOf(office.draw(reader, subject))).toBe('digest.not_yours')
  })

  test('in English', async () => {
    await office.db.member.update({ where: { code: 'wang' }, data: { language: 'en' } })
    const { words } = await office.run('wang', 'digest.weekly', {})
    expect(words).toContain('Shanghai office 1, week 47')
    expect(words).toContain('0 of 4 reported; 4 estimated from the last period')
  })
})

describe('a conversation that subscribed', () => {
  test('gets the digest of the subscriber’s scope on Monday at nine', async () => {
    expect(await subscribed('wang')).toContain('上海一办的周报每周一上午发到这个会话')
    expect(await office.passes('2026-12-07T20:00', weekly)).toEqual([
      '11-30T09:00 office-group digest:weekly:office:SH01:2026-W48',
      '12-07T09:00 office-group digest:weekly:office:SH01:2026-W49',
    ])
  })

  test('after a holiday on the first working day', async () => {
    office.at('2026-09-30T10:00')
    await subscribed('chen')
    expect(await office.passes('2026-10-09T20:00', weekly)).toEqual([
      '10-08T09:00 office-group digest:weekly:unit:SU:2026-W40',
    ])
  })

  test('is drawn with the rights of the subscriber', async () => {
    await subscribed('wang')
    office.at('2026-11-30T09:00')
    const ctx = office.jobCtx()
    await weekly.run(ctx, office.now())
    const readerId = await office.idOf('wang')
    expect(ctx.owed).toEqual([
      { subject: 'digest:weekly:office:SH01:2026-W48', to: [], places: [{ ...group, readerId }] },
    ])
  })

  test('has one subscription: the last one counts', async () => {
    await subscribed('wang')
    await subscribed('chen')
    expect(await office.passes('2026-11-30T20:00', weekly)).toEqual([
      '11-30T09:00 office-group digest:weekly:unit:SU:2026-W48',
    ])
  })

  test('gets nothing once it unsubscribed, or the subscriber left', async () => {
    await subscribed('wang')
    expect(await unsubscribed('chen')).toContain('已退订')
    expect(await office.passes('2026-11-30T20:00', weekly)).toEqual([])
    await subscribed('wang')
    await office.db.member.update({ where: { code: 'wang' }, data: { leftOn: '2026-12-01' } })
    expect(await office.passes('2026-12-07T20:00', weekly)).toEqual([])
    expect(await refusalOf(unsubscribed('chen').then(() => unsubscribed('chen')))).toBe(
      'digest.not_subscribed',
    )
  })

  test('after weeks in which nothing ran gets the last digest only', async () => {
    await subscribed('wang')
    office.at('2026-12-16T10:00')
    expect(await office.catchesUp('2026-11-24T10:00', weekly)).toEqual([
      '12-16T10:00 office-group digest:weekly:office:SH01:2026-W50',
    ])
  })

  test('a place is needed', async () => {
    expect(await refusalOf(office.run('wang', 'digest.subscribe', {}))).toBe('digest.no_place')
  })
})
