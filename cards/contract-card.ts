import { type Act, type ContractState, stateWords } from '../src/crm/contracts/approval.ts'
import {
  type ContractView,
  currentRound,
  todayOf,
  type WaitingView,
} from '../src/crm/contracts/contract-view.ts'
import { askedInWords, decisionInWords, momentIn, type Wall } from '../src/crm/contracts/decision-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Button, buttons, type Card, fields, type Tone, text } from './card.ts'
import { stepsBlocks } from './contract-steps.ts'
import { termsBlocks } from './contract-terms.ts'

const words = {
  zh: {
    title: (year: number, name: string) => `${name} ${year}年度合同`,
    number: '合同编号',
    state: '状态',
    decided: '结果',
    waits: '等待审批',
    since: (who: string, when: string) => `${who}，自 ${when}`,
    comma: '、',
    onLeave: '请假中',
    nobody: '没有人可以审批这一步，请系统管理员安排人员。',
    escalated: '已超时，上一级也可以审批。',
    drafter: '起草人',
    submitter: '提交人',
    submitted: '提交时间',
    acts: {
      approve: '批准',
      return: '退回修改',
      reject: '拒绝',
      hand_over: '转交',
      submit: '提交审批',
      edit: '修改',
      withdraw: '撤回',
    },
  },
  en: {
    title: (year: number, name: string) => `${name}, contract ${year}`,
    number: 'Number',
    state: 'State',
    decided: 'Outcome',
    waits: 'Waits for',
    since: (who: string, when: string) => `${who}, since ${when}`,
    comma: ', ',
    onLeave: 'On leave',
    nobody: 'Nobody may decide this step. An admin has to name someone.',
    escalated: 'Overdue: the next level may decide, too.',
    drafter: 'Drafted by',
    submitter: 'Submitted by',
    submitted: 'Submitted on',
    acts: {
      approve: 'Approve',
      return: 'Return for changes',
      reject: 'Reject',
      hand_over: 'Hand over',
      submit: 'Submit',
      edit: 'Change',
      withdraw: 'Withdraw',
    },
  },
} satisfies Record<Language, object>

const tones: Record<ContractState, Tone> = {
  draft: 'plain',
  in_review: 'plain',
  approved: 'good',
  returned: 'warning',
  rejected: 'bad',
  withdrawn: 'plain',
}

/** One contract as its reader sees it. `said` comes first: why something they wanted was refused. */
export function contractCard(contract: ContractView, language: Language, said?: string): Card {
  const w = words[language]
  const wall = { language, zone: contract.zone, now: contract.now }
  return {
    title: w.title(contract.year, nameIn(contract.customer, language)),
    tone: said ? 'warning' : tones[contract.state],
    subject: `contract:${contract.number}`,
    blocks: [
      ...(said ? [text(said)] : []),
      stateFields(contract, wall),
      ...termsBlocks(contract, language, todayOf(contract)),
      ...stepsBlocks(contract, wall),
      ...(contract.waiting?.escalated ? [text(w.escalated)] : []),
      ...buttonsFor(contract, language),
    ],
  }
}

function stateFields(contract: ContractView, wall: Wall): Block {
  const w = words[wall.language]
  const { waiting, submittedAt } = contract
  return fields([
    [w.number, contract.number],
    [w.state, stateWords[contract.state][wall.language]],
    [w.decided, outcomeInWords(contract, wall)],
    [w.waits, waiting && waitingInWords(waiting, wall)],
    [w.onLeave, waiting?.onLeave.map((one) => nameIn(one, wall.language)).join(w.comma)],
    [submittedAt ? w.submitter : w.drafter, nameIn(contract.submitter, wall.language)],
    [w.submitted, submittedAt && momentIn(submittedAt, wall)],
  ])
}

/** Who settled it, or returned it: the last decision, once the contract has left the review. */
function outcomeInWords(contract: ContractView, wall: Wall): string | null {
  if (!['approved', 'returned', 'rejected'].includes(contract.state)) return null
  const decision = currentRound(contract).findLast((step) => step.decision)?.decision
  return decision ? decisionInWords(decision, wall) : null
}

function waitingInWords({ people, role, since }: WaitingView, wall: Wall): string {
  const w = words[wall.language]
  return people.length > 0
    ? w.since(askedInWords(people, role, wall.language), momentIn(since, wall))
    : w.nobody
}

const sentences: Record<Act, (contract: ContractView) => string> = {
  approve: ({ number }) => `批准 ${number}`,
  return: ({ number }) => `退回 ${number}`,
  reject: ({ number }) => `拒绝 ${number}`,
  hand_over: ({ number }) => `转交 ${number}`,
  submit: ({ number }) => `提交合同 ${number}`,
  edit: ({ customer }) => `起草合同 ${customer.code}`,
  withdraw: ({ number }) => `撤回合同 ${number}`,
}

const styles: Partial<Record<Act, Button['style']>> = {
  approve: 'primary',
  submit: 'primary',
  reject: 'danger',
}

function buttonsFor(contract: ContractView, language: Language): Block[] {
  if (contract.may.length === 0) return []
  const labels = words[language].acts
  return [
    buttons(
      ...contract.may.map((act) => ({
        label: labels[act],
        say: sentences[act](contract),
        style: styles[act],
      })),
    ),
  ]
}
