import { personPinyinOf } from '../../lib/pinyin.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type ContactRecord, type ContactSaid, contactRecordOf } from './contact-record.ts'
import type { CustomerWithOwner } from './customer-by-code.ts'
import { indexCustomer } from './customer-index.ts'
import { customerToKeep } from './edit-customer.ts'

export interface NewContactSaid extends ContactSaid {
  /** Code of the customer. */
  customer: string
  name: string
  /** `yes`: the key contact. The first contact of a customer is one in any case. */
  key?: string
}

export interface NewContact {
  customer: CustomerWithOwner
  contact: ContactRecord & { name: string }
  isKey: boolean
}

/** Checks a new contact: the same for the card to confirm and for the saving. */
export async function prepareContact(ctx: Ctx, said: NewContactSaid): Promise<NewContact> {
  const { customer: code, key, ...texts } = said
  const customer = await customerToKeep(ctx, code)
  const contact = { ...contactRecordOf(texts), name: contactRecordOf({ name: said.name }).name! }
  const others = await ctx.db.contact.findMany({ where: { customerId: customer.id } })
  const same = others.find(
    (other) => other.name === contact.name || (contact.mobile && other.mobile === contact.mobile),
  )
  if (same) refuseSame(customer, same.name, contact.name)
  return { customer, contact, isKey: key === 'yes' || !others.some(({ isKey }) => isKey) }
}

/** Adds a contact to a customer and returns its id. */
export async function addContact(ctx: Ctx, said: NewContactSaid): Promise<number> {
  const { customer, contact, isKey } = await prepareContact(ctx, said)
  const { id } = await ctx.db.contact.create({
    data: { ...contact, customerId: customer.id, pinyin: personPinyinOf(contact.name), isKey },
  })
  await indexCustomer(ctx.db, customer)
  record(ctx, 'contact.added', `customer:${customer.code}`, { contact: id })
  return id
}

function refuseSame(customer: CustomerWithOwner, known: string, name: string): never {
  const words = {
    zh: `${customer.name} 已有联系人 ${known}。要改资料请发“修改联系人 ${customer.code} ${known}”；另一位请用能区分的称呼。`,
    en: `${customer.nameEn ?? customer.name} has a contact ${known} already. To change it send “edit contact ${customer.code} ${known}”; for somebody else use a name that tells them apart.`,
  }
  refuse('contact.exists', words, known === name ? { name: words } : { mobile: words })
}
