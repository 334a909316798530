import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type ContractState, isLegal } from './approval.ts'
import { contractByNumber, type Reading } from './contract-by-number.ts'
import { move } from './move.ts'
import { contractSubject } from './pass-on.ts'
import { refuseByPerson, refuseByState } from './refusals.ts'

export type Ruling = 'approve' | 'return' | 'reject'

export const approveContract = async (ctx: Ctx, number: string): Promise<Reading> =>
  decide(ctx, await contractByNumber(ctx, number), 'approve')

/** Back to the drafter, to be changed and submitted again; the reason says what. */
export const returnContract = async (ctx: Ctx, number: string, reason: string): Promise<Reading> =>
  decide(ctx, await contractByNumber(ctx, number), 'return', reason)

/** For good: the number is spent, another contract has to be drafted. */
export const rejectContract = async (ctx: Ctx, number: string, reason: string): Promise<Reading> =>
  decide(ctx, await contractByNumber(ctx, number), 'reject', reason)

/** Refuses what `decide` would refuse, and writes nothing. */
export async function checkDecision(ctx: Ctx, reading: Reading, act: Ruling | 'hand_over'): Promise<void> {
  if (!isLegal(reading.contract.state as ContractState, act)) refuseByState(ctx, reading, act)
  if (!deciderIn(ctx, reading)) await refuseByPerson(ctx, reading)
}

/** Decides the open step, in one's own name or as a stand-in in both. */
export async function decide(ctx: Ctx, reading: Reading, act: Ruling, reason?: string): Promise<Reading> {
  await checkDecision(ctx, reading, act)
  const words = reason?.trim() || null
  if (act !== 'approve' && !words) refuseWithoutReason()
  const { memberId: decidedById, onBehalfOfId } = deciderIn(ctx, reading)!
  const now = await move(ctx, reading, act, { decidedById, onBehalfOfId, reason: words })
  const { number, round } = reading.contract
  record(ctx, `contract.${act}`, contractSubject(number), {
    round,
    role: reading.standing!.role,
    ...(onBehalfOfId && { onBehalfOf: onBehalfOfId }),
    ...(words && { reason: words }),
  })
  return now
}

/** As whom the person decides: as themselves where they can, else for the one they stand in for. */
function deciderIn(ctx: Ctx, { standing }: Reading) {
  const mine = standing?.deciders.filter(({ memberId }) => memberId === ctx.me.id) ?? []
  return mine.find(({ onBehalfOfId }) => onBehalfOfId === null) ?? mine[0]
}

function refuseWithoutReason(): never {
  const words = {
    zh: '请写明原因，让提交人知道要改什么。',
    en: 'Please give a reason, so that the submitter knows what to change.',
  }
  refuse('contract.reason', words, { reason: words })
}
