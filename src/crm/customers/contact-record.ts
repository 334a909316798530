import { lettersOf } from '../../lib/normalise-text.ts'
import { phoneNumber } from '../../lib/phone-number.ts'
import { Temporal } from '../../lib/time.ts'
import type { Words } from '../../lib/words.ts'
import { refuse } from '../refusal.ts'

export type ContactField = 'name' | 'title' | 'mobile' | 'phone' | 'email' | 'birthday'
/** Texts of a contact as they were said, by field; an empty one clears what was there. */
export type ContactSaid = Partial<Record<ContactField, string>>
/** The same as it is kept: null where there is nothing. */
export type ContactRecord = Partial<Record<ContactField, string | null>>

const LONGEST_NAME = 30

/** What was said, as it is kept. Refuses what is no name, number or date. */
export function contactRecordOf(said: ContactSaid): ContactRecord {
  const fields = Object.entries(said) as [ContactField, string][]
  return Object.fromEntries(fields.map(([field, text]) => [field, kept(field, text.trim())]))
}

const kept = (field: ContactField, text: string): string | null =>
  text === '' && field !== 'name' ? null : clean[field](text)

const clean: Record<ContactField, (text: string) => string> = {
  name: nameOf,
  title: (text) => (text.length <= LONGEST_NAME ? text : wrong('title', tooLong)),
  mobile: (text) => phoneNumber(text) ?? wrong('mobile', noPhone(text)),
  phone: (text) => phoneNumber(text) ?? wrong('phone', noPhone(text)),
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : wrong('email', noEmail(text))),
  birthday: (text) => (isDate(text) ? text : wrong('birthday', noDate(text))),
}

function nameOf(text: string): string {
  const name = text.replace(/\s+/gu, ' ')
  if (name.length > LONGEST_NAME) wrong('name', tooLong)
  return lettersOf(name).length >= 1 ? name : wrong('name', noName)
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function wrong(field: ContactField, words: Words): never {
  refuse(`contact.${field}`, words, { [field]: words })
}

const tooLong: Words = {
  zh: `最多 ${LONGEST_NAME} 个字，请写短一点。`,
  en: `At most ${LONGEST_NAME} characters. Please shorten it.`,
}
const noName: Words = {
  zh: '请写联系人的姓名或称呼，例如王店长。',
  en: 'Please write the name of the contact, or what they are called.',
}
const noPhone = (phone: string): Words => ({
  zh: `“${phone}”不像电话号码。手机写 11 位，座机带区号。`,
  en: `“${phone}” is no telephone number. Write a mobile number, or a land line with its area code.`,
})
const noEmail = (email: string): Words => ({
  zh: `“${email}”不像邮箱地址，请检查。`,
  en: `“${email}” is no e-mail address. Please check it.`,
})
const noDate = (date: string): Words => ({
  zh: `“${date}”不是日期，请写成 1985-03-20。`,
  en: `“${date}” is no date. Please write it as 1985-03-20.`,
})
