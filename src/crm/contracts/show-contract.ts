import type { Card } from '../../../cards/card.ts'
import { contractCard } from '../../../cards/contract-card.ts'
import type { Ctx } from '../context.ts'
import { contractByNumber } from './contract-by-number.ts'
import { contractView } from './contract-view.ts'

/** The card of a contract, as it is now and as this reader may see it; `said` comes first. */
export const showContract = async (ctx: Ctx, number: string, said?: string): Promise<Card> =>
  contractCard(await contractView(ctx, await contractByNumber(ctx, number)), ctx.language, said)
