import { Prisma } from '#prisma'
import { within } from '../../db/customer-search-tokens.ts'
import { type Window, windowsOf } from '../../lib/windows.ts'
import type { Tx } from '../context.ts'
import type { Me } from '../people/me.ts'
import { visibleSql } from '../people/visibility.ts'
import { type KeyKind, keyKinds } from './customer-keys.ts'
import { englishLetters } from './english-letters.ts'
import { keyScopeSql, scopeOf } from './search-scope.ts'

/** A part of a sentence that names customers. */
export interface CustomerSpot {
  start: number
  end: number
  /** The surest kind first. */
  matches: CustomerMatch[]
}

export interface CustomerMatch {
  id: number
  code: string
  name: string
  nameEn: string | null
  /** By a key; or the name begins with what is a short name of another customer. */
  kind: KeyKind | 'beginning'
}

export type KeyRow = CustomerMatch & { key: string }

/** More than this answer to one word: then it has to be said more exactly anyway. */
export const MOST_PER_KEY = 50

/**
 * The parts of a normalised sentence that are exactly a code, name, short name, pinyin, initials or phone tail of
 * customers the person may see; the longest first, parts within parts included.
 */
export async function spotCustomers(db: Tx, me: Me, text: string): Promise<CustomerSpot[]> {
  const windows = windowsOf(text)
  return spotsOf(windows, await customersCalled(db, me, [...new Set(windows.map(({ letters }) => letters))]))
}

/** Customers the person may see that have one of the keys, with the key: one look at the index a key. */
export function customersWithKeys(db: Tx, me: Me, keys: string[]): Promise<KeyRow[]> {
  return db.$queryRaw<KeyRow[]>`
    SELECT k.key, k.kind, c.id, c.code, c.name, c.nameEn FROM json_each(${JSON.stringify(keys)}) said
    CROSS JOIN CustomerKey k ON k.rowid IN (
      SELECT k.rowid FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
      WHERE k.key = said.value AND ${keyScopeSql(me)} AND ${visibleSql(me)} LIMIT ${MOST_PER_KEY})
    JOIN Customer c ON c.id = k.customerId`
}

/**
 * The same, and beside those called so for short whoever's name begins with it: 华联 is not only the 华联超市 but the
 * 华联网咖 as well.
 */
export async function customersCalled(db: Tx, me: Me, keys: string[]): Promise<KeyRow[]> {
  const called = await customersWithKeys(db, me, keys)
  const saidAs = (...kinds: KeyRow['kind'][]) => [
    ...new Set(called.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key)),
  ]
  const queries = [
    beginningWith(me, saidAs('core', 'short'), nameBegins(me)),
    beginningWith(me, saidAs('english', 'pinyin').filter(isLong), latinBegins(me, spellingBegins)),
    beginningWith(me, saidAs('initials'), latinBegins(me, mnemonicBegins)),
  ].filter((query) => query !== null)
  if (queries.length === 0) return called
  return [...called, ...(await db.$queryRaw<KeyRow[]>(Prisma.join(queries, ' UNION ALL ')))]
}

const SHORTEST_SPELT = 4
/** Two or three letters begin too many names. */
const isLong = (key: string): boolean => key.length >= SHORTEST_SPELT

function beginningWith(me: Me, keys: string[], found: Prisma.Sql): Prisma.Sql | null {
  if (keys.length === 0) return null
  return Prisma.sql`
    SELECT said.value AS key, 'beginning' AS kind, c.id, c.code, c.name, c.nameEn
    FROM json_each(${JSON.stringify(keys)}) said
    CROSS JOIN Customer c ON c.id IN (SELECT c.id FROM ${found} AND ${visibleSql(me)} LIMIT ${MOST_PER_KEY})`
}

/** The name people know is a key itself, and those that begin alike stand side by side. */
const nameBegins = (me: Me): Prisma.Sql => Prisma.sql`
  CustomerKey k CROSS JOIN Customer c ON c.id = k.customerId AND c.coreName = k.key
  WHERE k.key >= said.value AND k.key < said.value || char(0x10ffff) AND ${keyScopeSql(me)}`

function latinBegins(me: Me, begins: Prisma.Sql): Prisma.Sql {
  const [before, behind] = within(scopeOf(me), '?').split('?')
  return Prisma.sql`
    CustomerSearch JOIN Customer c ON c.id = CustomerSearch.rowid
    WHERE CustomerSearch MATCH ${before} || 'latin : "' || substr(said.value, 1, 6) || '"' || ${behind} AND ${begins}`
}

const spellingBegins = Prisma.sql`(instr(c.pinyin, said.value) = 1 OR instr(${englishLetters}, said.value) = 1)`
const mnemonicBegins = Prisma.sql`instr(lower(c.mnemonic), said.value) = 1`

function spotsOf(windows: Window[], rows: KeyRow[]): CustomerSpot[] {
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return windows.flatMap(({ letters, start, end }) => {
    const matches = byKey.get(letters)
    return matches ? [{ start, end, matches: surestOnce(matches) }] : []
  })
}

/** Each customer once, by the surest of the ways it is called. */
function surestOnce(rows: KeyRow[]): CustomerMatch[] {
  const once = new Map<number, CustomerMatch>()
  for (const { key, ...match } of rows.sort(bySureness)) if (!once.has(match.id)) once.set(match.id, match)
  return [...once.values()]
}

const kinds: CustomerMatch['kind'][] = [...keyKinds, 'beginning']
const bySureness = (a: CustomerMatch, b: CustomerMatch) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
