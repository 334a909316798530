import { BUSINESS_ZONE, localDate, type Temporal } from '../lib/time.ts'
import type { Tx } from './context.ts'
import type { Columns } from './lists/columns.ts'
import type { Imported } from './lists/imported.ts'
import { type ReadList, readList } from './lists/read-list.ts'
import { importPeople } from './people/import-people.ts'
import { peopleColumns } from './people/people-columns.ts'

/** What a company has in spreadsheets and brings along. */
export interface List {
  columns: Columns
  /** Reads a CSV text. `save` writes all of it in the given transaction, or nothing where it finds errors. */
  read(
    csv: string,
  ): Pick<ReadList<Columns>, 'errors'> & { save(db: Tx, now: Temporal.Instant): Promise<Imported> }
}

const list = <C extends Columns>(
  columns: C,
  save: (db: Tx, rows: ReadList<C>['rows'], now: Temporal.Instant) => Promise<Imported>,
): List => ({
  columns,
  read: (csv) => {
    const { rows, errors } = readList(csv, columns)
    return { errors, save: (db, now) => save(db, rows, now) }
  },
})

export const lists: Record<string, List> = {
  people: list(peopleColumns, (db, rows, now) =>
    importPeople(db, rows, localDate(now, BUSINESS_ZONE).toString()),
  ),
}
