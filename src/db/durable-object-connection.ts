import { PrismaD1 } from '@prisma/adapter-d1'
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'

/** The part of a Durable Object's storage that a database needs. */
export interface ObjectStorage {
  sql: { exec(query: string, ...bindings: unknown[]): Rows }
  transaction<T>(work: (transaction: { rollback(): void }) => Promise<T>): Promise<T>
}

interface Rows {
  columnNames: string[]
  raw(): Iterable<unknown[]>
}

/** Its own name: by D1's, the client would refuse transactions. */
const adapterName = 'durable-object'

/**
 * A Prisma connection on a Durable Object's SQLite: D1's driver over the object's storage, and real transactions,
 * which D1 has not.
 */
export async function durableObjectConnection(storage: ObjectStorage): Promise<SqlDriverAdapter> {
  const d1 = new PrismaD1(asD1(storage) as ConstructorParameters<typeof PrismaD1>[0])
  const driver = await d1.connect()
  return {
    provider: driver.provider,
    adapterName,
    queryRaw: (query) => driver.queryRaw(query),
    executeRaw: (query) => driver.executeRaw(query),
    executeScript: async (script) => void storage.sql.exec(script),
    startTransaction: () => openTransaction(storage, driver),
    getConnectionInfo: () => ({ maxBindValues: 98, supportsRelationJoins: false }),
    dispose: async () => {},
  }
}

/** Held open until it is committed or rolled back; the object's storage ends it when the function it was given does. */
async function openTransaction(storage: ObjectStorage, driver: SqlDriverAdapter): Promise<Transaction> {
  const opened = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<'commit' | 'rollback'>()
  const over = storage.transaction(async (transaction) => {
    opened.resolve()
    if ((await ended.promise) === 'rollback') transaction.rollback()
  })
  over.catch(opened.reject)
  await opened.promise
  const end = (how: 'commit' | 'rollback') => {
    ended.resolve(how)
    return over
  }
  return {
    provider: driver.provider,
    adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => driver.queryRaw(query),
    executeRaw: (query) => driver.executeRaw(query),
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  }
}

/** What D1's driver calls of a D1 database. The object counts index rows as written too, so SQLite is asked for the changes. */
const asD1 = ({ sql }: ObjectStorage) => ({
  prepare: (query: string) => ({
    bind: (...bindings: unknown[]) => ({
      raw: async () => {
        const rows = sql.exec(query, ...bindings)
        return [rows.columnNames, ...rows.raw()]
      },
      run: async () => {
        void [...sql.exec(query, ...bindings).raw()]
        const [[changes] = [0]] = [...sql.exec('SELECT changes()').raw()]
        return { meta: { changes } }
      },
    }),
  }),
})
