import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { approvalReminders } from '../../../src/crm/contracts/approval-reminders.ts'
import { Temporal } from '../../../src/lib/time.ts'
import { shanghai } from '../../support/field-office.ts'
import { type SigningSeason, signingSeason } from './signing-season.ts'

let t: SigningSeason
beforeEach(async () => {
  t = await signingSeason()
})
afterEach(() => t.close())

const subject = 'HT-2026-0001'
const local = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'minute' })

/** Stops at each due moment up to `until`, as the ticking clock does, and notes who was told what. */
async function passes(until: string, from = t.now()) {
  const told: string[] = []
  const names = new Map((await t.db.member.findMany()).map(({ id, code }) => [id, code]))
  let after = from
  let rounds = 0
  for (;;) {
    const at = await approvalReminders.next(t.jobCtx(), after)
    if (!at || Temporal.Instant.compare(at, shanghai(until)) > 0) break
    if (Temporal.Instant.compare(at, t.now()) > 0) t.at(at)
    const ctx = t.jobCtx()
    await t.db.$transaction((tx) => approvalReminders.run({ ...ctx, db: tx }, at))
    for (const { subject: card, to } of ctx.owed)
      told.push(`${local(t.now())} ${card} -> ${to.map((id) => names.get(id)).join()}`)
    after = at
    if (rounds++ > 50) throw new Error('it never comes to rest')
  }
  t.at(until)
  return told
}

describe('an approval that waits', () => {
  test('after 4 working hours the approver is reminded, after 24 the next level is told: once each', async () => {
    await t.submitted()
    expect(await passes('2026-12-31T18:00')).toEqual([
      '2026-11-24T14:00 approvals:wang -> wang',
      '2026-11-26T16:00 approvals:chen -> chen',
    ])
  })

  test('then the next level may decide, and the card says so', async () => {
    await t.submitted()
    await passes('2026-11-26T17:00')
    expect(plain(await t.draw('wang', 'contract:HT-2026-0001'))).toContain(
      '等待审批: 王芳、陈刚（办事处主任），自 11月24日 周二 10:00',
    )
    expect(plain(await t.draw('chen', 'approvals:chen'))).toContain('自 11月24日 周二 10:00，已超时')
    const { words } = await t.said('chen', 'approval.approve', { subject })
    expect(words).toContain('✓ 陈刚（办事处主任）11月26日 周四 17:00 批准')
  })

  test('the clock stands at night, on weekends and holidays', async () => {
    t.at('2026-09-30T16:00')
    await t.submitted()
    expect(await passes('2026-10-31T18:00')).toEqual([
      '2026-10-08T11:00 approvals:wang -> wang',
      '2026-10-10T13:00 approvals:chen -> chen',
    ])
  })

  test('a decision starts the clock of the next step, and ends that of its own', async () => {
    await t.submitted()
    t.at('2026-11-24T13:00')
    await t.said('wang', 'approval.approve', { subject })
    expect(await passes('2026-11-25T18:00')).toEqual(['2026-11-24T17:00 approvals:zhao -> zhao'])
  })

  test('a hand-over does not start it anew', async () => {
    await t.submitted()
    t.at('2026-11-24T13:30')
    await t.said('wang', 'approval.hand_over', { subject, to: 'chen' })
    expect(await passes('2026-12-31T18:00')).toEqual([
      '2026-11-24T14:00 approvals:chen -> chen',
      '2026-11-26T16:00 approvals:sun -> sun',
    ])
  })

  test('the next round is a new clock', async () => {
    await t.submitted()
    await passes('2026-11-24T15:00')
    await t.said('wang', 'approval.return', { subject, reason: '数量不符' })
    expect(await passes('2026-11-25T10:00')).toEqual([])
    await t.said('li', 'contract.submit', { contract: subject })
    expect(await passes('2026-11-25T18:00')).toEqual(['2026-11-25T14:00 approvals:wang -> wang'])
  })
})

describe('one message a person', () => {
  test('several contracts that became due together are one list', async () => {
    await t.submitted()
    await t.submitted('HT-2026-0002', 'KH000002')
    expect(await passes('2026-11-24T18:00')).toEqual(['2026-11-24T14:00 approvals:wang -> wang'])
    expect(plain(await t.draw('wang', 'approvals:wang'))).toContain('待您审批 2 份合同')
  })

  test('what would be due within two hours is not told again', async () => {
    await t.submitted()
    t.at('2026-11-24T11:30')
    await t.submitted('HT-2026-0002', 'KH000002')
    t.at('2026-11-24T13:00')
    await t.said('wang', 'contract.draft', { customer: 'KH000004', volumes: '可乐 10箱' })
    await t.said('wang', 'contract.submit', { contract: 'HT-2026-0003' })
    expect(await passes('2026-11-25T18:00')).toEqual([
      '2026-11-24T14:00 approvals:wang -> wang',
      '2026-11-24T17:00 approvals:chen -> chen',
    ])
  })

  test('the next level is told at the full hour of all that came up within it', async () => {
    for (const [i, minute] of ['05', '20', '50'].entries()) {
      t.at(`2026-11-24T10:${minute}`)
      await t.submitted(`HT-2026-000${i + 1}`, ['KH000001', 'KH000002', 'KH000003'][i])
    }
    expect((await passes('2026-11-27T18:00')).filter((line) => line.includes('chen'))).toEqual([
      '2026-11-26T17:00 approvals:chen -> chen',
    ])
  })

  describe('three contracts that pass to the next level in the course of a day', () => {
    beforeEach(async () => {
      for (const [i, hour] of ['13', '15', '17'].entries()) {
        t.at(`2026-11-24T${hour}:00`)
        await t.submitted(`HT-2026-000${i + 1}`, ['KH000001', 'KH000002', 'KH000003'][i])
      }
    })
    const toChen = async (until: string) => (await passes(until)).filter((line) => line.includes('chen'))

    test('are one message, on whose list the later ones appear; told again is the next working day what still waits', async () => {
      expect(await toChen('2026-11-27T11:00')).toEqual(['2026-11-27T10:00 approvals:chen -> chen'])
      const before = plain(await t.draw('chen', 'approvals:chen'))
      expect(await toChen('2026-11-27T20:00')).toEqual([])
      expect([before, plain(await t.draw('chen', 'approvals:chen'))]).toEqual([
        expect.stringContaining('待您审批 1 份合同'),
        expect.stringContaining('待您审批 3 份合同'),
      ])
      expect(await toChen('2026-12-31T18:00')).toEqual(['2026-11-30T08:00 approvals:chen -> chen'])
    })

    test('what was decided meanwhile is not told again', async () => {
      await passes('2026-11-27T20:00')
      for (const number of ['HT-2026-0002', 'HT-2026-0003'])
        await t.said('chen', 'approval.reject', { subject: number, reason: '数量与纸质合同不符' })
      expect(await toChen('2026-12-31T18:00')).toEqual([])
    })
  })

  test('someone on leave is left in peace, and their stand-in asked', async () => {
    await t.submitted()
    await t.leave('wang', { from: '2026-11-24', to: '2026-11-24', standIn: 'ma' })
    expect(await passes('2026-11-24T18:00')).toEqual(['2026-11-24T14:00 approvals:ma -> ma'])
  })

  test('what became due while nothing ran is told when people may be spoken to again, not at night', async () => {
    await t.submitted()
    t.at('2026-11-28T21:00')
    expect(await passes('2026-11-30T18:00', shanghai('2026-11-24T10:00'))).toEqual([
      '2026-11-30T08:00 approvals:wang -> wang',
      '2026-11-30T08:00 approvals:chen -> chen',
    ])
  })

  test('someone on leave for whom nobody stands in hears of it when they are back; the next level meanwhile', async () => {
    await t.submitted()
    await t.leave('wang', { from: '2026-11-24', to: '2026-11-27' })
    expect(await passes('2026-12-31T18:00')).toEqual([
      '2026-11-26T16:00 approvals:chen -> chen',
      '2026-11-30T08:00 approvals:wang -> wang',
    ])
  })

  test('one’s own quiet hours are kept', async () => {
    await t.submitted()
    await t.db.member.update({
      where: { code: 'wang' },
      data: { preferences: JSON.stringify({ quietFrom: 12, quietUntil: 15 }) },
    })
    expect(await passes('2026-11-24T18:00')).toEqual(['2026-11-24T15:00 approvals:wang -> wang'])
  })

  test('a second waker changes nothing', async () => {
    await t.submitted()
    const at = shanghai('2026-11-24T14:00')
    t.at(at)
    const owed = []
    for (const ctx of [t.jobCtx(), t.jobCtx()]) {
      await approvalReminders.run(ctx, at)
      owed.push(ctx.owed.length)
    }
    expect(owed).toEqual([1, 0])
  })
})
