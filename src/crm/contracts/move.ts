import { dateOf } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import {
  type Act,
  type Approval,
  approvalAfter,
  approvalSteps,
  type ContractState,
  isLegal,
  type StepState,
} from './approval.ts'
import { onlyLastDecider } from './approvers.ts'
import { contractByNumber, type Reading, readAgain, type WholeContract } from './contract-by-number.ts'
import { passOn } from './pass-on.ts'
import { refuseByPerson, refuseByState } from './refusals.ts'
import { matterOf, roundOf } from './standing.ts'

/** What is written on the step that is decided. */
export interface Verdict {
  decidedById: number
  onBehalfOfId: number | null
  reason: string | null
}

/**
 * Takes a contract through one act of the transition table. What was read must still hold when it is written: of two
 * people who act on the same reading one wins, and the other is told how things stand. Redraws every card of the
 * contract and every list of what waits, and owes the card to those who now have to decide. Returns how things stand then.
 */
export async function move(ctx: Ctx, reading: Reading, act: Act, verdict?: Verdict): Promise<Reading> {
  const { contract, standing } = reading
  const skips = (index: number) => verdict !== undefined && isSkipped(contract, index, verdict, standing)
  const next = approvalAfter(approvalOf(contract), act, skips)
  if (!next) refuseByState(ctx, reading, act)
  if (!(await claim(ctx, contract, next))) await refuseLate(ctx, contract.number, act)
  await writeSteps(ctx, contract, next, verdict)
  const now = await readAgain(ctx, reading)
  await passOn(ctx, reading, now)
  return now
}

const approvalOf = (contract: WholeContract): Approval => ({
  state: contract.state as ContractState,
  round: contract.round,
  steps: roundOf(contract).map(({ state }) => state as StepState),
})

function isSkipped(
  contract: WholeContract,
  index: number,
  verdict: Verdict,
  standing: Reading['standing'],
): boolean {
  const { position } = roundOf(contract)[index]!
  return onlyLastDecider(standing?.approvers ?? [], matterOf(contract, position, verdict.decidedById))
}

/** Someone else was faster: the rule that holds now says so. */
async function refuseLate(ctx: Ctx, number: string, act: Act): Promise<never> {
  const reading = await contractByNumber(ctx, number)
  if (isLegal(reading.contract.state as ContractState, act)) return refuseByPerson(ctx, reading)
  return refuseByState(ctx, reading, act)
}

/** The one conditional update: false where the contract is no longer what was read. */
async function claim(ctx: Ctx, contract: WholeContract, { state, round }: Approval): Promise<boolean> {
  const now = dateOf(ctx.now)
  const ended = state === 'approved' || state === 'rejected' || state === 'withdrawn' || state === 'returned'
  const submitted = state === 'in_review' && contract.state !== 'in_review'
  const { count } = await ctx.db.contract.updateMany({
    where: { id: contract.id, version: contract.version, state: contract.state },
    data: {
      state,
      round,
      version: { increment: 1 },
      decidedAt: ended ? now : null,
      ...(submitted && { submittedAt: now, submittedById: ctx.me.id }),
    },
  })
  return count === 1
}

async function writeSteps(
  ctx: Ctx,
  contract: WholeContract,
  next: Approval,
  verdict?: Verdict,
): Promise<void> {
  const before = next.round === contract.round ? roundOf(contract) : []
  for (const [index, state] of next.steps.entries()) {
    const step = before[index]
    if (step?.state === state) continue
    const opened = state === 'open' && { openedAt: dateOf(ctx.now) }
    const decided = step?.state === 'open' && verdict && { ...verdict, decidedAt: dateOf(ctx.now) }
    const place = {
      contractId: contract.id,
      round: next.round,
      position: index + 1,
      role: approvalSteps[index]!,
    }
    if (step)
      await ctx.db.contractStep.updateMany({ where: { id: step.id }, data: { state, ...opened, ...decided } })
    else await ctx.db.contractStep.create({ data: { ...place, state, ...opened } })
  }
}
