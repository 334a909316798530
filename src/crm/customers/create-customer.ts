import { isMobile } from '../../lib/phone-number.ts'
import { personPinyinOf, pinyinOf } from '../../lib/pinyin.ts'
import { dateOf } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import { type ContactRecord, contactRecordOf } from './contact-record.ts'
import { type CustomerWithOwner, customerByCode } from './customer-by-code.ts'
import { indexCustomer } from './customer-index.ts'
import { coreNameOf, mnemonicOf } from './customer-keys.ts'
import { type CustomerRecord, recordOf } from './record-of.ts'
import { refuseDuplicates } from './refuse-duplicates.ts'
import { lackingFields, type RequiredField } from './required-fields.ts'
import { reportsStockByDefault, type Tier } from './tiers.ts'

export interface NewCustomerSaid {
  name: string
  tier: Tier
  /** Name of the first contact, who is the key contact. */
  contact?: string
  title?: string
  /** A mobile number is the contact's, where there is one. */
  phone?: string
  address?: string
  city?: string
  /** Code of the customer that supplies this one. */
  upstream?: string
  taxId?: string
  nameEn?: string
  /** `another`: the likely duplicates were seen and are other customers. */
  despite?: string
}

export interface NewCustomer {
  tier: Tier
  fields: CustomerRecord & { name: string }
  contact: (ContactRecord & { name: string }) | null
  upstream: CustomerWithOwner | null
  /** What the record will still lack. */
  lacking: RequiredField[]
}

/** Checks a new customer: the same for the card to confirm and for the saving. */
export async function prepareCustomer(ctx: Ctx, said: NewCustomerSaid): Promise<NewCustomer> {
  if (ctx.me.unit.kind !== 'office') refuseWithoutOffice()
  const { contact: who, title, upstream: supplier, tier, despite, ...texts } = said
  const { phone = null, ...rest } = recordOf(texts)
  const ofContact = Boolean(who) && phone !== null && isMobile(phone)
  const fields = { ...rest, name: rest.name!, phone: ofContact ? null : phone }
  const contact = who ? newContact(who, title, ofContact ? phone : null) : null
  const described = { ...fields, tier, officeId: ctx.me.unit.id, phones: phone ? [phone] : [] }
  await refuseDuplicates(ctx, described, { despite })
  const upstream = supplier ? await customerByCode(ctx, supplier) : null
  return { tier, fields, contact, upstream, lacking: lackingIn({ tier, fields, contact, upstream }) }
}

/** Creates a customer of the person's office, owned by whoever brings it in. Returns its code. */
export async function createCustomer(ctx: Ctx, said: NewCustomerSaid): Promise<string> {
  const { tier, fields, contact, upstream } = await prepareCustomer(ctx, said)
  const { id } = await ctx.db.customer.create({
    data: {
      ...fields,
      code: crypto.randomUUID(),
      mnemonic: mnemonicOf(fields.name, fields.city),
      coreName: coreNameOf(fields.name, fields.city),
      pinyin: pinyinOf(fields.name),
      tier,
      status: 'prospect',
      upstreamId: upstream?.id ?? null,
      officeId: ctx.me.unit.id,
      ownerId: ctx.me.id,
      ownedSince: dateOf(ctx.now),
      registeredOn: todayOf(ctx).toString(),
      reportsStock: reportsStockByDefault(tier),
      contacts: contact
        ? { create: { ...contact, pinyin: personPinyinOf(contact.name), isKey: true } }
        : undefined,
    },
  })
  const code = await numbered(ctx, id)
  await indexCustomer(ctx.db, { id })
  record(ctx, 'customer.created', `customer:${code}`, { name: fields.name, tier, despite: said.despite })
  return code
}

/** The code is the prefix and the row's own number, which is never given twice: not even after a customer was taken back. */
async function numbered({ db, rules }: Ctx, id: number): Promise<string> {
  const code = `${rules.customerPrefix}${String(id).padStart(6, '0')}`
  await db.customer.update({ where: { id }, data: { code } })
  return code
}

const newContact = (name: string, title: string | undefined, mobile: string | null) => ({
  ...contactRecordOf({ name, ...(title && { title }) }),
  name: contactRecordOf({ name }).name!,
  mobile,
})

function lackingIn({ tier, fields, contact, upstream }: Omit<NewCustomer, 'lacking'>): RequiredField[] {
  return lackingFields({
    tier,
    phone: fields.phone ?? null,
    address: fields.address ?? null,
    taxId: fields.taxId ?? null,
    upstreamId: upstream?.id ?? null,
    contacts: contact ? [{ isKey: true, mobile: contact.mobile ?? null, phone: null }] : [],
  })
}

function refuseWithoutOffice(): never {
  refuse('customer.no_office', {
    zh: '客户由办事处的同事建档。请让所属办事处的业务代表或主任新建。',
    en: 'Customers are created by the people of an office. Please ask a rep or the head of the office.',
  })
}
