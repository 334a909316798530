import type { NewContact } from '../src/crm/customers/add-contact.ts'
import type { NewCustomer } from '../src/crm/customers/create-customer.ts'
import type { ContactChange } from '../src/crm/customers/edit-contact.ts'
import type { CustomerChange } from '../src/crm/customers/edit-customer.ts'
import { contactFieldWords, fieldWords, valueWords } from '../src/crm/customers/field-words.ts'
import { requiredFields } from '../src/crm/customers/required-fields.ts'
import { tierWords } from '../src/crm/customers/tiers.ts'
import { type Language, nameIn, type Words } from '../src/lib/words.ts'
import { type Card, fields, note } from './card.ts'

const words = {
  zh: {
    create: (name: string) => `新建客户 ${name}`,
    edit: (name: string) => `修改客户 ${name}`,
    addContact: (name: string) => `新建联系人 ${name}`,
    editContact: (name: string) => `修改联系人 ${name}`,
    customer: '客户',
    contact: '联系人',
    key: '关键联系人',
    yes: '是',
    no: '否',
    lacking: (lacks: string[]) => `还缺：${lacks.join('、')}。可以先保存，今天 18:00 前补全。`,
    empty: '（空）',
  },
  en: {
    create: (name: string) => `New customer ${name}`,
    edit: (name: string) => `Change ${name}`,
    addContact: (name: string) => `New contact ${name}`,
    editContact: (name: string) => `Change contact ${name}`,
    customer: 'Customer',
    contact: 'Contact',
    key: 'Key contact',
    yes: 'yes',
    no: 'no',
    lacking: (lacks: string[]) =>
      `Still lacking: ${lacks.join(', ')}. You can save now and add them by 18:00 today.`,
    empty: '(empty)',
  },
} satisfies Record<Language, object>

/** A customer about to be created. */
export function newCustomerCard(
  { tier, fields: kept, contact, upstream, lacking }: NewCustomer,
  language: Language,
): Card {
  const w = words[language]
  const { name, ...rest } = kept
  const who = contact && [contact.name, contact.title, contact.mobile].filter(Boolean).join(' ')
  return {
    title: w.create(name),
    blocks: [
      fields([
        [fieldWords.tier[language], tierWords[tier][language]],
        [w.contact, who],
        ...Object.entries(rest).map(([field, value]): [string, string | null] => [
          fieldWords[field as keyof typeof fieldWords][language],
          value,
        ]),
        [fieldWords.upstream[language], upstream && nameIn(upstream, language)],
      ]),
      ...(lacking.length > 0
        ? [note(w.lacking(lacking.map((field) => requiredFields[field][language])))]
        : []),
    ],
  }
}

/** A record about to be changed: each field before and after. */
export function customerChangeCard({ customer, changes }: CustomerChange, language: Language): Card {
  return {
    title: words[language].edit(nameIn(customer, language)),
    blocks: [
      fields(
        changes.map(({ field, before, after }) => [
          fieldWords[field][language],
          change(
            valueIn(valueWords[field], before, language),
            valueIn(valueWords[field], after, language),
            language,
          ),
        ]),
      ),
    ],
  }
}

/** A contact about to be added. */
export function newContactCard({ customer, contact, isKey }: NewContact, language: Language): Card {
  const w = words[language]
  const { name, ...rest } = contact
  return {
    title: w.addContact(name),
    blocks: [
      fields([
        [w.customer, `${nameIn(customer, language)} ${customer.code}`],
        ...Object.entries(rest).map(([field, value]): [string, string | null] => [
          contactFieldWords[field as keyof typeof contactFieldWords][language],
          value,
        ]),
        [w.key, isKey ? w.yes : null],
      ]),
    ],
  }
}

/** A contact about to be changed: each field before and after. */
export function contactChangeCard({ customer, contact, changes }: ContactChange, language: Language): Card {
  const w = words[language]
  return {
    title: w.editContact(nameIn(contact, language)),
    blocks: [
      fields([
        [w.customer, `${nameIn(customer, language)} ${customer.code}`],
        ...changes.map(({ field, before, after }): [string, string] =>
          field === 'key'
            ? [w.key, w[after as 'yes' | 'no']]
            : [contactFieldWords[field][language], change(before, after, language)],
        ),
      ]),
    ],
  }
}

const valueIn = (values: Record<string, Words> | undefined, value: string | null, language: Language) =>
  value === null ? null : (values?.[value]?.[language] ?? value)

const change = (before: string | null, after: string | null, language: Language): string =>
  `${before || words[language].empty} → ${after || words[language].empty}`
