import { putSearchEntries, type SearchEntry } from '../../db/customer-search.ts'
import { lettersOf, normaliseText } from '../../lib/normalise-text.ts'
import { initialsOf, syllableSpellingsOf } from '../../lib/pinyin.ts'
import type { Tx } from '../context.ts'
import { coreNameOf, keysOf, type Named } from './customer-keys.ts'

/** A customer with all that its keys are made of. */
export interface Indexed extends Named {
  id: number
  officeId: number
  ownerId: number | null
  contacts: NonNullable<Named['contacts']>
}

/** How many customers go into one statement. */
const BATCH = 500

/** Brings the index up to date: after a change of name, code, phone, contact, office or owner. */
export async function indexCustomer(db: Tx, { id }: { id: number }): Promise<void> {
  const customer = await db.customer.findUniqueOrThrow({ where: { id }, include: { contacts: true } })
  await putSearchEntries(db, [entryOf(customer)])
}

/** The same for many customers that are at hand. */
export async function indexCustomers(db: Tx, customers: Indexed[]): Promise<void> {
  for (let i = 0; i < customers.length; i += BATCH)
    await putSearchEntries(db, customers.slice(i, i + BATCH).map(entryOf))
}

function entryOf(customer: Indexed): SearchEntry {
  const core = coreNameOf(customer.name, customer.city)
  return {
    id: customer.id,
    officeId: customer.officeId,
    ownerId: customer.ownerId,
    core,
    name: lettersOf(customer.name),
    latin: latinOf(customer, core),
    keys: keysOf(customer),
  }
}

const latinOf = ({ mnemonic, nameEn }: Indexed, core: string): string[][] => [
  ...syllableSpellingsOf(core),
  Array.from(initialsOf(core)),
  Array.from(lettersOf(mnemonic)),
  normaliseText(nameEn ?? '')
    .split(' ')
    .map(lettersOf),
]
