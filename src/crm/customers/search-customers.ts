import { lettersOf } from '../../lib/normalise-text.ts'
import { nearCustomers } from './near-customers.ts'
import { ENOUGH, type FoundBy, type Hit, type Searcher, waysToFind } from './ways-to-find.ts'

export interface CustomerFound {
  id: number
  code: string
  name: string
  nameEn: string | null
  tier: string
  city: string | null
  /** Null in the public pool. */
  owner: { name: string; nameEn: string } | null
  by: FoundBy
}

export interface CustomersFound {
  /** The best first. */
  found: CustomerFound[]
  /** How many there are in all, or at least. */
  total: number
  atLeast: boolean
}

/**
 * Customers the person may see, by what they call them: those with exactly that code, name, short name, mnemonic,
 * pinyin, initials or phone first, then names that begin with it, then all that contain it in characters, pinyin or
 * English; near misses only where there is none of these.
 */
export async function searchCustomers(
  ctx: Searcher,
  query: string,
  { limit = 8 }: { limit?: number } = {},
): Promise<CustomersFound> {
  const hits = new Map<number, FoundBy>()
  for (const find of waysToFind(query)) {
    if (hits.size >= ENOUGH || isSure([...hits.values()][0])) break
    for (const { id, by } of await find(ctx)) if (!hits.has(id)) hits.set(id, by)
  }
  if (hits.size === 0) for (const { id, by } of await nearMisses(ctx, query)) hits.set(id, by)
  const found = await shown(
    ctx,
    [...hits].slice(0, limit).map(([id, by]) => ({ id, by })),
  )
  return { found, total: hits.size, atLeast: hits.size >= ENOUGH }
}

/** Said in full: nobody means the others that contain it. */
export const isSure = (by: FoundBy | undefined): boolean => by === 'code' || by === 'name' || by === 'core'

/** What nearly names half of the query has to be the half that tells customers apart: the first. */
async function nearMisses({ db, me }: Searcher, query: string): Promise<Hit[]> {
  const letters = lettersOf(query)
  const near = await nearCustomers(db, me, letters)
  return near
    .filter(({ start, end }) => (end - start) * (start === 0 ? 2 : 1.5) >= letters.length)
    .flatMap(({ matches }) => matches.map(({ id }) => ({ id, by: 'near' })))
}

async function shown({ db }: Searcher, hits: Hit[]): Promise<CustomerFound[]> {
  const customers = await db.customer.findMany({
    where: { id: { in: hits.map(({ id }) => id) } },
    select: {
      id: true,
      code: true,
      name: true,
      nameEn: true,
      tier: true,
      city: true,
      owner: { select: { name: true, nameEn: true } },
    },
  })
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  return hits.map(({ id, by }) => ({ ...byId.get(id)!, by }))
}
