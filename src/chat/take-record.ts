import { type Card, text } from '../../cards/card.ts'
import { draftWords } from '../../cards/draft-card.ts'
import type { Ctx } from '../crm/context.ts'
import { refuse } from '../crm/refusal.ts'
import { type Core, commandNamed } from './core.ts'
import { draftShown } from './draft-shown.ts'
import { changeDraft, type Draft, draftByCode, openDraft } from './drafts.ts'
import { allow, newDraftOf, showDraft } from './proceed.ts'
import { nextOf, recordsWaiting, showRecords, stateOf } from './records.ts'
import { alreadyUsed } from './used-drafts.ts'

/** One record of a list becomes a draft of its own, each time it is not yet saved; the list stays. */
export async function takeRecord(ctx: Ctx, core: Core, list: Draft, number: number): Promise<Card> {
  const record = list.records?.[number - 1]
  if (!record) {
    const card = await showRecords(ctx, core, list)
    return { ...card, blocks: [text(draftWords(ctx.language).noSuchOption), ...card.blocks] }
  }
  const { state, code } = await stateOf(ctx, record)
  if (state === 'saved') return alreadyUsed(ctx, core, code!)
  if (state === 'open') return showDraft(ctx, core, await draftByCode(ctx, code!))
  const command = commandNamed(core.commands, record.command)
  allow(ctx, command)
  const draft = await openDraft(ctx, newDraftOf(command, record))
  const records = list.records!.map((one) => (one === record ? { ...one, draft: draft.code } : one))
  await changeDraft(ctx, list, { records })
  ctx.changed.add(`records:${list.code}`)
  return showDraft(ctx, core, draft)
}

/** The next record of the list last sent; 全部保存 as well, since each is looked at before it is kept. */
export async function takeNext(ctx: Ctx, core: Core): Promise<Card> {
  const list = await recordsWaiting(ctx)
  const shown = list ? null : await draftShown(ctx)
  if (shown) return showDraft(ctx, core, shown)
  const next = list && (await nextOf(ctx, list))
  if (!list || !next)
    refuse('records.none', {
      zh: '现在没有等着一条一条记的内容。把要记的几条一次发来就行，一行一条。',
      en: 'No list of records is waiting. Send several at once, one a line, to take them one by one.',
    })
  return takeRecord(ctx, core, list, next)
}
