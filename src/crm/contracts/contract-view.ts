import { instantOf, localDate, Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import type { Counted } from '../products/units.ts'
import { type Act, type ContractState, isLegal, type StepRole, type StepState } from './approval.ts'
import type { Reading, WholeContract, WholeStep } from './contract-by-number.ts'
import type { Decision } from './decision-in-words.ts'
import { handInBy, isLate } from './hand-in.ts'
import { mayHandle } from './may-handle.ts'
import { type KnownMember, membersBy } from './members-by.ts'
import type { RebateStep } from './rebates.ts'

/** A contract as one reader sees it at one moment. */
export interface ContractView {
  number: string
  year: number
  state: ContractState
  round: number
  customer: { code: string; name: string; nameEn: string | null }
  drafter: { name: string; nameEn: string }
  volumes: { product: Counted; volume: number; months: number[] }[]
  /** Fen, at list price. */
  amount: bigint
  territory: string
  paymentTerms: string
  priceTerms: string
  duties: string
  rebates: RebateStep[]
  signedOn: Temporal.PlainDate | null
  /** The last day for handing the signed paper in, and whether it was missed. */
  handIn: { by: Temporal.PlainDate; late: boolean } | null
  submittedAt: Temporal.Instant | null
  steps: StepView[]
  /** Whose decision it is, and since when. */
  waiting: { people: KnownMember[]; role: StepRole; since: Temporal.Instant; escalated: boolean } | null
  /** What this reader may do to it now. */
  may: Act[]
  zone: string
  now: Temporal.Instant
}

export interface StepView {
  round: number
  role: StepRole
  state: StepState
  decision: Decision | null
}

export async function contractView(ctx: Ctx, { contract, standing }: Reading): Promise<ContractView> {
  const { number, year, round, customer, territory, paymentTerms, priceTerms, duties, amount, steps } =
    contract
  const open = steps.find(({ id }) => id === standing?.stepId)
  const asked = await membersBy(ctx.db, standing?.deciders.map(({ memberId }) => memberId) ?? [])
  return {
    ...{ number, year, round, customer, territory, paymentTerms, priceTerms, duties, amount },
    state: contract.state as ContractState,
    drafter: contract.submittedBy,
    volumes: volumesOf(contract),
    rebates: JSON.parse(contract.rebates) as RebateStep[],
    signedOn: contract.signedOn ? Temporal.PlainDate.from(contract.signedOn) : null,
    handIn: handInOf(ctx, contract),
    submittedAt: contract.submittedAt && instantOf(contract.submittedAt),
    steps: steps.map(stepView),
    waiting:
      standing && open
        ? {
            people: asked,
            role: standing.role,
            since: instantOf(open.openedAt!),
            escalated: open.escalatedAt !== null,
          }
        : null,
    may: actsOf(ctx, { contract, standing }),
    zone: ctx.me.zone,
    now: ctx.now,
  }
}

const volumesOf = ({ lines }: WholeContract) =>
  lines.map(({ product, volume, months }) => ({ product, volume, months: JSON.parse(months) as number[] }))

function handInOf({ rules, now }: Ctx, { signedOn, submittedAt, customer }: WholeContract) {
  if (!signedOn) return null
  const by = handInBy(signedOn, rules)
  return { by, late: isLate(by, submittedAt ? instantOf(submittedAt) : now, customer.office.zone) }
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
  const handling: Act[] = mayHandle(me, contract) ? ['submit', 'edit', 'withdraw'] : []
  return [...deciding, ...handling].filter((act) => isLegal(contract.state as ContractState, act))
}

/** Every step of the round that counts, and what was decided in the rounds before. */
export const pastRounds = ({ steps, round }: Pick<ContractView, 'steps' | 'round'>) =>
  steps.filter((step) => step.round < round && step.decision !== null)

export const currentRound = ({ steps, round }: Pick<ContractView, 'steps' | 'round'>) =>
  steps.filter((step) => step.round === round)

/** The day it is for the reader. */
export const todayOf = ({ now, zone }: Pick<ContractView, 'now' | 'zone'>) => localDate(now, zone)
