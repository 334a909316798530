import type { Ctx } from '../crm/context.ts'
import { dateOf } from '../lib/time.ts'
import type { Core } from './core.ts'
import { openDraftOf } from './drafts.ts'
import type { SpokenOf } from './understand/understood.ts'
import { lastSaved } from './used-drafts.ts'

/** What "it" and "not Wang but Li" may mean for this person, in this conversation. */
export async function recall(ctx: Ctx, core: Core): Promise<SpokenOf> {
  const thread = ctx.place
    ? await ctx.db.thread.findUnique({ where: { platform_conversation_memberId: keyOf(ctx) } })
    : null
  const draft = await openDraftOf(ctx)
  const last = await lastSaved(ctx, core)
  return {
    customer: thread?.customer,
    draft: draft ? { command: draft.command, input: draft.input } : undefined,
    last: last ? { command: last.command, input: last.input } : undefined,
  }
}

/** Notes the customer that was named or shown. */
export async function noteSpokenOf(ctx: Ctx): Promise<void> {
  if (!ctx.place || !ctx.spokenOf) return
  const key = keyOf(ctx)
  const spoken = { customer: ctx.spokenOf, at: dateOf(ctx.now) }
  await ctx.db.thread.upsert({
    where: { platform_conversation_memberId: key },
    create: { ...key, ...spoken },
    update: spoken,
  })
}

const keyOf = (ctx: Ctx) => ({
  platform: ctx.place!.platform,
  conversation: ctx.place!.conversation,
  memberId: ctx.me.id,
})
