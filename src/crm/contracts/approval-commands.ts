import * as z from 'zod'
import { approvalConfirmCard, type ConfirmedAct } from '../../../cards/approval-confirm-card.ts'
import { type Command, command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { contractRef, field, memberRef } from '../fields.ts'
import { approvalList } from './approval-list.ts'
import { contractByNumber } from './contract-by-number.ts'
import {
  approveContract,
  checkDecision,
  type Ruling,
  rejectContract,
  returnContract,
} from './decide-contract.ts'
import { decisionForm } from './decision-form.ts'
import { handOver, handOverTargets, refuseTarget } from './hand-over-contract.ts'
import { onContract } from './on-contract.ts'

/** Anyone may be handed a step or stand in for someone; these have them every day. */
const deciders = ['office_head', 'info_clerk', 'unit_manager', 'sales_admin'] as const

const why = field({ label: { zh: '原因', en: 'Reason' }, kind: 'words' })

const listApprovals = command({
  name: 'approval.list',
  title: { zh: '待我审批', en: 'what waits for my approval' },
  words: {
    zh: ['待审批', '待办审批', '我的审批', '等我审批'],
    en: ['approvals', 'waiting for me', 'to approve'],
  },
  examples: { zh: ['待审批'], en: ['approvals'] },
  input: z.object({}),
  may: 'everyone',
  usual: deciders,
  first: deciders,
  writes: false,
  run: (ctx) => approvalList(ctx),
})

const approve = command({
  name: 'approval.approve',
  title: { zh: '批准合同', en: 'approve a contract' },
  words: { zh: ['批准', '批了', '同意', '通过'], en: ['approve', 'approved'] },
  examples: { zh: ['批准 {contract}', '批了 {customer}的合同'], en: ['approve {contract}'] },
  input: z.object({ subject: contractRef }),
  may: 'everyone',
  usual: deciders,
  writes: true,
  form: decisionForm('approve'),
  confirm: (ctx, { subject }) => confirmed(ctx, 'approve', subject),
  run: (ctx, { subject }) => onContract(ctx, subject, () => approveContract(ctx, subject)),
})

const sendBack = command({
  name: 'approval.return',
  title: { zh: '退回合同修改', en: 'return a contract to be changed' },
  words: { zh: ['退回', '打回', '退回合同'], en: ['return', 'send back'] },
  examples: { zh: ['退回 {contract} 附件不清楚'], en: ['return {contract} the scan is not legible'] },
  input: z.object({ subject: contractRef, reason: why }),
  may: 'everyone',
  usual: deciders,
  writes: true,
  form: decisionForm('return'),
  confirm: (ctx, { subject, reason }) => confirmed(ctx, 'return', subject, reason),
  run: (ctx, { subject, reason }) => onContract(ctx, subject, () => returnContract(ctx, subject, reason)),
})

const reject = command({
  name: 'approval.reject',
  title: { zh: '拒绝合同', en: 'reject a contract' },
  words: { zh: ['拒绝', '驳回', '不同意', '不批'], en: ['reject', 'decline'] },
  examples: {
    zh: ['拒绝 {contract} 数量与纸质合同不符'],
    en: ['reject {contract} volumes differ from the paper'],
  },
  input: z.object({ subject: contractRef, reason: why }),
  may: 'everyone',
  usual: deciders,
  writes: true,
  form: decisionForm('reject'),
  confirm: (ctx, { subject, reason }) => confirmed(ctx, 'reject', subject, reason),
  run: (ctx, { subject, reason }) => onContract(ctx, subject, () => rejectContract(ctx, subject, reason)),
})

const passToAnother = command({
  name: 'approval.hand_over',
  title: { zh: '转交审批', en: 'hand a decision over' },
  words: { zh: ['转交', '转给', '移交'], en: ['hand over', 'pass on'] },
  examples: { zh: ['转交 {contract}'], en: ['hand over {contract}'] },
  input: z.object({ subject: contractRef, to: memberRef }),
  may: 'everyone',
  usual: deciders,
  writes: true,
  form: decisionForm('hand_over'),
  confirm: async (ctx, { subject, to }) => {
    const reading = await contractByNumber(ctx, subject)
    await checkDecision(ctx, reading, 'hand_over')
    const targets = await handOverTargets(ctx, reading)
    const target = targets.find(({ code }) => code === to) ?? refuseTarget(reading, targets)
    return approvalConfirmCard('hand_over', reading.contract, { to: target }, ctx.language)
  },
  run: (ctx, { subject, to }) => onContract(ctx, subject, () => handOver(ctx, subject, to)),
})

/** What was understood, or what the decision itself would be refused for. */
async function confirmed(ctx: Ctx, act: ConfirmedAct & Ruling, number: string, reason?: string) {
  const reading = await contractByNumber(ctx, number)
  await checkDecision(ctx, reading, act)
  return approvalConfirmCard(act, reading.contract, { reason }, ctx.language)
}

export const approvalCommands: Command[] = [listApprovals, approve, sendBack, reject, passToAnother]
