import type { ContactShown } from '../src/crm/customers/customer-shown.ts'
import { contactFieldWords } from '../src/crm/customers/field-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { buttons, type Card, fields } from './card.ts'
import { titleIn } from './contact-titles.ts'

const words = {
  zh: {
    customer: '客户',
    key: '关键联系人',
    yes: '是',
    open: '客户卡',
    visit: '记录拜访',
    edit: '修改联系人',
  },
  en: {
    customer: 'Customer',
    key: 'Key contact',
    yes: 'yes',
    open: 'Customer card',
    visit: 'Record a visit',
    edit: 'Edit the contact',
  },
} satisfies Record<Language, object>

const shownFields = ['title', 'mobile', 'phone', 'email', 'birthday'] as const

/** One contact of a customer. */
export function contactCard(
  contact: ContactShown,
  customer: { code: string; name: string; nameEn: string | null },
  language: Language,
): Card {
  const w = words[language]
  return {
    title: nameIn(contact, language),
    subject: `contact:${contact.id}`,
    blocks: [
      fields([
        [w.customer, `${nameIn(customer, language)} ${customer.code}`],
        ...shownFields.map((field): [string, string | null] => [
          contactFieldWords[field][language],
          field === 'title' && contact.title ? titleIn(contact.title, language) : contact[field],
        ]),
        [w.key, contact.isKey ? w.yes : null],
      ]),
      buttons(
        { label: w.visit, say: `拜访 ${customer.code}`, style: 'primary' },
        { label: w.open, say: `客户 ${customer.code}` },
        { label: w.edit, say: `修改联系人 ${customer.code} ${contact.name}` },
      ),
    ],
  }
}
