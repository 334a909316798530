import { appendAudit } from '../crm/audit-log.ts'
import type { Ctx, Owed, Tx } from '../crm/context.ts'
import { dateOf, type Temporal } from '../lib/time.ts'
import type { Address } from './contract.ts'
import { oweRedraws } from './live-cards.ts'
import { oweMember, owePlace } from './outbox.ts'

type Outcome = Pick<Ctx, 'db' | 'now' | 'owed' | 'changed' | 'audited'>

/**
 * What a transaction leaves behind for others: audit entries, cards owed and cards to be redrawn.
 * `answered` is the live card that the answer itself replaces.
 */
export async function settle(
  ctx: Outcome,
  by: { memberId: number | null; wall: Date; answered?: number },
): Promise<void> {
  await appendAudit(ctx.db, ctx.audited, { at: dateOf(ctx.now), memberId: by.memberId })
  await oweRedraws(ctx.db, ctx.changed, by.wall, by.answered)
  for (const owed of ctx.owed) await oweAll(ctx.db, owed, by.wall)
}

async function oweAll(db: Tx, { subject, to, places = [] }: Owed, wall: Date): Promise<void> {
  for (const memberId of to) await oweMember(db, memberId, subject, wall)
  for (const { address, readerId } of places) {
    await owePlace(db, JSON.parse(address) as Address, readerId, subject, wall)
  }
}

/** The part of a context that a transaction fills. */
export const emptyOutcome = (now: Temporal.Instant) => ({
  now,
  owed: [] as Owed[],
  changed: new Set<string>(),
  audited: [] as Ctx['audited'],
})
