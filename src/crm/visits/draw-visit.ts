import type { Card } from '../../../cards/card.ts'
import { visitCard } from '../../../cards/visit-card.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from '../today-of.ts'
import { paybackOf } from './payback.ts'
import { visitShown } from './visit-shown.ts'

/** The card of a visit, as it is now and as the reader may see it. */
export async function drawVisit(ctx: Ctx, id: number): Promise<Card> {
  const visit = await visitShown(ctx, id)
  const payback = visit.state === 'done' ? await paybackOf(ctx, visit.customer.id) : null
  return visitCard(visit, payback, ctx.language, todayOf(ctx))
}
