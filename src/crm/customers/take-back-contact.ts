import type { Card } from '../../../cards/card.ts'
import { goneCard } from '../../../cards/gone-card.ts'
import { nameIn } from '../../lib/words.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { indexCustomer } from './customer-index.ts'
import { drawContact } from './draw-contact.ts'
import { customerToKeep } from './edit-customer.ts'

/** Takes back a contact that was just added, `contact:1801`, as long as no visit names them. */
export async function takeBackContact(ctx: Ctx, subject: string): Promise<Card> {
  const id = Number(subject.slice(subject.indexOf(':') + 1))
  const contact = await ctx.db.contact.findUnique({ where: { id }, include: { customer: true } })
  if (!contact) return drawContact(ctx, String(id))
  const customer = await customerToKeep(ctx, contact.customer.code)
  if ((await ctx.db.visit.count({ where: { contactId: id } })) > 0)
    refuse('contact.in_use', {
      zh: `${contact.name} 已有拜访记录，不能撤销。资料有误请发“修改联系人 ${customer.code} ${contact.name}”。`,
      en: `Visits name ${nameIn(contact, 'en')} by now, so they cannot be taken back. To correct the record send “edit contact ${customer.code} ${contact.name}”.`,
    })
  await ctx.db.contact.delete({ where: { id } })
  await indexCustomer(ctx.db, customer)
  record(ctx, 'contact.taken_back', `customer:${customer.code}`, { contact: id })
  return goneCard(nameIn(contact, ctx.language), ctx.language)
}
