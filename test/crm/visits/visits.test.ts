import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerByCode } from '../../../src/crm/customers/customer-by-code.ts'
import { visits } from '../../../src/crm/visits/commands.ts'
import { dueFollowUps } from '../../../src/crm/visits/due-follow-ups.ts'
import { Temporal } from '../../../src/lib/time.ts'
import { type FieldOffice, fieldOffice, refusalOf, shanghai } from '../../support/field-office.ts'

let office: FieldOffice
beforeEach(async () => {
  office = await fieldOffice([visits])
})
afterEach(() => office.close())

const hualian = 'KH000001'
const said = { customer: hualian, contact: '王店长', about: '国庆堆头', nextDate: '2026-12-01' }
const record = (input: object = {}, by = 'li') => office.run(by, 'visit.record', { ...said, ...input })
const visit = (id: number) => office.db.visit.findUniqueOrThrow({ where: { id } })
const due = async (day: string, memberId?: number) =>
  (await dueFollowUps(office.db, { memberId }, Temporal.PlainDate.from(day))).map(({ item }) => item)

describe('recording a visit', () => {
  test('what was understood is shown in words, then saved', async () => {
    const asked = await office.confirm('li', 'visit.record', said)
    expect(asked).toContain('客户: 华联超市 KH000001')
    expect(asked).toContain('联系人: 王建国')
    expect(asked).toContain('日期: 11月24日 周二')
    expect(asked).toContain('下次 12月1日 周二')
    expect(await office.db.visit.count()).toBe(0)

    const { words, card, ctx } = await record()
    expect(words).toContain('已记录')
    expect(words).toContain('下次 12月1日 周二')
    expect(words).toContain('算有效跟进')
    expect(card.subject).toBe('visit:1')
    expect(await visit(1)).toMatchObject({ state: 'done', contactId: 1, date: '2026-11-24', valid: true })
    expect((await customerByCode(await office.as('li'), hualian)).lastVisitOn).toBe('2026-11-24')
    expect(ctx.audited).toMatchObject([{ action: 'visit.recorded', subject: 'visit:1' }])
    expect([...ctx.changed]).toEqual(
      expect.arrayContaining(['visit:1', 'customer:KH000001', 'owed:li', 'owed:wang']),
    )
  })

  test('somebody who is not on file is kept as said', async () => {
    const { words } = await record({ contact: '老板娘' })
    expect(words).toContain('联系人: 老板娘（未建档）')
    expect(await visit(1)).toMatchObject({ contactId: null, contactName: '老板娘' })
  })

  test('what does not count is saved all the same, and says what is missing', async () => {
    const { words } = await record({ contact: undefined, about: '没找到人', nextDate: undefined })
    expect(words).toContain('还不算有效跟进：没说和谁谈的（联系人），没说谈了什么')
    expect((await customerByCode(await office.as('li'), hualian)).lastVisitOn).toBeNull()
  })

  test('a report still owed by the customer is brought up at once', async () => {
    await office.db.complianceEntry.create({
      data: { customerId: 1, period: '2026-W47', dueAt: new Date('2026-11-23T05:00:00Z'), state: 'missed' },
    })
    const { words, card } = await record()
    expect(words).toContain('这家还欠进销存：第47周')
    expect(JSON.stringify(card)).toContain('报库存 KH000001')
  })

  test('a date ahead was not visited yet, and a next date behind is none', async () => {
    expect(await refusalOf(record({ date: '2026-11-25' }))).toBe('visit.future')
    expect(await refusalOf(record({ nextDate: '2026-11-23' }))).toBe('visit.past')
  })

  test('today is that of the rep, not of Greenwich', async () => {
    office.at(shanghai('2026-11-25T06:00'))
    await record({ date: '2026-11-25', nextDate: '2026-12-01' })
    expect(await visit(1)).toMatchObject({ date: '2026-11-25' })
  })
})

describe('a protected customer', () => {
  test('only the owner and who leads the owner may log a follow-up', async () => {
    expect(await refusalOf(record({}, 'ma'))).toBe('customer.unknown')
    expect(await refusalOf(record({}, 'zhou'))).toBe('customer.unknown')
    expect(await refusalOf(record({}, 'zhao'))).toBe('visit.not_yours')
    expect(await refusalOf(record({}, 'wang'))).toBe('not refused')
  })

  test('in the pool it is anyone of the office', async () => {
    expect(await refusalOf(record({ customer: 'KH000003' }, 'ma'))).toBe('not refused')
    expect(await refusalOf(record({ customer: 'KH000003' }, 'zhou'))).toBe('customer.unknown')
  })

  test('a card that was forwarded shows nothing to another office', async () => {
    await record()
    expect(await refusalOf(office.draw('zhou', 'visit:1'))).toBe('customer.unknown')
  })
})

describe('the next step', () => {
  const li = 1
  test('is due on its day, and settled by the next visit', async () => {
    await record()
    expect(await due('2026-11-30', li)).toEqual([])
    expect(await due('2026-12-01', li)).toEqual(['visit:1'])
    office.at('2026-12-01T15:00')
    await record({ nextDate: undefined })
    expect(await due('2026-12-01', li)).toEqual([])
  })

  test('stands when a call before the day agrees nothing new', async () => {
    await record()
    office.at('2026-11-26T15:00')
    const { words } = await record({ nextDate: undefined, kind: 'phone' })
    expect(words).toContain('之前约好的下次 12月1日 周二 仍然有效')
    expect(await due('2026-12-01', li)).toEqual(['visit:1'])
  })

  test('is replaced by a new date, even where nobody was met', async () => {
    await record()
    office.at('2026-12-01T15:00')
    await record({ about: '没找到人', nextDate: '2026-12-03' })
    expect(await due('2026-12-02', li)).toEqual([])
    expect(await due('2026-12-03', li)).toEqual(['visit:2'])
  })

  test('is not done by an attempt that reached nobody', async () => {
    await record()
    office.at('2026-12-01T15:00')
    await record({ about: '没找到人', nextDate: undefined })
    expect(await due('2026-12-01', li)).toEqual(['visit:1'])
  })

  test('goes to the new owner with the customer', async () => {
    await record()
    await office.db.customer.update({ where: { code: hualian }, data: { ownerId: 2 } })
    expect(await due('2026-12-01', li)).toEqual([])
    expect(await due('2026-12-01', 2)).toEqual(['visit:1'])
  })
})

describe('a planned visit', () => {
  const plan = (input: object = {}) =>
    office.run('li', 'visit.plan', {
      customer: hualian,
      date: '2026-11-24',
      time: '14:00',
      about: '春节备货',
      ...input,
    })

  test('becomes the visit that was made', async () => {
    const { words } = await plan()
    expect(words).toContain('已计划')
    expect(words).toContain('11月24日 周二 14:00')
    expect(await office.confirm('li', 'visit.record', said)).toContain('在计划内')
    await record()
    expect(await office.db.visit.count()).toBe(1)
    expect(await visit(1)).toMatchObject({ state: 'done', about: '国庆堆头', plannedAbout: '春节备货' })
  })

  test('takes over the step that was agreed', async () => {
    await record({ nextStep: '给报价' })
    await plan({ date: '2026-12-01', about: undefined })
    expect(await visit(2)).toMatchObject({ state: 'planned', about: '给报价' })
    expect(await due('2026-12-01', 1)).toEqual(['visit:2'])
  })

  test('is changed by planning it again, and comes back where that is undone', async () => {
    await plan()
    await plan({ time: '16:00' })
    expect(await due('2026-11-24', 1)).toEqual(['visit:2'])
    expect(await visit(2)).toMatchObject({ time: '16:00', about: '春节备货' })
    await office.undo('li', 'visit.plan', 'visit:2')
    expect(await due('2026-11-24', 1)).toEqual(['visit:1'])
  })

  test('that was not made asks for a reason', async () => {
    await plan()
    office.at('2026-11-25T09:30')
    const card = await office.draw('li', 'visit:1')
    expect(JSON.stringify(card)).toContain('未拜访 KH000001 2026-11-24')
    const { words } = await office.run('li', 'visit.missed', {
      customer: hualian,
      reason: 'customer_postponed',
    })
    expect(words).toContain('未拜访 · 客户改期')
    expect(await due('2026-11-25', 1)).toEqual([])
  })

  test('is called off before its day with one button', async () => {
    await plan({ date: '2026-11-27' })
    expect(JSON.stringify(await office.draw('li', 'visit:1'))).toContain('未拜访 KH000001 2026-11-27 no_need')
    const missed = { customer: hualian, date: '2026-11-27', reason: 'no_need' }
    expect((await office.run('li', 'visit.missed', missed)).words).toContain('未拜访 · 不再需要')
    expect(await due('2026-11-27', 1)).toEqual([])
  })

  test('that was overtaken by a later visit is noted as made later', async () => {
    await plan()
    office.at('2026-11-25T15:00')
    await record()
    expect(await visit(1)).toMatchObject({ state: 'missed', reason: 'made_later' })
    expect(await due('2026-11-25', 1)).toEqual([])
  })

  test('cannot be missed where there is none', async () => {
    const miss = office.run('li', 'visit.missed', { customer: hualian, reason: 'urgent' })
    expect(await refusalOf(miss)).toBe('visit.not_planned')
  })

  test('lies ahead', async () => {
    expect(await refusalOf(plan({ date: '2026-11-23' }))).toBe('visit.past')
  })
})

describe('taking a record back', () => {
  test('opens again what it settled', async () => {
    await record()
    await office.run('li', 'visit.plan', { customer: hualian, date: '2026-12-02' })
    office.at('2026-12-03T10:00')
    await record({ nextDate: undefined })
    expect(await due('2026-12-03', 1)).toEqual([])
    expect(await office.undo('li', 'visit.record', 'visit:3')).toContain('已撤销')
    expect(await due('2026-12-03', 1)).toEqual(['visit:2'])
    expect((await customerByCode(await office.as('li'), hualian)).lastVisitOn).toBe('2026-11-24')
  })

  test('a planned visit waits again', async () => {
    await office.run('li', 'visit.plan', { customer: hualian, date: '2026-11-24', about: '春节备货' })
    await record()
    await office.undo('li', 'visit.record', 'visit:1')
    expect(await visit(1)).toMatchObject({
      state: 'planned',
      about: '春节备货',
      nextDate: null,
      contactId: null,
    })
  })

  test('only by the one who recorded it, within ten minutes, once', async () => {
    await record()
    expect(await refusalOf(office.undo('wang', 'visit.record', 'visit:1'))).toBe('visit.nothing_to_undo')
    office.at('2026-11-24T10:11')
    expect(await refusalOf(office.undo('li', 'visit.record', 'visit:1'))).toBe('visit.undo_too_late')
    office.at('2026-11-24T10:10')
    await office.undo('li', 'visit.record', 'visit:1')
    expect(await refusalOf(office.undo('li', 'visit.record', 'visit:1'))).toBe('visit.nothing_to_undo')
  })
})

describe('looking back', () => {
  test('the history of a customer, in the reader’s language', async () => {
    await record()
    await record({ about: '外出', contact: undefined, nextDate: undefined, kind: 'phone' })
    await office.run('li', 'visit.plan', {
      customer: hualian,
      date: '2026-12-05',
      time: '09:30',
      about: '对账',
    })
    const { words } = await office.run('wang', 'visit.show', { customer: hualian })
    expect(words).toContain('计划：\n12月5日 周六 09:30 对账 李明')
    expect(words).toContain('11月24日 周二 · 王建国 · 国庆堆头 · 下次 12月1日 周二 · 李明记')
    expect(words).toContain('外出 · 不算有效跟进')

    await office.db.member.update({ where: { code: 'wang' }, data: { language: 'en' } })
    const english = await office.run('wang', 'visit.show', { customer: hualian })
    expect(english.words).toContain('Visits to Hualian Supermarket')
    expect(english.words).toContain('Tue 24 Nov · Wang Jianguo')
  })

  test('everyone sees the follow-ups due among the customers they may see', async () => {
    await record()
    await record({ customer: 'KH000005', contact: '张总' }, 'zhou')
    office.at('2026-12-02T10:00')
    const seen = async (code: string) => (await office.run(code, 'visit.due', {})).words
    expect(await seen('li')).toContain('华联超市 | 12月1日 周二 已过 1 天 | 李明')
    expect(await seen('li')).not.toContain('海天经销')
    expect(await seen('ma')).toContain('没有到期的跟进')
    expect(await seen('chen')).toContain('华联超市')
    expect(await seen('chen')).toContain('海天经销')
  })
})
