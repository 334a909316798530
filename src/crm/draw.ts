import type { Card } from '../../cards/card.ts'
import type { Subject } from './command.ts'
import type { Ctx } from './context.ts'
import { refuse } from './refusal.ts'

/** Draws a business object, `contract:HT-2026-0031`, as it is now and as this reader may see it. */
export async function drawSubject(ctx: Ctx, subjects: Subject[], subject: string): Promise<Card> {
  const colon = subject.indexOf(':')
  const drawer = subjects.find(({ kind }) => kind === subject.slice(0, colon))
  if (!drawer)
    refuse('subject.unknown', {
      zh: '这张卡片已不能显示。发“帮助”看看能做什么。',
      en: 'This card can no longer be shown. Send “help” to see what you can do.',
    })
  return { subject, ...(await drawer.card(ctx, subject.slice(colon + 1))) }
}
