import * as z from 'zod'
import type { Button, Card } from '../../../cards/card.ts'
import { contactChangeCard, newContactCard } from '../../../cards/customer-draft-card.ts'
import { recordFormCard } from '../../../cards/record-form-card.ts'
import { nameIn } from '../../lib/words.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { contactRef, customerRef } from '../fields.ts'
import { addContact, type NewContactSaid, prepareContact } from './add-contact.ts'
import { contactFields, contactName, keyChoice } from './customer-input.ts'
import { drawContact } from './draw-contact.ts'
import { type ContactEditSaid, contactNamed, editContact, prepareContactChange } from './edit-contact.ts'
import { customerToKeep } from './edit-customer.ts'
import { changedTexts, filledFields, type Texts, textsIn } from './edit-form.ts'
import { mayKeep } from './may-keep.ts'
import { takeBackContact } from './take-back-contact.ts'

export const newContact = command({
  name: 'contact.add',
  title: { zh: '新建联系人', en: 'add a contact' },
  words: {
    zh: ['新建联系人', '加联系人', '添加联系人', '新联系人', '新增联系人'],
    en: ['add contact', 'new contact'],
  },
  examples: {
    zh: ['新建联系人 {customer} 李采购 13812345678'],
    en: ['add contact {customer} Buyer Li 13812345678'],
  },
  input: z.object({ customer: customerRef, name: contactName, ...contactFields, key: keyChoice.optional() }),
  may: mayKeep,
  writes: true,
  confirm: async (ctx, input) =>
    newContactCard(await prepareContact(ctx, input as NewContactSaid), ctx.language),
  run: async (ctx, input) => drawContact(ctx, String(await addContact(ctx, input as NewContactSaid))),
  undo: takeBackContact,
})

const changes = { name: contactName.optional(), ...contactFields, key: keyChoice.optional() }
const editInput = z
  .object({ customer: customerRef, contact: contactRef, ...changes })
  .refine((said) => Object.keys(changes).some((field) => field in said), { path: ['change'] })

export const changeContact = command({
  name: 'contact.edit',
  title: { zh: '修改联系人', en: 'edit a contact' },
  words: { zh: ['修改联系人', '改联系人', '更新联系人'], en: ['edit contact', 'change contact'] },
  examples: {
    zh: ['修改联系人 {customer} {contact} 手机 13812345678'],
    en: ['edit contact {customer} {contact} mobile 13812345678'],
  },
  input: editInput,
  may: mayKeep,
  writes: true,
  form: contactForm,
  fromForm: fromContactForm,
  confirm: async (ctx, said) =>
    contactChangeCard(await prepareContactChange(ctx, said as ContactEditSaid), ctx.language),
  run: async (ctx, said) => drawContact(ctx, String(await editContact(ctx, said as ContactEditSaid))),
})

/** The record as it is, with what was said put in. */
async function contactForm(ctx: Ctx, given: Record<string, unknown>, submit: Button): Promise<Card> {
  const said = textsIn(given)
  const customer = await customerToKeep(ctx, said.customer ?? '')
  const contact = await contactNamed(ctx, customer, said.contact ?? '')
  const title = `${changeContact.title[ctx.language]} ${nameIn(contact, ctx.language)}`
  return recordFormCard(title, filledFields(editInput, textsOf(contact), said, ctx), submit)
}

async function fromContactForm(ctx: Ctx, given: Record<string, unknown>, values: Texts) {
  const { customer = '', contact = '' } = textsIn(given)
  const now = textsOf(await contactNamed(ctx, await customerToKeep(ctx, customer), contact))
  return { customer, contact, ...changedTexts(now, values) }
}

const textsOf = (contact: Awaited<ReturnType<typeof contactNamed>>): Texts => {
  const { name, title, mobile, phone, email, birthday, isKey } = contact
  const texts = { name, title, mobile, phone, email, birthday, key: isKey ? 'yes' : 'no' }
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? '']))
}
