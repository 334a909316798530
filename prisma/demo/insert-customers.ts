import type { Prisma } from '#prisma'
import { indexCustomers } from '../../src/crm/customers/customer-index.ts'
import { insertRows } from '../../src/db/insert-rows.ts'
import type { ContactRow } from './contacts.ts'
import type { CustomerRow } from './shop.ts'

/** Customers with their contacts, in the same order, and all the words by which they are found. */
export async function insertCustomers(
  tx: Prisma.TransactionClient,
  customers: CustomerRow[],
  contacts: ContactRow[][],
): Promise<void> {
  await insertRows(tx, 'Customer', customers)
  await insertRows(tx, 'Contact', contacts.flat())
  await indexCustomers(
    tx,
    customers.map((customer, index) => ({ ...customer, contacts: contacts[index]! })),
  )
}
