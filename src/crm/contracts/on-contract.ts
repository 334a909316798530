import type { Card } from '../../../cards/card.ts'
import { contractCard } from '../../../cards/contract-card.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../refusal.ts'
import type { Reading } from './contract-by-number.ts'
import { contractView } from './contract-view.ts'
import { contractSubject } from './pass-on.ts'
import { showContract } from './show-contract.ts'

/**
 * Acts on a contract and answers with its card. Where a rule says no, the card of how things stand says why, and the
 * attempt is logged; nothing was written by then.
 */
export async function onContract(ctx: Ctx, number: string, act: () => Promise<Reading>): Promise<Card> {
  try {
    return contractCard(await contractView(ctx, await act()), ctx.language)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const subject = contractSubject(number)
    ctx.audited.push({ action: 'contract.refused', subject, detail: { code: error.code } })
    if (error.fields || error.code === 'contract.unknown') throw error
    return showContract(ctx, number, error.words[ctx.language])
  }
}
