import { Prisma } from '#prisma'
import { allOf, latinHas, nameBegins, nameHas, within } from '../../db/customer-search-tokens.ts'
import { lettersOf, normaliseText } from '../../lib/normalise-text.ts'
import type { Ctx } from '../context.ts'
import { visibleSql } from '../people/visibility.ts'
import { coreNameOf, type KeyKind, keyKinds } from './customer-keys.ts'
import { nearCustomers } from './near-customers.ts'
import { keyScopeSql, scopeOf } from './search-scope.ts'

type Searcher = Pick<Ctx, 'db' | 'me'>

/** How a customer came to be found. */
export type FoundBy = KeyKind | 'beginning' | 'part' | 'near'

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

type Hit = { id: number; by: FoundBy }

/** Nobody reads further, and counting a million takes a while. */
const ENOUGH = 50

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
    if (hits.size >= ENOUGH) break
    for (const { id, by } of await find(ctx)) if (!hits.has(id)) hits.set(id, by)
  }
  if (hits.size === 0) for (const { id } of await nearMisses(ctx, query)) hits.set(id, 'near')
  const found = await shown(
    ctx,
    [...hits].slice(0, limit).map(([id, by]) => ({ id, by })),
  )
  return { found, total: hits.size, atLeast: hits.size >= ENOUGH }
}

function waysToFind(query: string): ((ctx: Searcher) => Promise<Hit[]>)[] {
  const letters = lettersOf(query)
  if (letters === '') return []
  if (/^\d{5,}$/.test(letters)) return [(ctx) => byPhone(ctx, letters)]
  const words = normaliseText(query).split(' ').map(lettersOf).filter(Boolean)
  return [
    (ctx) => byKey(ctx, [...new Set([letters, coreNameOf(letters)])]),
    (ctx) => byText(ctx, nameBegins(letters), 'beginning'),
    (ctx) => byText(ctx, partOf(letters), 'part'),
    ...(words.length > 1 ? [(ctx: Searcher) => byText(ctx, allOf(words.map(partOf)), 'part')] : []),
  ]
}

const partOf = (letters: string) => (/^[\x21-\x7e]+$/.test(letters) ? latinHas(letters) : nameHas(letters))

// What is found is cut off before it is sorted: materialised, or SQLite sorts all there is.

function byKey({ db, me }: Searcher, keys: string[]): Promise<Hit[]> {
  // The list of kinds has the surest first: the place of a kind in it is its rank.
  return db.$queryRaw<Hit[]>`
    WITH hit AS MATERIALIZED (
      SELECT c.id, c.name, k.kind FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
      WHERE k.key IN (${Prisma.join(keys)}) AND ${keyScopeSql(me)} AND ${visibleSql(me)} LIMIT ${ENOUGH * 10})
    SELECT id, kind AS "by" FROM hit
    ORDER BY instr(${keyKinds.join(' ')}, kind), length(name), name LIMIT ${ENOUGH}`
}

function byText({ db, me }: Searcher, text: string, by: FoundBy): Promise<Hit[]> {
  return db.$queryRaw<Hit[]>`
    WITH hit AS MATERIALIZED (
      SELECT c.id, c.name FROM CustomerSearch JOIN Customer c ON c.id = CustomerSearch.rowid
      WHERE CustomerSearch MATCH ${within(scopeOf(me), text)} AND ${visibleSql(me)} LIMIT ${ENOUGH})
    SELECT id, ${by} AS "by" FROM hit ORDER BY length(name), name`
}

/** A whole number by its tail, or a code by its number alone. */
function byPhone({ db, me }: Searcher, digits: string): Promise<Hit[]> {
  const ending = `%${digits}`
  return db.$queryRaw<Hit[]>`
    SELECT c.id, 'phone' AS "by" FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
    WHERE k.key = ${digits.slice(-4)} AND ${keyScopeSql(me)} AND ${visibleSql(me)}
      AND (${numberSql('c.phone')} LIKE ${ending} OR ${numberSql('c.financePhone')} LIKE ${ending}
        OR EXISTS (SELECT 1 FROM Contact p WHERE p.customerId = c.id
          AND (${numberSql('p.mobile')} LIKE ${ending} OR ${numberSql('p.phone')} LIKE ${ending})))
    LIMIT ${ENOUGH}`
}

const numberSql = (column: string) =>
  Prisma.raw(`replace(replace(replace(${column}, '-', ''), ' ', ''), '+', '')`)

async function nearMisses(ctx: Searcher, query: string): Promise<{ id: number }[]> {
  const near = await nearCustomers(ctx.db, ctx.me, query)
  return near.flatMap(({ matches }) => matches)
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
