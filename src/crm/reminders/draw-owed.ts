import type { Card } from '../../../cards/card.ts'
import { owedCard } from '../../../cards/reminder-owed-card.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { owedSubject } from './owed-changed.ts'
import { owingOfReader } from './owing.ts'

/** All that the reader owes, as it is now. Nobody sees another person's list. */
export async function drawOwed(ctx: Ctx, memberCode: string): Promise<Card> {
  if (memberCode !== ctx.me.code)
    refuse('reminder.not_yours', {
      zh: '这是别人的待办清单。发“日报”查看您自己的。',
      en: 'This list is someone else’s. Say “digest” to see yours.',
    })
  const card = owedCard(await owingOfReader(ctx), { now: ctx.now, language: ctx.language })
  return { ...card, subject: owedSubject(memberCode) }
}
