import type { Prisma } from '#prisma'
import { coreNameOf, mnemonicOf, pinyinOf } from '../../src/crm/customers/customer-keys.ts'
import { reportsStockByDefault, type Tier } from '../../src/crm/customers/tiers.ts'
import { type City, roads } from './cities.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { type Random, randomOf } from './random.ts'

export type CustomerRow = Prisma.CustomerCreateManyInput & {
  id: number
  tier: Tier
  status: string
  reportsStock: boolean
  ownerId: number | null
}

/** What is decided about a customer before the details are made up. */
export interface Shop {
  id: number
  name: string
  nameEn: string
  tier: Tier
  city: City
  officeId: number
  ownerId: number | null
  upstreamId: number | null
  lastOwnerId?: number | null
  status?: string
  grade?: string
  district?: [zh: string, en: string]
}

export const customerCode = (id: number) => `KH${String(id).padStart(6, '0')}`

export function customerRow(shop: Shop, calendar: DemoCalendar): CustomerRow {
  const { id, name, nameEn, tier, city, officeId, ownerId, upstreamId, lastOwnerId = null } = shop
  const random = randomOf('customer', id)
  const status = shop.status ?? statusOf(random, tier)
  const registered = status === 'prospect' ? -random.between(1, 25) : -random.between(120, 1600)
  return {
    id,
    code: customerCode(id),
    mnemonic: mnemonicOf(name, city.name),
    name,
    nameEn,
    coreName: coreNameOf(name, city.name),
    pinyin: pinyinOf(name),
    tier,
    upstreamId,
    officeId,
    ownerId,
    lastOwnerId,
    ownedSince: ownerId === null ? null : calendar.moment(Math.max(registered, -400), 10),
    ...whereabouts(random, shop),
    ...standing(random, tier),
    grade: shop.grade ?? gradeOf(random, tier),
    status,
    source: random.pick(['cold visit', 'phone', 'walk-in', 'direct', 'fair', 'online']),
    registeredOn: calendar.iso(registered),
    reportsStock: reportsStockByDefault(tier) && status !== 'lost',
    lastVisitOn: null,
  }
}

function statusOf(random: Random, tier: Tier): string {
  if (tier === 'distributor' || tier === 'sub_distributor' || tier === 'exclusive_sub_distributor')
    return 'active'
  const dice = random.between(1, 100)
  return dice <= 84 ? 'active' : dice <= 92 ? 'prospect' : dice <= 97 ? 'dormant' : 'lost'
}

function gradeOf(random: Random, tier: Tier): string {
  if (tier === 'distributor') return 'core'
  return random.pick(tier === 'outlet' ? ['B', 'C', 'C', 'ordinary', 'potential'] : ['A', 'A', 'B', 'core'])
}

function whereabouts(random: Random, { id, city, district, tier }: Shop) {
  const [area] = district ?? random.pick(city.districts)
  const [road] = random.pick(roads)
  return {
    region: city.region,
    city: city.name,
    address: `${city.name}市${area}${road}${random.between(1, 980)}号`,
    phone: tier === 'outlet' ? mobileNumber('shop', id) : `${city.areaCode}-6${digits(id * 7_368_787, 7)}`,
    postcode: `${city.postcode}${digits(random.between(0, 999), 3)}`,
    industry: random.pick(tier === 'outlet' ? ['retail', 'catering', 'retail'] : ['wholesale', 'trade']),
  }
}

/** Papers and credit are kept of those who buy from the company itself. */
function standing(random: Random, tier: Tier) {
  const direct = reportsStockByDefault(tier)
  return {
    creditGrade: direct ? random.pick(['AAA', 'AA', 'A', 'B']) : null,
    creditLimit: direct ? BigInt(random.between(5, 60)) * 1_000_000n : null,
    taxId: direct
      ? `91${digits(random.between(0, 999_999), 6)}MA${digits(random.between(0, 99_999_999), 8)}`
      : null,
  }
}

/** No two shops and no two contacts have the same, and neighbours have nothing alike. */
export const mobileNumber = (whose: 'shop' | 'contact', id: number) => {
  const prefixes =
    whose === 'shop' ? ['130', '131', '132', '155'] : ['135', '137', '139', '158', '186', '187']
  const start = whose === 'shop' ? 0 : 27_182_818
  return `${prefixes[id % prefixes.length]}${digits(start + id * 73_939_133, 8)}`
}

const digits = (value: number, count: number) => String(value % 10 ** count).padStart(count, '0')
