import { type Window, windowsOf } from '../../lib/windows.ts'
import type { Tx } from '../context.ts'
import type { Me } from '../people/me.ts'
import { visibleSql } from '../people/visibility.ts'
import { type KeyKind, keyKinds } from './customer-keys.ts'
import { keyScopeSql } from './search-scope.ts'

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
  kind: KeyKind
}

export type KeyRow = CustomerMatch & { key: string }

/** More than this answer to one word: then it has to be said more exactly anyway. */
const MOST_PER_KEY = 21

/**
 * The parts of a normalised sentence that are exactly a code, name, short name, pinyin, initials or phone tail of
 * customers the person may see; the longest first, parts within parts included.
 */
export async function spotCustomers(db: Tx, me: Me, text: string): Promise<CustomerSpot[]> {
  const windows = windowsOf(text)
  return spotsOf(
    windows,
    await customersWithKeys(db, me, [...new Set(windows.map(({ letters }) => letters))]),
  )
}

/** Customers the person may see that have one of the keys, with the key: one look at the index a key. */
export function customersWithKeys(db: Tx, me: Me, keys: string[]): Promise<KeyRow[]> {
  return db.$queryRaw<KeyRow[]>`
    SELECT k.key, k.kind, c.id, c.code, c.name FROM json_each(${JSON.stringify(keys)}) said
    CROSS JOIN CustomerKey k ON k.rowid IN (
      SELECT k.rowid FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
      WHERE k.key = said.value AND ${keyScopeSql(me)} AND ${visibleSql(me)} LIMIT ${MOST_PER_KEY})
    JOIN Customer c ON c.id = k.customerId`
}

function spotsOf(windows: Window[], rows: KeyRow[]): CustomerSpot[] {
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return windows.flatMap(({ letters, start, end }) => {
    const matches = byKey.get(letters)
    return matches
      ? [{ start, end, matches: matches.map(({ key, ...match }) => match).sort(bySureness) }]
      : []
  })
}

const bySureness = (a: CustomerMatch, b: CustomerMatch) => keyKinds.indexOf(a.kind) - keyKinds.indexOf(b.kind)
