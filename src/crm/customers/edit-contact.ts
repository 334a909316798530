import type { Prisma } from '#prisma'
import { lettersOf } from '../../lib/normalise-text.ts'
import { personPinyinOf } from '../../lib/pinyin.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type ContactField, type ContactSaid, contactRecordOf } from './contact-record.ts'
import type { CustomerWithOwner } from './customer-by-code.ts'
import { indexCustomer } from './customer-index.ts'
import { customerToKeep } from './edit-customer.ts'

export interface ContactEditSaid extends ContactSaid {
  /** Code of the customer. */
  customer: string
  /** Name of the contact as it is on file. */
  contact: string
  /** `yes` or `no`. */
  key?: string
}

type Contact = Prisma.ContactGetPayload<object>

export interface ContactChange {
  customer: CustomerWithOwner
  contact: Contact
  changes: { field: ContactField | 'key'; before: string | null; after: string | null }[]
  write: Prisma.ContactUncheckedUpdateInput
}

/** Checks a change of a contact: the same for the card to confirm and for the saving. */
export async function prepareContactChange(ctx: Ctx, said: ContactEditSaid): Promise<ContactChange> {
  const { customer: code, contact: name, key, ...texts } = said
  const customer = await customerToKeep(ctx, code)
  const contact = await contactNamed(ctx, customer, name)
  const kept = Object.entries(contactRecordOf(texts)) as [ContactField, string | null][]
  const changed = kept.filter(([field, value]) => value !== contact[field])
  const rekeyed = key !== undefined && (key === 'yes') !== contact.isKey
  if (changed.length === 0 && !rekeyed) refuseNothing(customer, contact)
  const changes = changed.map(([field, after]) => ({ field, before: contact[field], after }))
  const yesOrNo = (yes: boolean) => (yes ? 'yes' : 'no')
  return {
    customer,
    contact,
    changes: rekeyed
      ? [...changes, { field: 'key', before: yesOrNo(contact.isKey), after: yesOrNo(!contact.isKey) }]
      : changes,
    write: { ...Object.fromEntries(changed), ...(rekeyed && { isKey: !contact.isKey }) },
  }
}

/** Changes a contact of a customer and returns its id. */
export async function editContact(ctx: Ctx, said: ContactEditSaid): Promise<number> {
  const { customer, contact, changes, write } = await prepareContactChange(ctx, said)
  const name = (write.name ?? contact.name) as string
  await ctx.db.contact.update({
    where: { id: contact.id },
    data: { ...write, pinyin: personPinyinOf(name) },
  })
  await indexCustomer(ctx.db, customer)
  const fields = changes.map(({ field }) => field)
  record(ctx, 'contact.edited', `customer:${customer.code}`, { contact: contact.id, fields })
  ctx.changed.add(`contact:${contact.id}`)
  return contact.id
}

export async function contactNamed(ctx: Ctx, customer: CustomerWithOwner, name: string): Promise<Contact> {
  const contacts = await ctx.db.contact.findMany({ where: { customerId: customer.id } })
  const meant = contacts.filter((contact) =>
    [contact.name, contact.nameEn ?? ''].some((known) => lettersOf(known) === lettersOf(name)),
  )
  if (meant.length === 1) return meant[0]!
  const names = contacts.map((contact) => contact.name).join('、')
  const words = {
    zh: `${customer.name} 没有叫“${name}”的联系人${names ? `，现有：${names}` : ''}。新的请发“新建联系人 ${customer.code} ${name}”。`,
    en: `${customer.nameEn ?? customer.name} has no contact “${name}”${names ? `, only ${names}` : ''}. To add one send “add contact ${customer.code} ${name}”.`,
  }
  refuse('contact.unknown', words, { contact: words })
}

function refuseNothing(customer: CustomerWithOwner, contact: Contact): never {
  refuse('contact.nothing_changed', {
    zh: `${contact.name} 的资料没有变化。要改什么？例如“修改联系人 ${customer.code} ${contact.name} 手机 13812345678”。`,
    en: `Nothing would change for ${contact.nameEn ?? contact.name}. What is to change? Try “edit contact ${customer.code} ${contact.name} mobile 13812345678”.`,
  })
}
