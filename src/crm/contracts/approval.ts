import type { Words } from '../../lib/words.ts'

/** Who decides on a contract, in this order. The next step opens when the one before it is approved. */
export const approvalSteps = ['office_head', 'info_clerk', 'unit_manager', 'sales_admin'] as const

export type StepRole = (typeof approvalSteps)[number]
export type ContractState = 'draft' | 'in_review' | 'approved' | 'returned' | 'rejected' | 'withdrawn'
/** `skipped`: never asked, because the round ended before it or its only decider had just decided. */
export type StepState = 'waiting' | 'open' | 'approved' | 'returned' | 'rejected' | 'skipped'
export type Act = 'edit' | 'submit' | 'approve' | 'return' | 'reject' | 'hand_over' | 'withdraw'

/** The one table of what may be done to a contract, and where it leads; `approve` leads on at the last step. */
export const transitions: Record<ContractState, Partial<Record<Act, ContractState>>> = {
  draft: { edit: 'draft', submit: 'in_review', withdraw: 'withdrawn' },
  in_review: {
    approve: 'in_review',
    return: 'returned',
    reject: 'rejected',
    hand_over: 'in_review',
    withdraw: 'withdrawn',
  },
  returned: { edit: 'returned', submit: 'in_review', withdraw: 'withdrawn' },
  approved: {},
  rejected: {},
  withdrawn: {},
}

export interface Approval {
  state: ContractState
  /** A returned contract that is submitted again starts the next round; the rounds before stay as they were. */
  round: number
  /** Of the current round, in the order of `approvalSteps`. Empty before the first submission. */
  steps: StepState[]
}

export const isLegal = (state: ContractState, act: Act): boolean => act in transitions[state]

/**
 * The approval after an act, or null where the table does not allow it. `skips` tells, when a step is about to
 * open, whether nobody is left to decide it but the person who decided the step before.
 */
export function approvalAfter(
  approval: Approval,
  act: Act,
  skips: (position: number) => boolean,
): Approval | null {
  const state = transitions[approval.state][act]
  if (!state) return null
  const { round, steps } = approval
  switch (act) {
    case 'edit':
    case 'hand_over':
      return approval
    case 'submit':
      return {
        state,
        round: approval.state === 'returned' ? round + 1 : round,
        steps: ['open', 'waiting', 'waiting', 'waiting'],
      }
    case 'approve':
      return approved(approval, skips)
    case 'return':
    case 'reject':
      return { state, round, steps: ended(steps, act === 'return' ? 'returned' : 'rejected') }
    case 'withdraw':
      return { state, round, steps: ended(steps, 'skipped') }
  }
}

function approved({ round, steps }: Approval, skips: (position: number) => boolean): Approval {
  const left: StepState[] = steps.map((step) => (step === 'open' ? 'approved' : step))
  let next = left.indexOf('waiting')
  while (next >= 0 && skips(next)) {
    left[next] = 'skipped'
    next = left.indexOf('waiting')
  }
  if (next < 0) return { state: 'approved', round, steps: left }
  left[next] = 'open'
  return { state: 'in_review', round, steps: left }
}

const ended = (steps: StepState[], outcome: StepState): StepState[] =>
  steps.map((step) => (step === 'open' ? outcome : step === 'waiting' ? 'skipped' : step))

export const stateWords: Record<ContractState, Words> = {
  draft: { zh: '草稿', en: 'draft' },
  in_review: { zh: '审批中', en: 'in review' },
  approved: { zh: '已批准', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
  rejected: { zh: '已拒绝', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}
