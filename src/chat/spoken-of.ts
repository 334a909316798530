import type { Ctx } from '../crm/context.ts'
import { dateOf } from '../lib/time.ts'
import type { Core } from './core.ts'
import { draftShown, keyOf, openedAt, threadOf } from './draft-shown.ts'
import { type Draft, openDraftOf } from './drafts.ts'
import type { SpokenOf } from './understand/understood.ts'
import { lastSaved, savedBefore } from './used-drafts.ts'

/** What "it" and "not Wang but Li" may mean for this person, in this conversation. */
export async function recall(ctx: Ctx, core: Core): Promise<SpokenOf> {
  const thread = await threadOf(ctx)
  const last = await lastSaved(ctx, core)
  const draft = await draftMeant(ctx, last)
  const late = last || draft ? null : await savedBefore(ctx, core)
  return {
    customer: thread?.customer ?? undefined,
    lookup: thread?.lookup ? JSON.parse(thread.lookup) : undefined,
    draft: draft
      ? { command: draft.command, input: draft.input, asks: draft.asks, choices: draft.choices }
      : undefined,
    last: last ? { command: last.command, input: last.input } : undefined,
    late: late ? { command: late.command, input: late.input, subject: late.outcome! } : undefined,
  }
}

/** What a correction changes that waits: the draft last shown, or one that was opened after the last record was saved. */
export async function draftMeant(ctx: Ctx, last: Draft | null): Promise<Draft | null> {
  const shown = await draftShown(ctx)
  if (shown) return shown.records ? null : shown
  const open = await openDraftOf(ctx)
  return open && !open.records && (!last?.usedAt || openedAt(ctx, open) >= last.usedAt.getTime())
    ? open
    : null
}

/** Notes the customer that was named or shown, what was looked up, and the draft that the answer shows. */
export async function noteThread(ctx: Ctx): Promise<void> {
  if (!ctx.place) return
  const key = keyOf(ctx)
  const draft = ctx.showing ?? null
  if (!draft && !ctx.spokenOf && !ctx.lookedUp) {
    await ctx.db.thread.updateMany({ where: { ...key, draft: { not: null } }, data: { draft } })
    return
  }
  const noted = {
    draft,
    at: dateOf(ctx.now),
    ...(ctx.spokenOf && { customer: ctx.spokenOf }),
    ...(ctx.lookedUp && { lookup: JSON.stringify(ctx.lookedUp) }),
  }
  await ctx.db.thread.upsert({
    where: { platform_conversation_memberId: key },
    create: { ...key, ...noted },
    update: noted,
  })
}
