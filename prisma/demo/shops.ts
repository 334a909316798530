import type { Tier } from '../../src/crm/customers/tiers.ts'
import { type City, cities } from './cities.ts'
import { knownShops } from './known-shops.ts'
import type { Organisation } from './organisation.ts'
import { type Random, randomOf } from './random.ts'
import type { Shop } from './shop.ts'
import { shopName } from './shop-names.ts'

/** An office with those who look after its customers. */
export interface Territory {
  officeId: number
  city: City
  reps: number[]
}

/** Below every tier those that may supply it. */
const suppliers: Record<Tier, Tier[]> = {
  distributor: [],
  sub_distributor: ['distributor'],
  exclusive_sub_distributor: ['distributor'],
  contracted_wholesaler: ['distributor', 'sub_distributor'],
  direct_wholesaler: ['distributor'],
  outlet: ['sub_distributor', 'contracted_wholesaler', 'direct_wholesaler'],
  unassigned: [],
}

/** The customers of an office in the order in which they are made up: suppliers first. */
const firstTiers: Tier[] = [
  ...Array<Tier>(2).fill('distributor'),
  ...Array<Tier>(6).fill('sub_distributor'),
  ...Array<Tier>(2).fill('exclusive_sub_distributor'),
  ...Array<Tier>(9).fill('contracted_wholesaler'),
  ...Array<Tier>(8).fill('direct_wholesaler'),
]

/** The customers of the eight offices, as many as asked for; the known ones are always among them. */
export function shopsOf({ units, members }: Organisation, count: number): Shop[] {
  const territories = cities.map((city): Territory => {
    const officeId = units.find(({ code }) => code === city.office)!.id
    const reps = members.filter(
      ({ unitId, role, leftOn }) => unitId === officeId && role === 'rep' && !leftOn,
    )
    return { officeId, city, reps: reps.filter(({ code }) => code !== 'li').map(({ id }) => id) }
  })
  const leaver = members.find(({ leftOn }) => leftOn)!
  const known = shopsKnown(territories, members)
  const others = territories.map((territory) => madeUp(territory, known))
  const shops = [...known]
  for (let i = 0; shops.length < count; i++) shops.push(others[i % others.length]!(shops.length + 1))
  return shops.map((shop) =>
    inherits(shop, leaver.successorId) ? { ...shop, lastOwnerId: leaver.id } : shop,
  )
}

function shopsKnown(territories: Territory[], members: Organisation['members']): Shop[] {
  const ids = new Map(knownShops.map(({ name }, index) => [name, index + 1]))
  return knownShops.map(({ name, nameEn, tier, owner, upstream, grade, status = 'active' }, index) => {
    const { id: ownerId, unitId } = members.find(({ code }) => code === owner)!
    const { city } = territories.find(({ officeId }) => officeId === unitId)!
    const upstreamId = upstream ? ids.get(upstream)! : null
    return { id: index + 1, name, nameEn, tier, city, officeId: unitId, ownerId, upstreamId, grade, status }
  })
}

/** Makes up one customer of the territory after the other. */
export function madeUp(territory: Territory, known: Shop[]): (id: number) => Shop {
  const { officeId, city } = territory
  const here = known.filter((shop) => shop.officeId === officeId)
  const taken = new Set(here.map(({ name }) => name))
  const byTier = Map.groupBy(here, ({ tier }) => tier)
  let nth = 0
  return (id) => {
    const random = randomOf('shop', id)
    const tier = firstTiers[nth++] ?? laterTier(random, nth)
    const above = suppliers[tier].flatMap((supplier) => byTier.get(supplier) ?? [])
    const shop: Shop = {
      id,
      ...shopName(random, tier, city, taken),
      tier,
      city,
      officeId,
      ownerId: ownerOf(random, tier, territory.reps),
      upstreamId: above.length > 0 ? random.pick(above).id : null,
    }
    if (!byTier.has(tier)) byTier.set(tier, [])
    byTier.get(tier)!.push(shop)
    return shop
  }
}

/** The more customers an office has, the more of them are outlets. */
function laterTier(random: Random, nth: number): Tier {
  if (nth % 40 === 0) return 'unassigned'
  const dice = random.between(1, 1000)
  if (nth < 100 || dice <= 940) return 'outlet'
  return dice <= 970 ? 'direct_wholesaler' : dice <= 990 ? 'contracted_wholesaler' : 'sub_distributor'
}

/** Those that report their stock have an owner; of the others some are in the public pool. */
const ownerOf = (random: Random, tier: Tier, reps: number[]) =>
  (tier === 'outlet' || tier === 'direct_wholesaler' || tier === 'unassigned') && random.chance(0.12)
    ? null
    : random.pick(reps)

const inherits = (shop: Shop, successorId: number | null | undefined) =>
  shop.ownerId === successorId && randomOf('inherits', shop.id).chance(0.5)
