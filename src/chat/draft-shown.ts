import type { Ctx } from '../crm/context.ts'
import { dateOf } from '../lib/time.ts'
import { type Draft, draftByCode } from './drafts.ts'
import { once } from './understand/once.ts'

/** In epoch milliseconds. */
export const openedAt = (ctx: Ctx, { expiresAt }: Draft): number =>
  expiresAt.getTime() - ctx.rules.draftHours * 3_600_000

/** Minutes in which a word of assent answers the card that was just shown. */
export const freshMinutes = 10

/** The draft on the card that was the last answer here: what a bare 好 or 2 speaks of. */
export async function draftShown(ctx: Ctx): Promise<Draft | null> {
  const code = (await threadOf(ctx))?.draft
  const row = code ? await ctx.db.draft.findUnique({ where: { code } }) : null
  const waits = row && row.memberId === ctx.me.id && !row.usedAt && row.expiresAt >= dateOf(ctx.now)
  return waits ? draftByCode(ctx, row.code) : null
}

/** What is remembered of this person in this conversation, as it was before this message. */
export const threadOf = once(async (ctx: Ctx) =>
  ctx.place ? ctx.db.thread.findUnique({ where: { platform_conversation_memberId: keyOf(ctx) } }) : null,
)

export const keyOf = (ctx: Ctx) => ({
  platform: ctx.place!.platform,
  conversation: ctx.place!.conversation,
  memberId: ctx.me.id,
})
