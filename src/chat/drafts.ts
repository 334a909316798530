import type { Ctx } from '../crm/context.ts'
import { refuse } from '../crm/refusal.ts'
import { dateOf, type Temporal } from '../lib/time.ts'
import { newDraftCode } from './draft-code.ts'
import type { Ask, Choice, RecordSaid } from './understand/understood.ts'

/** What awaits confirmation, choice or correction. Belongs to one person, is used once. */
export interface Draft {
  id: number
  code: string
  command: string
  input: Record<string, unknown>
  asks: Ask[]
  choices: Choice[]
  /** Texts entered in its form that were refused: shown again with the reasons. */
  values?: Record<string, string>
  /** Subject of the record this draft corrects: taken back when the draft is saved. */
  corrects?: { command: string; subject: string }
  /** The records of one message, of which each is taken into a draft of its own. */
  records?: ListedRecord[]
  expiresAt: Date
  usedAt: Date | null
  outcome: string | null
}

export interface ListedRecord extends RecordSaid {
  /** Code of the draft it was taken into. */
  draft?: string
}

export type NewDraft = Pick<
  Draft,
  'command' | 'input' | 'asks' | 'choices' | 'values' | 'corrects' | 'records'
>

export async function openDraft(ctx: Ctx, draft: NewDraft): Promise<Draft> {
  const code = await freeCode(ctx)
  const expiresAt = dateOf(ctx.now.add({ hours: ctx.rules.draftHours }))
  const row = await ctx.db.draft.create({
    data: { code, memberId: ctx.me.id, ...columns(draft), expiresAt },
  })
  return { ...draft, id: row.id, code, expiresAt, usedAt: null, outcome: null }
}

async function freeCode(ctx: Ctx): Promise<string> {
  for (;;) {
    const code = newDraftCode()
    const taken = await ctx.db.draft.findUnique({ where: { code }, select: { expiresAt: true, id: true } })
    if (!taken) return code
    if (taken.expiresAt < dateOf(ctx.now)) {
      await ctx.db.draft.delete({ where: { id: taken.id } })
      return code
    }
  }
}

/** The draft with that code, used or not. Only its owner learns that it exists. */
export async function draftByCode(ctx: Ctx, code: string): Promise<Draft> {
  const row = await ctx.db.draft.findUnique({ where: { code: code.toUpperCase() } })
  if (!row || row.memberId !== ctx.me.id) {
    ctx.audited.push({ action: 'draft.refused', subject: `draft:${code.toUpperCase()}`, detail: {} })
    refuse('draft.unknown', {
      zh: `没有找到您的草稿 ${code}。请重新发一次原来的话。`,
      en: `You have no draft ${code}. Please send what you wanted to say again.`,
    })
  }
  if (!row.usedAt && row.expiresAt < dateOf(ctx.now))
    refuse('draft.expired', {
      zh: `草稿 ${row.code} 已过期，没有保存。请重新发一次原来的话。`,
      en: `Draft ${row.code} has expired and was not saved. Please send what you wanted to say again.`,
    })
  const pending = JSON.parse(row.pending) as Pick<
    Draft,
    'asks' | 'choices' | 'values' | 'corrects' | 'records'
  >
  const { id, command, expiresAt, usedAt, outcome } = row
  return { id, code: row.code, command, input: JSON.parse(row.input), ...pending, expiresAt, usedAt, outcome }
}

/** The drafts that wait and were opened after `since`, the newest first; lists of records are none. */
export async function draftsWaiting(ctx: Ctx, since: Temporal.Instant): Promise<Draft[]> {
  const opened = dateOf(since.add({ hours: ctx.rules.draftHours }))
  const rows = await ctx.db.draft.findMany({
    where: { memberId: ctx.me.id, usedAt: null, expiresAt: { gte: opened } },
    orderBy: { id: 'desc' },
    select: { code: true },
  })
  const drafts = await Promise.all(rows.map(({ code }) => draftByCode(ctx, code)))
  return drafts.filter(({ records }) => !records)
}

/** The draft the person has before them: the last one that still waits. */
export async function openDraftOf(ctx: Ctx): Promise<Draft | null> {
  const row = await ctx.db.draft.findFirst({
    where: { memberId: ctx.me.id, usedAt: null, expiresAt: { gte: dateOf(ctx.now) } },
    orderBy: { id: 'desc' },
    select: { code: true },
  })
  return row && draftByCode(ctx, row.code)
}

export async function changeDraft(ctx: Ctx, draft: Draft, change: Partial<NewDraft>): Promise<Draft> {
  const changed = { ...draft, ...change }
  await ctx.db.draft.update({ where: { id: draft.id }, data: columns(changed) })
  ctx.changed.add(`draft:${draft.code}`)
  return changed
}

/**
 * A correction is a draft of its own: a press on a card that shows the earlier one, where that card could not be redrawn,
 * must not save what does not stand on it.
 */
export async function replaceDraft(ctx: Ctx, draft: Draft, by: NewDraft): Promise<Draft> {
  const next = await openDraft(ctx, by)
  await useDraft(ctx, draft, `draft:${next.code}`)
  return next
}

/** The code of the draft that took this one's place, if one did. */
export const replacedBy = ({ outcome }: Pick<Draft, 'outcome'>): string | undefined =>
  /^draft:(.+)$/.exec(outcome ?? '')?.[1]

/** Marks the draft as used. False where a second press came too late. */
export async function useDraft(ctx: Ctx, draft: Draft, outcome: string | null): Promise<boolean> {
  const { count } = await ctx.db.draft.updateMany({
    where: { id: draft.id, usedAt: null },
    data: { usedAt: dateOf(ctx.now), outcome },
  })
  ctx.changed.add(`draft:${draft.code}`)
  return count === 1
}

const columns = ({ command, input, asks, choices, values, corrects, records }: NewDraft) => ({
  command,
  input: JSON.stringify(input),
  purpose: choices.length > 0 ? 'choose' : asks.length > 0 ? 'complete' : 'confirm',
  pending: JSON.stringify({ asks, choices, values, corrects, records }),
})
