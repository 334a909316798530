import type { Card } from '../../cards/card.ts'
import { text } from '../../cards/card.ts'
import { draftWords, droppedCard } from '../../cards/draft-card.ts'
import type { Ctx } from '../crm/context.ts'
import { drawSubject } from '../crm/draw.ts'
import { refuse } from '../crm/refusal.ts'
import { clockInWords } from '../lib/date-in-words.ts'
import { dateOf, instantOf, zoned } from '../lib/time.ts'
import { type Core, commandNamed } from './core.ts'
import { draftShown } from './draft-shown.ts'
import { type Draft, draftByCode, replacedBy, useDraft } from './drafts.ts'
import { dropRecords, withRest } from './records.ts'

/** The answer to a second press: what the draft became, and when. */
export async function alreadyUsed(ctx: Ctx, core: Core, code: string): Promise<Card> {
  const draft = await draftByCode(ctx, code)
  const words = draftWords(ctx.language)
  const title = commandNamed(core.commands, draft.command).title[ctx.language]
  if (draft.outcome === 'dropped')
    return { title, subject: `draft:${draft.code}`, blocks: [text(words.alreadyDropped)] }
  if (draft.outcome === 'undone') return { title, blocks: [text(words.alreadyUndone)] }
  const at = savedAt(ctx, draft)
  if (!draft.outcome) return { title, blocks: [text(words.already(at))] }
  const card = await drawSubject(ctx, core.subjects, draft.outcome)
  return { ...card, blocks: [text(words.already(at)), ...card.blocks] }
}

/** The time of day. */
export const savedAt = (ctx: Ctx, { usedAt }: Draft): string =>
  usedAt ? clockInWords(zoned(instantOf(usedAt), ctx.me.zone)) : ''

/** The last record the person saved that can still be taken back. */
export const lastSaved = (ctx: Ctx, core: Core): Promise<Draft | null> =>
  savedWithin(ctx, core, ctx.rules.undoMinutes)

/** The last record the person saved for which that is too late, of a day. */
export const savedBefore = (ctx: Ctx, core: Core): Promise<Draft | null> =>
  savedWithin(ctx, core, ctx.rules.draftHours * 60)

async function savedWithin(ctx: Ctx, core: Core, minutes: number): Promise<Draft | null> {
  const since = dateOf(ctx.now.subtract({ minutes }))
  const undoable = core.commands.filter(({ undo }) => undo).map(({ name }) => name)
  const row = await ctx.db.draft.findFirst({
    where: {
      memberId: ctx.me.id,
      usedAt: { gte: since },
      command: { in: undoable },
      outcome: { not: null, notIn: ['dropped', 'undone'] },
      NOT: { outcome: { startsWith: 'draft:' } },
    },
    orderBy: [{ usedAt: 'desc' }, { id: 'desc' }],
    select: { code: true },
  })
  return row && draftByCode(ctx, row.code)
}

/** Takes back what a draft became: that of `code`, or the last; what was just shown and waits is dropped. */
export async function undo(ctx: Ctx, core: Core, code: string | undefined): Promise<Card> {
  const waiting = code ? null : await draftShown(ctx)
  if (waiting && !waiting.corrects && !waiting.records) return dropDraft(ctx, core, waiting.code)
  const draft = code ? await draftByCode(ctx, code) : await savedBefore(ctx, core)
  if (!draft?.outcome || draft.outcome === 'dropped' || replacedBy(draft))
    refuse('undo.nothing', {
      zh: `没有可以撤销的记录。保存后 ${ctx.rules.undoMinutes} 分钟内可以撤销。`,
      en: `There is nothing to take back. A record can be undone within ${ctx.rules.undoMinutes} minutes.`,
    })
  const since = ctx.now.subtract({ minutes: ctx.rules.undoMinutes })
  const command = commandNamed(core.commands, draft.command)
  if (draft.outcome !== 'undone' && draft.usedAt && draft.usedAt < dateOf(since)) {
    const { undoMinutes } = ctx.rules
    const at = savedAt(ctx, draft)
    refuse('undo.too_late', {
      zh: `“${command.title.zh}”是 ${at} 保存的，已超过 ${undoMinutes} 分钟，不能撤销。要改请直接说，如“改成昨天”。`,
      en: `“${command.title.en}” was saved at ${at}, more than ${undoMinutes} minutes ago, so it can no longer be undone. Say what should change, like “that was yesterday”.`,
    })
  }
  const title = command.title[ctx.language]
  const undone = { title, blocks: [text(draftWords(ctx.language).undone)] }
  if (draft.outcome === 'undone') return undone
  const card = (await command.undo?.(ctx, draft.outcome)) ?? undone
  await ctx.db.draft.update({ where: { id: draft.id }, data: { outcome: 'undone' } })
  return withRest(ctx, core, card, draft)
}

/** Drops a draft. One that is used stays as it is. */
export async function dropDraft(ctx: Ctx, core: Core, code: string): Promise<Card> {
  const draft = await draftByCode(ctx, code)
  if (draft.usedAt) return alreadyUsed(ctx, core, code)
  if (draft.records) return dropRecords(ctx, core, draft)
  await useDraft(ctx, draft, 'dropped')
  const title = commandNamed(core.commands, draft.command).title[ctx.language]
  return withRest(ctx, core, droppedCard(title, draft.code, ctx.language), draft)
}
