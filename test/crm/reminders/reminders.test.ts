import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { digests } from '../../../src/crm/digests/commands.ts'
import { leave } from '../../../src/crm/leave/commands.ts'
import { reminders } from '../../../src/crm/reminders/commands.ts'
import { expectReports } from '../../../src/crm/stock/expect-reports.ts'
import { visits } from '../../../src/crm/visits/commands.ts'
import { weekOf } from '../../../src/lib/period.ts'
import { BUSINESS_ZONE, Temporal } from '../../../src/lib/time.ts'
import { type FieldOffice, fieldOffice, refusalOf } from '../../support/field-office.ts'

let office: FieldOffice
beforeEach(async () => {
  office = await fieldOffice([visits, reminders, digests, leave])
})
afterEach(() => office.close())

const tell = reminders.jobs[0]!
const hualian = 'KH000001'

/** li agreed to be back at 华联 on Wednesday, the 25th. */
const agreed = (nextDate = '2026-11-25', by = 'li', customer = hualian) =>
  office.run(by, 'visit.record', {
    customer,
    contact: '王店长',
    about: '国庆堆头',
    nextStep: '给报价',
    nextDate,
  })

/** The week before the 23rd is to be reported for all customers that report. */
const reportsDue = (of = '2026-11-16') =>
  expectReports(office.db, weekOf(Temporal.PlainDate.from(of)), BUSINESS_ZONE)

const only = (sent: string[], code: string) => sent.filter((line) => line.split(' ')[1] === code)
const shown = async (code: string, subject: string) => plain(await office.draw(code, subject))

describe('a follow-up', () => {
  test('is nudged on its day and two working days later, when the superior is told; then never again', async () => {
    await agreed()
    const sent = await office.passes('2026-12-11T20:00', tell)
    expect(only(sent, 'li').slice(0, 3)).toEqual([
      '11-25T08:00 li digest:daily:li:2026-11-25',
      '11-26T08:00 li digest:daily:li:2026-11-26',
      '11-27T08:00 li digest:daily:li:2026-11-27',
    ])
    expect(only(sent, 'wang')).toEqual(['11-27T09:00 wang owed:wang'])
    expect(sent.filter((line) => line.includes('owed:li'))).toEqual([])
    const told = await office.db.nudge.findMany({ where: { item: 'visit:1' }, orderBy: { id: 'asc' } })
    expect(told.map(({ memberId, stage }) => `${memberId} ${stage}`)).toEqual([
      '1 first',
      '1 second',
      '4 superior',
    ])
  })

  test('of a head, who gets no digest, comes as a message at nine', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    const sent = await office.passes('2026-11-27T20:00', tell)
    expect(sent).toEqual([
      '11-25T09:00 wang owed:wang',
      '11-27T09:00 wang owed:wang',
      '11-27T09:00 chen owed:chen',
    ])
  })

  test('on a weekend waits for Monday', async () => {
    await agreed('2026-11-28', 'wang', 'KH000003')
    expect(await office.passes('2026-11-30T20:00', tell)).toEqual(['11-30T09:00 wang owed:wang'])
  })

  test('that was done in time is not spoken of', async () => {
    await agreed()
    office.at('2026-11-25T07:00')
    await office.run('li', 'visit.record', {
      customer: hualian,
      contact: '王店长',
      about: '给了报价，下周答复我们',
    })
    expect(await office.passes('2026-12-04T20:00', tell)).toEqual([])
  })

  test('is at risk after the second nudge, and the digest says so', async () => {
    await agreed()
    office.at('2026-11-30T10:00')
    const { words } = await office.run('li', 'digest.show', {})
    expect(words).toContain('有风险 1')
    expect(words).toContain('· 华联超市 · 应于 11月25日 周三 · 给报价')
  })
})

describe('weekly reports', () => {
  beforeEach(async () => {
    office.at('2026-11-22T23:00')
    await reportsDue()
  })

  test('one message a person: in the morning, at the deadline, then the head and the manager', async () => {
    const sent = await office.passes('2026-11-23T20:00', tell)
    expect(sent.filter((line) => !line.includes('zhou'))).toEqual([
      '11-23T08:00 li digest:daily:li:2026-11-23',
      '11-23T08:00 ma digest:daily:ma:2026-11-23',
      // The head owes the report of the customer in the pool.
      '11-23T09:00 wang owed:wang',
      '11-23T13:00 li owed:li',
      '11-23T13:00 ma owed:ma',
      '11-23T13:00 wang owed:wang',
      '11-23T14:00 wang owed:wang',
      '11-23T15:00 chen owed:chen',
    ])
  })

  test('the message lists all that is owed, with a button for each', async () => {
    office.at('2026-11-23T13:00')
    const card = await office.draw('li', 'owed:li')
    const words = plain(card)
    expect(words).toContain('进销存周报 第47周 11月16日–11月22日 · 已过截止 今天 13:00')
    expect(words).toContain('· 华联超市\n· 永辉便利')
    const says = JSON.stringify(card)
    expect(says).toContain('报库存 KH000001')
    expect(says).toContain('报库存 KH000002')
    expect(says).not.toContain('KH000004')
  })

  test('what was reported in time is not spoken of, and the card is redrawn', async () => {
    await office.passes('2026-11-23T09:30', tell)
    await office.db.complianceEntry.updateMany({ data: { state: 'submitted' } })
    expect(await office.passes('2026-11-23T20:00', tell)).toEqual([])
    expect(await shown('li', 'owed:li')).toContain('都办完了')
  })

  test('the head sees whose they are', async () => {
    office.at('2026-11-23T14:00')
    const words = await shown('wang', 'owed:wang')
    expect(words).toContain('大润商行')
    expect(words).toContain('· 李明 2: 华联超市 (周报未交)、永辉便利 (周报未交)')
    expect(words).toContain('· 马丽 1: 美佳批发 (周报未交)')
    expect(words).not.toContain('海天经销')
  })

  test('in the reader’s language', async () => {
    office.at('2026-11-23T14:00')
    await office.db.member.update({ where: { code: 'wang' }, data: { language: 'en' } })
    const words = await shown('wang', 'owed:wang')
    expect(words).toContain('1 thing is waiting for you')
    expect(words).toContain(
      'Weekly stock reports, week 47, 16 Nov – 22 Nov · was due today 13:00\n· Darun Traders',
    )
    expect(words).toContain('· Li Ming 2: Hualian Supermarket (weekly report missing), Yonghui Mart')
    expect(words).toContain('[In an hour] [Tomorrow morning]')
  })

  test('nobody sees another one’s list', async () => {
    expect(await refusalOf(office.draw('ma', 'owed:li'))).toBe('reminder.not_yours')
    expect(await refusalOf(office.draw('ma', 'digest:daily:li:2026-11-23'))).toBe('digest.not_yours')
  })

  test('follow-ups and reports of one moment are one message', async () => {
    office.at('2026-11-20T10:00')
    await agreed('2026-11-23', 'wang', 'KH000003')
    office.at('2026-11-22T23:00')
    const sent = await office.passes('2026-11-23T10:00', tell)
    expect(only(sent, 'wang')).toEqual(['11-23T09:00 wang owed:wang'])
    const words = await shown('wang', 'owed:wang')
    expect(words).toContain('进销存周报')
    expect(words).toContain('大润商行 · 今天 · 给报价')
  })
})

test('after a holiday a deadline moves with its nudges', async () => {
  office.at('2026-10-04T23:00')
  await reportsDue('2026-09-28')
  const sent = await office.passes('2026-10-08T20:00', tell)
  expect(only(sent, 'li')).toEqual(['10-08T08:00 li digest:daily:li:2026-10-08', '10-08T13:00 li owed:li'])
})

test('whatever comes together, a person gets one message at a moment', async () => {
  const day = fc.integer({ min: 25, max: 30 }).map((date) => `2026-11-${date}`)
  const world = fc.record({
    followUps: fc.array(
      fc.tuple(day, fc.constantFrom('KH000001', 'KH000002', 'KH000003'), fc.constantFrom('li', 'wang')),
      {
        maxLength: 5,
      },
    ),
    away: fc.option(
      fc.tuple(fc.constantFrom('li', 'ma', 'wang'), day, fc.option(fc.constantFrom('am', 'pm'))),
    ),
    snoozed: fc.constantFrom('1h', 'afternoon', 'tomorrow'),
  })
  await fc.assert(
    fc.asyncProperty(world, async ({ followUps, away, snoozed }) => {
      const other = await fieldOffice([visits, reminders, digests, leave])
      const details = { contact: '王店长', about: '国庆堆头' }
      for (const [nextDate, customer, by] of followUps)
        if (by === 'wang' || customer !== 'KH000003')
          await other.run(by, 'visit.record', { customer, ...details, nextDate })
      if (away) await other.run(away[0], 'leave.add', { from: away[1], half: away[2] ?? undefined })
      await expectReports(other.db, weekOf(Temporal.PlainDate.from('2026-11-23')), BUSINESS_ZONE)
      const sent = await other.passes('2026-11-30T09:30', tell)
      await other.run('wang', 'reminder.snooze', { until: snoozed })
      sent.push(...(await other.passes('2026-12-02T20:00', tell)))
      await other.close()
      const moments = sent.map((line) => line.split(' ').slice(0, 2).join(' '))
      expect(new Set(moments).size).toBe(moments.length)
      expect(sent.every((line) => line.slice(6, 8) >= '08' && line.slice(6, 8) < '20')).toBe(true)
    }),
    { numRuns: 8 },
  )
}, 60_000)

describe('after days in which nothing ran', () => {
  test('each person gets one message of how things stand, and no stale ones', async () => {
    office.at('2026-11-22T23:00')
    await reportsDue()
    await agreed('2026-11-23')
    office.at('2026-11-25T16:00')
    const sent = await office.catchesUp('2026-11-22T23:00', tell)
    expect(sent.filter((line) => !line.includes('zhou'))).toEqual([
      '11-25T16:00 li owed:li',
      '11-25T16:00 ma owed:ma',
      '11-25T16:00 wang owed:wang',
      '11-25T16:00 chen owed:chen',
    ])
    expect(await office.passes('2026-11-25T20:00', tell)).toEqual([])
  })

  test('a morning that was missed is made up for before noon, in one message', async () => {
    await agreed()
    office.at('2026-11-25T09:40')
    expect(await office.catchesUp('2026-11-24T18:00', tell)).toEqual([
      '11-25T09:40 li digest:daily:li:2026-11-25',
    ])
  })

  test('what lies more than a week back is left to the digests', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    office.at('2026-12-07T16:00')
    expect(await office.catchesUp('2026-11-24T18:00', tell)).toEqual([])
  })

  test('nobody is woken: at night it waits for the morning', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    office.at('2026-11-25T22:00')
    expect(await office.catchesUp('2026-11-24T18:00', tell)).toEqual([])
    expect(await office.passes('2026-11-26T12:00', tell)).toEqual(['11-26T08:00 wang owed:wang'])
  })
})

describe('on leave', () => {
  test('the stand-in is asked, and may do it', async () => {
    await agreed()
    await office.run('li', 'leave.add', { from: '2026-11-25', to: '2026-11-26', standIn: 'ma' })
    const sent = await office.passes('2026-11-25T20:00', tell)
    expect(sent).toEqual(['11-25T08:00 ma digest:daily:ma:2026-11-25'])
    office.at('2026-11-25T10:00')
    expect(await shown('ma', 'digest:daily:ma:2026-11-25')).toContain('· 华联超市 (代李明) · 今天 · 给报价')
    expect(await refusalOf(agreed('2026-12-01', 'ma'))).toBe('not refused')
  })

  test('without a stand-in it waits until the return', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    await office.run('wang', 'leave.add', { from: '2026-11-25', to: '2026-11-25' })
    expect(await office.passes('2026-11-26T20:00', tell)).toEqual(['11-26T08:00 wang owed:wang'])
  })

  test('of half a day, at noon', async () => {
    await agreed()
    await office.run('li', 'leave.add', { from: '2026-11-25', half: 'am' })
    expect(await office.passes('2026-11-25T20:00', tell)).toEqual(['11-25T12:00 li owed:li'])
  })

  test('access to the absent colleague’s customers ends with the leave', async () => {
    await office.run('li', 'leave.add', { from: '2026-11-24', to: '2026-11-24', standIn: 'ma' })
    expect(await refusalOf(agreed('2026-12-01', 'ma'))).toBe('not refused')
    office.at('2026-11-25T10:00')
    expect(await refusalOf(agreed('2026-12-01', 'ma'))).toBe('customer.unknown')
  })
})

describe('not now', () => {
  test('an hour later it is mentioned again, once', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    await office.passes('2026-11-25T09:00', tell)
    const { words } = await office.run('wang', 'reminder.snooze', { until: '1h' })
    expect(words).toBe('好的，稍后提醒您\n11月25日 周三 10:00 再提醒：大润商行')
    expect((await office.run('wang', 'digest.show', {})).words).toContain('已推迟 1')
    expect(await office.passes('2026-11-25T20:00', tell)).toEqual(['11-25T10:00 wang owed:wang'])
    expect(await shown('wang', 'owed:wang')).toContain('大润商行 · 今天')
  })

  test('what was done meanwhile is not', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    await office.passes('2026-11-25T09:00', tell)
    await office.run('wang', 'reminder.snooze', { until: 'tomorrow' })
    await agreed('2026-12-09', 'wang', 'KH000003')
    expect(await office.passes('2026-11-26T20:00', tell)).toEqual([])
  })

  test('a later nudge waits as well, and comes as one', async () => {
    office.at('2026-11-22T23:00')
    await reportsDue()
    await office.passes('2026-11-23T09:00', tell)
    await office.run('wang', 'reminder.snooze', { until: 'afternoon' })
    const sent = only(await office.passes('2026-11-23T20:00', tell), 'wang')
    expect(sent).toEqual(['11-23T14:00 wang owed:wang'])
  })

  test('tomorrow morning comes with the digest, a date in its morning', async () => {
    await agreed()
    await office.passes('2026-11-25T09:00', tell)
    await office.run('li', 'reminder.snooze', { until: 'tomorrow' })
    expect(await office.passes('2026-11-26T20:00', tell)).toEqual([
      '11-26T08:00 li digest:daily:li:2026-11-26',
    ])
    await office.run('li', 'reminder.snooze', { date: '2026-12-01' })
    expect(only(await office.passes('2026-12-01T20:00', tell), 'li')).toEqual([
      '12-01T08:00 li digest:daily:li:2026-12-01',
    ])
  })

  test('an afternoon that has begun is an hour, the evening the next morning', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    await office.passes('2026-11-25T15:00', tell)
    const { words } = await office.run('wang', 'reminder.snooze', { until: 'afternoon' })
    expect(words).toContain('11月25日 周三 16:00')
    office.at('2026-11-25T19:30')
    expect((await office.run('wang', 'reminder.snooze', {})).words).toContain('11月26日 周四 08:00')
  })

  test('an hour of a day is that hour; where nobody may be disturbed it says so', async () => {
    await agreed('2026-11-25', 'wang', 'KH000003')
    await office.passes('2026-11-25T09:00', tell)
    const snoozed = (input: object) => office.run('wang', 'reminder.snooze', input)
    expect((await snoozed({ time: '15:30' })).words).toBe(
      '好的，稍后提醒您\n11月25日 周三 15:30 再提醒：大润商行',
    )
    expect((await snoozed({ date: '2026-11-27', time: '14:00' })).words).toContain(
      '11月27日 周五 14:00 再提醒',
    )
    expect((await snoozed({ date: '2026-11-27', time: '21:00' })).words).toBe(
      '好的，稍后提醒您\n11月27日 周五 21:00 您不受打扰（下班、休息日或请假），改为 11月30日 周一 08:00 提醒。\n11月30日 周一 08:00 再提醒：大润商行',
    )
    expect(await refusalOf(snoozed({ time: '08:30' }))).toBe('reminder.past')
  })

  test('with nothing owed there is nothing to put off', async () => {
    expect(await refusalOf(office.run('li', 'reminder.snooze', { until: '1h' }))).toBe('reminder.nothing')
  })
})
