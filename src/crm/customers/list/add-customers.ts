import { insertRows } from '../../../db/insert-rows.ts'
import { dateOf, type Temporal } from '../../../lib/time.ts'
import type { Tx } from '../../context.ts'
import { rulesOf } from '../../rules-of.ts'
import { indexCustomers } from '../customer-index.ts'
import { contactRow } from './contacts.ts'
import type { CustomerRow } from './customer-columns.ts'
import { customerWritten, type Placed } from './customer-written.ts'

/** Highest number of a code that a row of its own could come to have. */
const MOST = 1_000_000_000

/**
 * The ids of all customers named, by code. The last of them is no less than any numbered code there is, because a customer
 * that is created in the conversation is numbered by its id.
 */
export async function idsOf(
  db: Tx,
  added: CustomerRow[],
  known: Map<string, { id: number; code: string }>,
): Promise<Map<string, number>> {
  const { customerPrefix } = await rulesOf(db)
  const [given] = await db.$queryRaw<{ seq: bigint | number }[]>`
    SELECT seq FROM sqlite_sequence WHERE name = 'Customer'`
  const numbers = added
    .filter(({ code }) => code.startsWith(customerPrefix))
    .map(({ code }) => Number(code.slice(customerPrefix.length)))
    .filter((number) => number < MOST)
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  let last = Math.max(Number(given?.seq ?? 0), highest - added.length)
  const ids = new Map([...known.values()].map(({ code, id }) => [code, id]))
  for (const { code } of added) ids.set(code, ++last)
  return ids
}

/** Adds customers with their contacts, and all the words by which they are found. */
export async function addCustomers(
  db: Tx,
  placed: Placed[],
  ids: Map<string, number>,
  { now, today }: { now: Temporal.Instant; today: string },
): Promise<void> {
  const customers = placed.map((one) => ({
    ...customerWritten(one),
    id: ids.get(one.row.code)!,
    code: one.row.code,
    registeredOn: today,
    ownedSince: one.place.ownerId === null ? null : dateOf(now),
  }))
  const contacts = placed.map(({ row }, i) =>
    (row.contacts ?? []).map((contact, nth) => contactRow(customers[i]!.id, contact, nth === 0)),
  )
  // A supplier may stand further down.
  await db.$executeRaw`PRAGMA defer_foreign_keys = ON`
  await insertRows(db, 'Customer', customers)
  await insertRows(db, 'Contact', contacts.flat())
  await indexCustomers(
    db,
    customers.map((customer, i) => ({ ...customer, contacts: contacts[i]! })),
  )
}
