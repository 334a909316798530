import { type ConfirmedAct, decisionFormCard } from '../../../cards/approval-confirm-card.ts'
import type { Button, Card } from '../../../cards/card.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { contractByNumber } from './contract-by-number.ts'
import { checkDecision, type Ruling } from './decide-contract.ts'
import { handOverTargets, refuseTarget } from './hand-over-contract.ts'
import { waitingFor } from './waiting-for.ts'

/** Asks what a decision lacks. Without a contract, those that wait for the person are there to choose from. */
export const decisionForm =
  (act: ConfirmedAct & (Ruling | 'hand_over')) =>
  async (ctx: Ctx, given: Record<string, unknown>, submit: Button): Promise<Card> => {
    const reason = typeof given.reason === 'string' ? given.reason : undefined
    if (typeof given.subject !== 'string')
      return decisionFormCard({ act, contract: await waiting(ctx), reason }, submit, ctx.language)
    const reading = await contractByNumber(ctx, given.subject)
    await checkDecision(ctx, reading, act)
    const targets = act === 'hand_over' ? await handOverTargets(ctx, reading) : undefined
    if (targets?.length === 0) refuseTarget(reading, targets)
    return decisionFormCard({ act, contract: reading.contract, reason, targets }, submit, ctx.language)
  }

async function waiting(ctx: Ctx) {
  const contracts = await waitingFor(ctx, ctx.me)
  if (contracts.length === 0)
    refuse('approval.none', {
      zh: '现在没有等您审批的合同。',
      en: 'No contract waits for your decision.',
    })
  return contracts.slice(0, 100)
}
