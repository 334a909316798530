import type { Words } from '../../lib/words.ts'
import type { Tier } from './tiers.ts'

/** What a record has to say before it is complete. */
export const requiredFields = {
  tier: { zh: '层级', en: 'tier' },
  contact: { zh: '关键联系人', en: 'key contact' },
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '地址', en: 'address' },
  upstream: { zh: '上游供货商', en: 'upstream supplier' },
  taxId: { zh: '税号', en: 'tax id' },
} satisfies Record<string, Words>

export type RequiredField = keyof typeof requiredFields

const outlet: RequiredField[] = ['contact', 'phone', 'address']

const requiredByTier: Record<Tier, RequiredField[]> = {
  distributor: [...outlet, 'taxId'],
  sub_distributor: [...outlet, 'upstream', 'taxId'],
  exclusive_sub_distributor: [...outlet, 'upstream', 'taxId'],
  contracted_wholesaler: [...outlet, 'upstream'],
  direct_wholesaler: [...outlet, 'upstream'],
  outlet,
  unassigned: ['tier', ...outlet],
}

interface Recorded {
  tier: string
  phone: string | null
  address: string | null
  upstreamId: number | null
  taxId: string | null
  contacts: { isKey: boolean; mobile: string | null; phone: string | null }[]
}

/** What a customer's record still lacks for its tier; a contact's number will do for a phone. */
export function lackingFields(customer: Recorded): RequiredField[] {
  const { contacts } = customer
  const has: Record<RequiredField, boolean> = {
    tier: customer.tier !== 'unassigned',
    contact: contacts.some(({ isKey }) => isKey),
    phone: Boolean(customer.phone) || contacts.some(({ mobile, phone }) => mobile || phone),
    address: Boolean(customer.address),
    upstream: customer.upstreamId !== null,
    taxId: Boolean(customer.taxId),
  }
  return requiredByTier[customer.tier as Tier].filter((field) => !has[field])
}
