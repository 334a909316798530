import type { Card } from '../../../cards/card.ts'
import { visitCard } from '../../../cards/visit-card.ts'
import { localDate, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { paybackOf } from './payback.ts'
import { visitShown } from './visit-shown.ts'

/** The reader's own day. */
export const todayOf = (ctx: Pick<Ctx, 'now' | 'me'>): Temporal.PlainDate => localDate(ctx.now, ctx.me.zone)

/** The card of a visit, as it is now and as the reader may see it. */
export async function drawVisit(ctx: Ctx, id: number): Promise<Card> {
  const visit = await visitShown(ctx, id)
  const payback = visit.state === 'done' ? await paybackOf(ctx, visit.customer.id) : null
  return visitCard(visit, payback, ctx.language, todayOf(ctx))
}
