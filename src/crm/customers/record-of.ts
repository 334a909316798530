import { lettersOf } from '../../lib/normalise-text.ts'
import { phoneNumber } from '../../lib/phone-number.ts'
import type { Words } from '../../lib/words.ts'
import { refuse } from '../refusal.ts'

/** Texts of a record as they were said, by field; an empty one clears what was there. */
export type RecordSaid = Partial<Record<RecordField, string>>

export type RecordField =
  | 'name'
  | 'nameEn'
  | 'mnemonic'
  | 'tier'
  | 'grade'
  | 'status'
  | 'phone'
  | 'address'
  | 'city'
  | 'taxId'
  | 'email'
  | 'parentGroup'
  | 'remarks'

/** The same as it is kept: null where there is nothing. */
export type CustomerRecord = Partial<Record<RecordField, string | null>>

const LONGEST_NAME = 60

/** What was said, as it is kept. Refuses what is no name, number or address. */
export function recordOf(said: RecordSaid): CustomerRecord {
  const fields = Object.entries(said) as [RecordField, string][]
  return Object.fromEntries(fields.map(([field, text]) => [field, kept(field, text.trim())]))
}

function kept(field: RecordField, text: string): string | null {
  if (text === '' && !always.has(field)) return null
  return clean[field]?.(text) ?? text
}

/** These cannot be cleared. */
const always = new Set<RecordField>(['name', 'mnemonic', 'tier', 'status'])

const clean: Partial<Record<RecordField, (text: string) => string>> = {
  name: (text) => nameOf('name', text),
  nameEn: (text) => nameOf('nameEn', text),
  mnemonic: (text) => (/^[A-Za-z0-9]{2,20}$/.test(text) ? text.toUpperCase() : wrong('mnemonic', noMnemonic)),
  phone: (text) => phoneNumber(text) ?? wrong('phone', noPhone(text)),
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : wrong('email', noEmail(text))),
  taxId: (text) => (/^[0-9A-Za-z]{15,20}$/.test(text) ? text.toUpperCase() : wrong('taxId', noTaxId(text))),
}

/** A name is one line of at most sixty characters, with something in it to call the customer by. */
function nameOf(field: RecordField, text: string): string {
  const name = text.replace(/\s+/gu, ' ')
  if (name.length > LONGEST_NAME) wrong(field, tooLong)
  return lettersOf(name).length >= 2 ? name : wrong(field, noName(name))
}

function wrong(field: RecordField, words: Words): never {
  refuse(`customer.${field}`, words, { [field]: words })
}

const tooLong: Words = {
  zh: `名称最多 ${LONGEST_NAME} 个字，请写短一点，其余写进备注。`,
  en: `A name has at most ${LONGEST_NAME} characters. Please shorten it and put the rest into the remarks.`,
}
const noName = (name: string): Words => ({
  zh: `“${name}”不像客户名称，请写至少两个字。`,
  en: `“${name}” is no name. Please write at least two characters.`,
})
const noMnemonic: Words = {
  zh: '助记码用 2 到 20 个字母或数字，例如 HLCS。',
  en: 'A mnemonic has 2 to 20 letters or digits, such as HLCS.',
}
const noPhone = (phone: string): Words => ({
  zh: `“${phone}”不像电话号码。手机写 11 位，座机带区号，例如 021-55512345。`,
  en: `“${phone}” is no telephone number. Write a mobile number, or a land line with its area code.`,
})
const noEmail = (email: string): Words => ({
  zh: `“${email}”不像邮箱地址，请检查。`,
  en: `“${email}” is no e-mail address. Please check it.`,
})
const noTaxId = (taxId: string): Words => ({
  zh: `“${taxId}”不像税号，应为 15 到 20 位字母和数字。`,
  en: `“${taxId}” is no tax id: it has 15 to 20 letters and digits.`,
})
