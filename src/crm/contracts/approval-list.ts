import { approvalListCard } from '../../../cards/approval-list-card.ts'
import type { Card } from '../../../cards/card.ts'
import type { Ctx } from '../context.ts'
import { waitingFor } from './waiting-for.ts'

/** All that waits for whoever reads it. */
export async function approvalList(ctx: Ctx): Promise<Card> {
  const { language, now, me } = ctx
  return approvalListCard(me.code, await waitingFor(ctx, me), { language, zone: me.zone, now })
}
