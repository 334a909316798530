import type { Card } from '../../../cards/card.ts'
import { contactCard } from '../../../cards/contact-card.ts'
import type { Subject } from '../command.ts'
import type { Ctx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'

/** The card of a contact; whoever may not see the customer may not see its people. */
export async function drawContact(ctx: Ctx, id: string): Promise<Card> {
  const contact = await ctx.db.contact.findUnique({ where: { id: Number(id) }, include: { customer: true } })
  if (!contact || !maySee(ctx.me, contact.customer))
    refuse('contact.gone', {
      zh: '这位联系人已不在您可以查看的客户里。发“查客户 名称”试试。',
      en: 'This contact is not at a customer you may see. Try “find <name>”.',
    })
  return contactCard(contact, contact.customer, ctx.language)
}

export const contactSubject: Subject = { kind: 'contact', card: drawContact }
