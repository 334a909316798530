import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { contracts } from '../../../src/crm/contracts/commands.ts'
import { returnContract } from '../../../src/crm/contracts/decide-contract.ts'
import { waitingFor } from '../../../src/crm/contracts/waiting-for.ts'
import { refusalOf } from '../../support/field-office.ts'
import { type SigningSeason, signingSeason } from './signing-season.ts'

let t: SigningSeason
beforeEach(async () => {
  t = await signingSeason()
})
afterEach(() => t.close())

const subject = 'HT-2026-0001'
const approve = (code: string) => t.said(code, 'approval.approve', { subject })
const waits = async (code: string) =>
  (await waitingFor(await t.as(code), (await t.as(code)).me)).map(({ number }) => number)

describe('a contract goes through its four steps', () => {
  test('each level gets the card, and everyone sees the same end', async () => {
    expect((await t.submitted()).owed).toEqual(['contract:HT-2026-0001 -> wang'])
    t.at('2026-11-24T10:30')
    expect((await approve('wang')).owed).toEqual(['contract:HT-2026-0001 -> zhao'])
    t.at('2026-11-24T11:00')
    expect((await approve('zhao')).owed).toEqual(['contract:HT-2026-0001 -> chen'])
    expect((await approve('chen')).owed).toEqual(['contract:HT-2026-0001 -> sun'])
    t.at('2026-11-25T09:05')
    expect((await approve('sun')).owed).toEqual(['contract:HT-2026-0001 -> li'])
    for (const code of ['li', 'wang', 'zhao', 'chen', 'sun']) {
      const words = plain(await t.draw(code, 'contract:HT-2026-0001'))
      expect(words).toContain('状态: 已批准\n结果: 孙静（销售管理部）11月25日 周三 09:05 批准')
      expect(words).toContain(
        '✓ 王芳（办事处主任）11月24日 周二 10:30 批准\n✓ 赵云（信息员）11月24日 周二 11:00 批准',
      )
      expect(words).not.toContain('[')
    }
  })

  test('while it waits, the card says for whom and since when, and only they have buttons', async () => {
    await t.submitted()
    t.at('2026-11-24T10:30')
    await approve('wang')
    const words = plain(await t.draw('li', 'contract:HT-2026-0001'))
    expect(words).toContain('等待审批: 赵云（信息员），自 11月24日 周二 10:30')
    expect(words).toContain('→ 信息员：待审批\n· 业务经理：未到\n· 销售管理部：未到')
    expect(words).toContain('[撤回]')
    expect(words).not.toContain('[批准]')
    expect(plain(await t.draw('zhao', 'contract:HT-2026-0001'))).toContain('[批准] [退回修改] [拒绝] [转交]')
    expect(plain(await t.draw('chen', 'contract:HT-2026-0001'))).not.toContain('[')
  })

  test('the same in English', async () => {
    await t.db.member.update({ where: { code: 'zhao' }, data: { language: 'en' } })
    await t.submitted()
    await approve('wang')
    const words = plain(await t.draw('zhao', 'contract:HT-2026-0001'))
    expect(words).toContain('Waits for: Zhao Yun (info clerk), since Tue 24 Nov 10:00')
    expect(words).toContain('✓ Wang Fang (office head) approved it on Tue 24 Nov 10:00')
    expect(words).toContain('[Approve] [Return for changes] [Reject] [Hand over]')
  })

  test('every message that shows the contract, its customer or a list it was on is redrawn', async () => {
    await t.submitted()
    const { ctx } = await approve('wang')
    expect([...ctx.changed].sort()).toEqual([
      'approvals:wang',
      'approvals:zhao',
      'contract:HT-2026-0001',
      'customer:KH000001',
      'digest:daily:li:2026-11-24',
      'digest:daily:wang:2026-11-24',
      'digest:daily:zhao:2026-11-24',
    ])
    expect(ctx.audited).toEqual([
      {
        action: 'contract.approve',
        subject: 'contract:HT-2026-0001',
        detail: { round: 1, role: 'office_head' },
      },
    ])
  })
})

describe('returned, rejected, withdrawn', () => {
  test('the submitter learns why, changes it, and the next round begins; the first stays on the card', async () => {
    await t.submitted()
    await approve('wang')
    const returned = await t.said('zhao', 'approval.return', { subject, reason: '附件不清楚' })
    expect(returned.owed).toEqual(['contract:HT-2026-0001 -> li'])
    expect(plain(await t.draw('li', 'contract:HT-2026-0001'))).toContain(
      '结果: 赵云（信息员）11月24日 周二 10:00 退回：附件不清楚',
    )
    await t.said('li', 'contract.draft', { customer: 'KH000001', volumes: '可乐 900箱' })
    t.at('2026-11-24T15:00')
    const again = await t.said('li', 'contract.submit', { contract: subject })
    expect(again.owed).toEqual(['contract:HT-2026-0001 -> wang'])
    expect(again.words).toContain(
      '第1轮：王芳（办事处主任）11月24日 周二 10:00 批准；赵云（信息员）11月24日 周二 10:00 退回：附件不清楚',
    )
    expect(await t.stateOf()).toEqual({
      state: 'in_review',
      round: 2,
      steps: [
        'approved wang',
        'returned zhao',
        'skipped',
        'skipped',
        'open',
        'waiting',
        'waiting',
        'waiting',
      ],
    })
    for (const code of ['wang', 'zhao', 'chen', 'sun']) await approve(code)
    expect((await t.stateOf()).state).toBe('approved')
  })

  test('a return or a rejection needs a reason', async () => {
    await t.submitted()
    expect(await refusalOf(t.acting('wang', (ctx) => returnContract(ctx, subject, '  ')))).toBe(
      'contract.reason',
    )
    expect((await t.stateOf()).state).toBe('in_review')
  })

  test('a rejection is final', async () => {
    await t.submitted()
    const { words, owed } = await t.said('wang', 'approval.reject', { subject, reason: '客户已停业' })
    expect(words).toContain('状态: 已拒绝')
    expect(words).not.toContain('略过')
    expect(owed).toEqual(['contract:HT-2026-0001 -> li'])
    expect((await approve('wang')).words).toContain('王芳（办事处主任）11月24日 周二 10:00 拒绝：客户已停业')
    expect((await t.said('li', 'contract.submit', { contract: subject })).words).toContain('现在不能提交')
    expect((await t.stateOf()).steps).toEqual(['rejected wang', 'skipped', 'skipped', 'skipped'])
  })

  test('withdrawn by its drafter, it waits for nobody, and nobody is sent a message', async () => {
    await t.submitted()
    const { words, owed, ctx } = await t.said('li', 'contract.withdraw', { contract: subject })
    expect(words).toContain('状态: 已撤回')
    expect(owed).toEqual([])
    expect(ctx.changed).toContain('approvals:wang')
    expect(await waits('wang')).toEqual([])
    expect((await approve('wang')).words).toContain('HT-2026-0001 现在不能审批：HT-2026-0001 已撤回')
  })

  test('whoever leads the drafter is not offered to withdraw it: they return or reject it, with a reason', async () => {
    await t.submitted()
    expect(plain(await t.draw('wang', 'contract:HT-2026-0001'))).toContain('[批准] [退回修改] [拒绝] [转交]')
    expect(plain(await t.draw('wang', 'contract:HT-2026-0001'))).not.toContain('[撤回]')
    const { words } = await t.said('wang', 'contract.withdraw', { contract: subject })
    expect(words).toContain('HT-2026-0001 只能由李明撤回。轮到您审批时，可以“退回”或“拒绝”并写明原因。')
    expect((await t.stateOf()).state).toBe('in_review')
  })

  test('an approved contract cannot be withdrawn', async () => {
    await t.submitted()
    for (const code of ['wang', 'zhao', 'chen', 'sun']) await approve(code)
    const { words } = await t.said('li', 'contract.withdraw', { contract: subject })
    expect(words).toContain('已生效的合同只能通过补充协议变更')
    expect((await t.stateOf()).state).toBe('approved')
  })
})

describe('who may not', () => {
  test('a rep who presses the manager’s button is told whose it is; it is logged and nothing changes', async () => {
    await t.submitted()
    const { words, ctx, owed } = await approve('li')
    expect(words).toContain('HT-2026-0001 是您自己提交的，要由别人审批。')
    expect(ctx.audited).toEqual([
      { action: 'contract.refused', subject: 'contract:HT-2026-0001', detail: { code: 'contract.own' } },
    ])
    expect(owed).toEqual([])
    expect((await t.stateOf()).steps[0]).toBe('open')
    expect((await t.said('chen', 'approval.approve', { subject })).words).toContain(
      '现在等王芳（办事处主任）审批，不需要您决定。',
    )
  })

  test('a rep of another office does not even learn that it exists', async () => {
    await t.submitted()
    for (const code of ['zhou', 'ma']) {
      expect(await refusalOf(approve(code))).toBe('contract.unknown')
      expect(await refusalOf(t.draw(code, 'contract:HT-2026-0001'))).toBe('contract.unknown')
      expect(await refusalOf(t.said(code, 'contract.show', { contract: subject }))).toBe('contract.unknown')
    }
  })

  test('an office head does not decide on a contract of their own: the unit manager does', async () => {
    await t.said('wang', 'contract.draft', { customer: 'KH000001', volumes: '可乐 1200箱' })
    const { owed } = await t.said('wang', 'contract.submit', { contract: subject })
    expect(owed).toEqual(['contract:HT-2026-0001 -> chen'])
    expect((await approve('wang')).words).toContain('是您自己提交的')
    for (const code of ['chen', 'zhao', 'chen', 'sun']) await approve(code)
    expect(await t.stateOf()).toMatchObject({
      state: 'approved',
      steps: ['approved chen', 'approved zhao', 'approved chen', 'approved sun'],
    })
  })

  test('who submits a draft of someone else answers for it, and does not approve it', async () => {
    await t.said('li', 'contract.draft', { customer: 'KH000001', volumes: '可乐 1200箱' })
    const { owed, words } = await t.said('wang', 'contract.submit', { contract: subject })
    expect(words).toContain('提交人: 王芳')
    expect(owed).toEqual(['contract:HT-2026-0001 -> chen'])
  })

  test('someone who left decides nothing more; their successor does', async () => {
    await t.submitted()
    const successorId = await t.idOf('ma')
    await t.db.member.update({ where: { code: 'wang' }, data: { leftOn: '2026-11-24', successorId } })
    expect(await waits('ma')).toEqual([subject])
    await approve('ma')
    expect((await t.stateOf()).steps[0]).toBe('approved ma')
  })

  test('where nobody can decide, an admin is told, and the card says so', async () => {
    await t.member({ code: 'admin', role: 'admin', unitId: 1 })
    await t.db.member.updateMany({
      where: { role: { in: ['office_head', 'unit_manager', 'sales_admin'] } },
      data: { leftOn: '2026-11-01' },
    })
    const { owed, words } = await t.submitted()
    expect(owed).toEqual(['contract:HT-2026-0001 -> admin'])
    expect(words).toContain('没有人可以审批这一步，请系统管理员安排人员。')
  })
})

describe('the same button twice', () => {
  test('the second press tells who decided and when, on the card of now', async () => {
    await t.submitted()
    await approve('wang')
    t.at('2026-11-24T10:02')
    const { words, ctx } = await approve('wang')
    expect(words).toContain(
      '王芳（办事处主任）11月24日 周二 10:00 批准。现在等赵云（信息员）审批，不需要您决定。',
    )
    expect(words).toContain('等待审批: 赵云（信息员）')
    expect(ctx.audited[0]!.detail).toEqual({ code: 'contract.decided' })
    expect((await t.stateOf()).steps).toEqual(['approved wang', 'open', 'waiting', 'waiting'])
  })

  test('one who would decide two steps in a row decides once, and the second is passed over', async () => {
    await t.db.member.updateMany({
      where: { code: { in: ['wang', 'zhao'] } },
      data: { leftOn: '2026-11-01' },
    })
    expect((await t.submitted()).owed).toEqual(['contract:HT-2026-0001 -> chen'])
    const { owed, words } = await approve('chen')
    expect(owed).toEqual(['contract:HT-2026-0001 -> sun'])
    expect(words).toContain(
      '✓ 陈刚（办事处主任）11月24日 周二 10:00 批准\n– 信息员：略过\n– 业务经理：略过\n→ 销售管理部：待审批',
    )
    expect((await approve('chen')).words).toContain('不需要您决定')
    expect((await t.stateOf()).steps).toEqual(['approved chen', 'skipped', 'skipped', 'open'])
  })
})

describe('handing over and standing in', () => {
  test('a named colleague decides instead, and the clock runs on', async () => {
    await t.member({ code: 'qian', name: '钱进', role: 'info_clerk', unitId: 2 })
    await t.submitted()
    await approve('wang')
    const openedAt = () => t.db.contractStep.findFirstOrThrow({ where: { state: 'open' } })
    const before = (await openedAt()).openedAt
    t.at('2026-11-24T14:00')
    const { owed, words } = await t.said('zhao', 'approval.hand_over', { subject, to: 'qian' })
    expect(owed).toEqual([])
    expect(words).toContain('等待审批: 钱进（信息员），自 11月24日 周二 10:00')
    expect((await openedAt()).openedAt).toEqual(before)
    expect((await approve('zhao')).words).toContain('现在等钱进（信息员）审批')
    await approve('qian')
    expect((await t.stateOf()).steps.slice(0, 3)).toEqual(['approved wang', 'approved qian', 'open'])
  })

  test('someone who could not decide before gets the card', async () => {
    await t.submitted()
    expect((await t.said('wang', 'approval.hand_over', { subject, to: 'chen' })).owed).toEqual([
      'contract:HT-2026-0001 -> chen',
    ])
    expect(await waits('wang')).toEqual([])
  })

  test('only to the same role or the levels above, and never to whoever submitted it', async () => {
    await t.submitted()
    for (const to of ['zhou', 'li', 'wang', 'nobody'])
      expect(await refusalOf(t.said('wang', 'approval.hand_over', { subject, to }))).toBe(
        'contract.hand_over_to',
      )
    expect(await refusalOf(t.confirm('wang', 'approval.hand_over', { subject, to: 'zhou' }))).toBe(
      'contract.hand_over_to',
    )
    expect(await t.confirm('wang', 'approval.hand_over', { subject, to: 'chen' })).toContain('转交给: 陈刚')
  })

  test('a stand-in of those days decides in both names', async () => {
    await t.leave('wang', { from: '2026-11-23', to: '2026-11-25', standIn: 'ma' })
    expect((await t.submitted()).owed).toEqual(['contract:HT-2026-0001 -> ma'])
    expect(await waits('ma')).toEqual([subject])
    const { words } = await approve('ma')
    expect(words).toContain('✓ 马丽代王芳（办事处主任）11月24日 周二 10:00 批准')
    const step = await t.db.contractStep.findFirstOrThrow({ include: { decidedBy: true, onBehalfOf: true } })
    expect([step.decidedBy?.code, step.onBehalfOf?.code]).toEqual(['ma', 'wang'])
    expect(plain(await t.draw('ma', 'contract:HT-2026-0001'))).toContain('马丽代王芳')
  })

  test('a stand-in who is on leave as well is not asked; the card says who is away, and the next level decides in time', async () => {
    await t.leave('wang', { from: '2026-11-23', to: '2026-12-04', standIn: 'ma' })
    await t.leave('ma', { from: '2026-11-24', to: '2026-11-24' })
    const { words, owed } = await t.submitted()
    expect(owed).toEqual(['contract:HT-2026-0001 -> wang'])
    expect(words).toContain('等待审批: 王芳（办事处主任），自 11月24日 周二 10:00\n请假中: 王芳')
    expect(await waits('ma')).toEqual([])
    t.at('2026-11-25T09:00')
    expect(await waits('ma')).toEqual([subject])
  })

  test('it is not handed to someone on leave, but to their stand-in it may be', async () => {
    await t.submitted()
    await t.leave('chen', { from: '2026-11-23', to: '2026-11-25' })
    const handed = () => t.said('wang', 'approval.hand_over', { subject, to: 'chen' })
    expect(await refusalOf(handed())).toBe('contract.hand_over_to')
    await t.db.leave.updateMany({ data: { standInId: await t.idOf('ma') } })
    expect((await handed()).owed).toEqual(['contract:HT-2026-0001 -> ma'])
  })

  test('when the leave is over, so is the standing in', async () => {
    await t.leave('wang', { from: '2026-11-20', to: '2026-11-23', standIn: 'ma' })
    await t.submitted()
    expect(await refusalOf(approve('ma'))).toBe('contract.unknown')
    expect(await waits('wang')).toEqual([subject])
  })

  test('whoever submitted it does not stand in for the office head on it', async () => {
    await t.leave('wang', { from: '2026-11-23', to: '2026-11-25', standIn: 'li' })
    expect((await t.submitted()).owed).toEqual(['contract:HT-2026-0001 -> wang'])
    expect((await approve('li')).words).toContain('是您自己提交的')
  })
})

describe('what waits for me', () => {
  test('one list, the longest waiting first, for no one else to see', async () => {
    await t.submitted()
    t.at('2026-11-24T11:00')
    await t.submitted('HT-2026-0002', 'KH000002')
    const { words, buttons, card } = await t.said('wang', 'approval.list', {})
    expect(words).toContain(
      '待您审批 2 份合同\n1. 华联超市 2026年度合同 ¥72,000\nHT-2026-0001 等办事处主任审批，自 11月24日 周二 10:00\n2. 永辉便利',
    )
    expect(buttons).toEqual(['合同 HT-2026-0001', '合同 HT-2026-0002'])
    expect(card.subject).toBe('approvals:wang')
    expect(await refusalOf(t.draw('li', 'approvals:wang'))).toBe('approvals.not_yours')
    expect((await t.said('li', 'approval.list', {})).words).toContain('没有等您审批的合同')
  })

  test('the form of a return offers them where none was named', async () => {
    await t.submitted()
    const ctx = await t.as('wang')
    const command = contracts.commands.find(({ name }) => name === 'approval.return')!
    const whole = plain(await command.form!(ctx, {}, { label: '保存', say: '保存 A2C3' }))
    expect(whole).toContain('合同*:')
    const one = plain(await command.form!(ctx, { subject }, { label: '保存', say: '保存 A2C3' }))
    expect(one).toContain('合同: 华联超市 2026年度合同 HT-2026-0001\n原因*:')
    expect(await refusalOf(command.form!(await t.as('sun'), {}, { label: '', say: '' }))).toBe(
      'approval.none',
    )
  })
})

describe('looking at contracts', () => {
  test('by customer, and without anything the ones that are not settled', async () => {
    await t.submitted()
    expect((await t.said('li', 'contract.show', { customer: 'KH000001' })).words).toContain('HT-2026-0001')
    expect((await t.said('li', 'contract.show', {})).words).toContain('华联超市 2026年度 HT-2026-0001 审批中')
    const none = await t.said('li', 'contract.show', { customer: 'KH000002' })
    expect(none.words).toContain('永辉便利 没有2026年度合同')
    expect(none.buttons).toEqual(['起草合同 KH000002'])
    expect((await t.said('ma', 'contract.show', {})).words).not.toContain('华联超市')
  })
})
