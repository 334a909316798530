import { text } from '../../cards/card.ts'
import { draftWords, droppedCard, supersededCard } from '../../cards/draft-card.ts'
import type { Subject } from '../crm/command.ts'
import { drawSubject } from '../crm/draw.ts'
import { type Core, commandNamed } from './core.ts'
import { draftByCode, replacedBy } from './drafts.ts'

/**
 * A draft as an earlier card shows it once it was changed or used from elsewhere: what it became, or that a newer card
 * holds it. So that an old card has no button that means something else than what stands on it.
 */
export const draftSubject = (core: () => Core): Subject => ({
  kind: 'draft',
  card: async (ctx, code) => {
    const draft = await draftByCode(ctx, code)
    const title = commandNamed(core().commands, draft.command).title[ctx.language]
    if (!draft.usedAt) return supersededCard(title, draft.code, ctx.language)
    const next = replacedBy(draft)
    if (next) return supersededCard(title, next, ctx.language)
    if (draft.outcome === 'dropped') return droppedCard(title, draft.code, ctx.language)
    if (draft.outcome === 'undone') return { title, blocks: [text(draftWords(ctx.language).undone)] }
    return draft.outcome
      ? drawSubject(ctx, core().subjects, draft.outcome)
      : supersededCard(title, draft.code, ctx.language)
  },
})
