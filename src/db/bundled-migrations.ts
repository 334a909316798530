import init from '../../prisma/migrations/0001_init.sql'
import customerSearch from '../../prisma/migrations/0002_customer_search.sql'
import draftShown from '../../prisma/migrations/0003_draft_shown.sql'
import lastLookup from '../../prisma/migrations/0004_last_lookup.sql'
import customersIndexedAnew from '../../prisma/migrations/0005_customers_indexed_anew.sql'
import type { Migration } from './migrate.ts'

/** The migrations as the bundle carries them, for a runtime without files. */
export const bundledMigrations: Migration[] = [
  { name: '0001_init', sql: init },
  { name: '0002_customer_search', sql: customerSearch },
  { name: '0003_draft_shown', sql: draftShown },
  { name: '0004_last_lookup', sql: lastLookup },
  { name: '0005_customers_indexed_anew', sql: customersIndexedAnew },
]
