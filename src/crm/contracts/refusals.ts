import type { Language, Words } from '../../lib/words.ts'
import type { Ctx } from '../context.ts'
import type { Me } from '../people/me.ts'
import { refuse } from '../refusal.ts'
import { type Act, type ContractState, stateWords } from './approval.ts'
import { decidersOf } from './approvers.ts'
import type { Reading, WholeContract, WholeStep } from './contract-by-number.ts'
import { askedInWords, type Decision, decisionInWords } from './decision-in-words.ts'
import { mayWithdraw } from './may-handle.ts'
import { membersBy } from './members-by.ts'
import { matterOf, roundOf } from './standing.ts'

const actWords: Record<Act, Words> = {
  edit: { zh: '修改', en: 'changed' },
  submit: { zh: '提交', en: 'submitted' },
  approve: { zh: '审批', en: 'decided' },
  return: { zh: '审批', en: 'decided' },
  reject: { zh: '审批', en: 'decided' },
  hand_over: { zh: '转交', en: 'handed over' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
}

const inBoth = (say: (language: Language) => string): Words => ({ zh: say('zh'), en: say('en') })

/** The state of the contract does not allow the act: says how it came to be so, and what can be done. */
export function refuseByState(ctx: Ctx, { contract }: Reading, act: Act): never {
  const state = contract.state as ContractState
  const last = lastDecision(contract)
  const how = inBoth((language) => {
    const said =
      last && ['approved', 'returned', 'rejected'].includes(state) ? decisionIn(ctx, last, language) : null
    return said ?? `${contract.number} ${stateWords[state][language]}`
  })
  const next = nextWords(ctx.me, state, contract)
  refuse(state === 'draft' ? 'contract.draft' : 'contract.decided', {
    zh: `${contract.number} 现在不能${actWords[act].zh}：${how.zh}。${next.zh}`,
    en: `${contract.number} cannot be ${actWords[act].en} now: ${how.en}. ${next.en}`,
  })
}

/** What can be done in a state, for someone who wanted something else. */
function nextWords(me: Me, state: ContractState, contract: WholeContract): Words {
  const { number, customer } = contract
  switch (state) {
    case 'draft':
      return {
        zh: `起草人发“提交合同 ${number}”后才开始审批。`,
        en: 'It is decided on once its drafter submits it.',
      }
    case 'returned':
      return {
        zh: '等起草人修改后重新提交。',
        en: 'It waits for its drafter to change it and submit it again.',
      }
    case 'in_review':
      return mayWithdraw(me, contract)
        ? {
            zh: `要修改请先请审批人退回，或发“撤回合同 ${number}”。`,
            en: 'Ask for it to be returned, or withdraw it.',
          }
        : { zh: '要修改请由审批人退回。', en: 'To be changed it has to be returned.' }
    case 'approved':
      return {
        zh: '已生效的合同只能通过补充协议变更。',
        en: 'An approved contract changes only by an amendment.',
      }
    case 'rejected':
    case 'withdrawn':
      return {
        zh: `需要时请发“起草合同 ${customer.code}”另起一份。`,
        en: `Draft another with “draft contract ${customer.code}” if one is needed.`,
      }
  }
}

/** The step is not theirs to decide: says who decided the one before, and for whom it waits. */
export async function refuseByPerson(ctx: Ctx, { contract, standing }: Reading): Promise<never> {
  if (contract.submittedById === ctx.me.id)
    refuse('contract.own', {
      zh: `${contract.number} 是您自己提交的，要由别人审批。`,
      en: `You submitted ${contract.number} yourself; someone else has to decide on it.`,
    })
  const ids = standing?.deciders.map(({ memberId }) => memberId) ?? []
  const asked = await membersBy(ctx.db, ids, standing?.approvers)
  const last = lastDecision(contract)
  const code = last && hadTheirSay(ctx, contract, last, standing) ? 'contract.decided' : 'contract.not_yours'
  const words = inBoth((language) => {
    const waits = standing && asked.length > 0 ? askedInWords(asked, standing.role, language) : null
    return [last && sentence(decisionIn(ctx, last, language), language), waitsWords(waits, language)].join('')
  })
  refuse(code, words)
}

function waitsWords(asked: string | null, language: Language): string {
  if (language === 'zh')
    return asked ? `现在等${asked}审批，不需要您决定。` : '现在没有人可以审批，请联系系统管理员。'
  return asked
    ? `It now waits for ${asked}; it is not yours to decide.`
    : 'Nobody may decide it at present. Please ask an admin.'
}

const sentence = (words: string, language: Language) => (language === 'zh' ? `${words}。` : `${words}. `)

const decisionIn = (ctx: Ctx, decision: Decision, language: Language) =>
  decisionInWords(decision, { language, zone: ctx.me.zone, now: ctx.now })

type Decided = WholeStep & Decision

/** The last decision of the current round. */
const lastDecision = (contract: WholeContract): Decided | undefined =>
  roundOf(contract).findLast((step): step is Decided => step.decidedBy !== null && step.decidedAt !== null)

/** Whether the step decided last was theirs to decide, too: they come too late, or press twice. */
function hadTheirSay(
  ctx: Ctx,
  contract: WholeContract,
  last: Decided,
  standing: Reading['standing'],
): boolean {
  const deciders = standing ? decidersOf(standing.approvers, matterOf(contract, last.position)) : []
  return [...deciders.map(({ memberId }) => memberId), last.decidedById].includes(ctx.me.id)
}
