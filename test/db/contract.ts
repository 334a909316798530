import type { DatabasePromise } from './contract/database-promise.ts'
import { queue } from './contract/one-queue.ts'
import { raw } from './contract/raw-sql.ts'
import { refusals } from './contract/refusals.ts'
import { together } from './contract/together.ts'
import { values } from './contract/values.ts'

/** What the business relies on in a database, whatever the driver. */
export const databaseContract: DatabasePromise[] = [...values, ...refusals, ...together, ...queue, ...raw]
