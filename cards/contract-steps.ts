import type { StepState } from '../src/crm/contracts/approval.ts'
import {
  type ContractView,
  currentRound,
  pastRounds,
  type StepView,
} from '../src/crm/contracts/contract-view.ts'
import { decisionInWords, type Wall } from '../src/crm/contracts/decision-in-words.ts'
import { roleWords } from '../src/crm/people/roles.ts'
import type { Language } from '../src/lib/words.ts'
import { type Block, note, text } from './card.ts'

const words = {
  zh: {
    round: (round: number) => `第${round}轮：`,
    undecided: (role: string, state: string) => `${role}：${state}`,
    states: { waiting: '未到', open: '待审批', skipped: '略过' },
    comma: '；',
  },
  en: {
    round: (round: number) => `Round ${round}: `,
    undecided: (role: string, state: string) => `${role}: ${state}`,
    states: { waiting: 'later', open: 'to decide', skipped: 'skipped' },
    comma: '; ',
  },
} satisfies Record<Language, object>

const marks: Record<StepState, string> = {
  approved: '✓',
  returned: '↩',
  rejected: '✗',
  open: '→',
  waiting: '·',
  skipped: '–',
}

/** Who decided what and when, one step a line; the rounds before in small print. */
export function stepsBlocks(contract: ContractView, wall: Wall): Block[] {
  const lines = stepsToShow(contract).map((step) => `${marks[step.state]} ${stepInWords(step, wall)}`)
  const past = historyLines(contract, wall)
  return [
    ...(lines.length > 0 ? [text(lines.join('\n'))] : []),
    ...(past.length > 0 ? [note(past.join('\n'))] : []),
  ]
}

/** Once a round has ended early, the steps it never came to say nothing. */
function stepsToShow(contract: ContractView): StepView[] {
  const steps = currentRound(contract)
  const runs = contract.state === 'in_review' || contract.state === 'approved'
  return runs ? steps : steps.filter(({ decision }) => decision !== null)
}

function stepInWords({ role, state, decision }: StepView, wall: Wall): string {
  if (decision) return decisionInWords(decision, wall)
  const w = words[wall.language]
  return w.undecided(roleWords[role][wall.language], w.states[state as keyof typeof w.states])
}

function historyLines(contract: ContractView, wall: Wall): string[] {
  const w = words[wall.language]
  const rounds = Map.groupBy(pastRounds(contract), ({ round }) => round)
  return [...rounds].map(
    ([round, steps]) => w.round(round) + steps.map((step) => stepInWords(step, wall)).join(w.comma),
  )
}
