import { instantOf, localDate, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { type Act, type ContractState, isLegal, type StepRole, type StepState } from './approval.ts'
import type { Reading, WholeContract, WholeStep } from './contract-by-number.ts'
import type { Decision } from './decision-in-words.ts'
import { mayHandle, mayWithdraw } from './may-handle.ts'
import { type KnownMember, membersBy } from './members-by.ts'
import type { Standing } from './standing.ts'
import { type TermsShown, termsOf } from './terms-shown.ts'

/** A contract as one reader sees it at one moment. */
export interface ContractView extends TermsShown {
  number: string
  state: ContractState
  round: number
  /** Whoever drafted it, until someone submits it. */
  submitter: { name: string; nameEn: string }
  submittedAt: Temporal.Instant | null
  steps: StepView[]
  waiting: WaitingView | null
  /** What this reader may do to it now. */
  may: Act[]
  zone: string
  now: Temporal.Instant
}

/** Whose decision it is, who of them is on leave, and since when. */
export interface WaitingView {
  people: KnownMember[]
  onLeave: KnownMember[]
  role: StepRole
  since: Temporal.Instant
  escalated: boolean
}

export interface StepView {
  round: number
  role: StepRole
  state: StepState
  decision: Decision | null
}

export async function contractView(ctx: Ctx, { contract, standing }: Reading): Promise<ContractView> {
  return {
    ...termsOf(ctx, contract),
    number: contract.number,
    state: contract.state as ContractState,
    round: contract.round,
    submitter: contract.submittedBy,
    submittedAt: contract.submittedAt && instantOf(contract.submittedAt),
    steps: contract.steps.map(stepView),
    waiting: standing && (await waitingOn(ctx, contract, standing)),
    may: actsOf(ctx, { contract, standing }),
    zone: ctx.me.zone,
    now: ctx.now,
  }
}

async function waitingOn(
  { db }: Ctx,
  { steps }: WholeContract,
  { stepId, role, deciders, approvers }: Standing,
): Promise<WaitingView> {
  const { openedAt, escalatedAt } = steps.find(({ id }) => id === stepId)!
  const people = await membersBy(
    db,
    deciders.map(({ memberId }) => memberId),
    approvers,
  )
  const away = new Set(approvers.filter(({ onLeave }) => onLeave).map(({ id }) => id))
  return {
    people,
    onLeave: people.filter(({ id }) => away.has(id)),
    role,
    since: instantOf(openedAt!),
    escalated: escalatedAt !== null,
  }
}

const stepView = ({ round, role, state, decidedBy, onBehalfOf, decidedAt, reason }: WholeStep): StepView => ({
  round,
  role: role as StepRole,
  state: state as StepState,
  decision: decidedBy && decidedAt ? { role, state, decidedBy, onBehalfOf, decidedAt, reason } : null,
})

function actsOf({ me }: Ctx, { contract, standing }: Reading): Act[] {
  const decides = standing?.deciders.some(({ memberId }) => memberId === me.id)
  const deciding: Act[] = decides ? ['approve', 'return', 'reject', 'hand_over'] : []
  const handling: Act[] = mayHandle(me, contract) ? ['submit', 'edit'] : []
  const takingBack: Act[] = mayWithdraw(me, contract) ? ['withdraw'] : []
  return [...deciding, ...handling, ...takingBack].filter((act) =>
    isLegal(contract.state as ContractState, act),
  )
}

/** Every step of the round that counts, and what was decided in the rounds before. */
export const pastRounds = ({ steps, round }: Pick<ContractView, 'steps' | 'round'>) =>
  steps.filter((step) => step.round < round && step.decision !== null)

export const currentRound = ({ steps, round }: Pick<ContractView, 'steps' | 'round'>) =>
  steps.filter((step) => step.round === round)

/** The day it is for the reader. */
export const todayOf = ({ now, zone }: Pick<ContractView, 'now' | 'zone'>) => localDate(now, zone)
