import { BUSINESS_ZONE, dateOf, localDate, type Temporal } from '../lib/time.ts'
import { appendAudit } from './audit-log.ts'
import type { Tx } from './context.ts'
import { customerColumns } from './customers/list/customer-columns.ts'
import { importCustomers } from './customers/list/import-customers.ts'
import type { Columns } from './lists/columns.ts'
import type { Imported } from './lists/imported.ts'
import { type ReadList, readList } from './lists/read-list.ts'
import { importPeople } from './people/import-people.ts'
import { peopleColumns } from './people/people-columns.ts'
import { importProducts } from './products/import-products.ts'
import { productColumns } from './products/product-columns.ts'

/** What a company has in spreadsheets and brings along. */
interface List {
  columns: Columns
  /** Reads a CSV text. `save` writes all of it in the given transaction, or nothing where it finds errors. */
  read(
    csv: string,
  ): Pick<ReadList<Columns>, 'errors'> & { save(db: Tx, now: Temporal.Instant): Promise<Imported> }
}

type Save<C extends Columns> = (
  db: Tx,
  rows: ReadList<C>['rows'],
  when: { now: Temporal.Instant; today: string },
) => Promise<Imported>

const list = <C extends Columns>(name: string, columns: C, save: Save<C>): List => ({
  columns,
  read: (csv) => {
    const { rows, errors } = readList(csv, columns)
    return { errors, save: (db, now) => audited(db, name, now, (when) => save(db, rows, when)) }
  },
})

async function audited(
  db: Tx,
  name: string,
  now: Temporal.Instant,
  save: (when: { now: Temporal.Instant; today: string }) => Promise<Imported>,
): Promise<Imported> {
  const imported = await save({ now, today: localDate(now, BUSINESS_ZONE).toString() })
  const { added, changed } = imported
  const entry = { action: 'list.imported', subject: `list:${name}`, detail: { added, changed } }
  if (added + changed > 0) await appendAudit(db, [entry], { at: dateOf(now), memberId: null })
  return imported
}

export const lists: Record<string, List> = {
  people: list('people', peopleColumns, importPeople),
  products: list('products', productColumns, importProducts),
  customers: list('customers', customerColumns, importCustomers),
}
