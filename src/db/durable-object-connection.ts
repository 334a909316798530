import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { driverErrorOf } from './driver-error.ts'
import { boundTo } from './object-bindings.ts'

/** The part of a Durable Object's storage that a database needs. */
export interface ObjectStorage {
  sql: { exec(query: string, ...bindings: (string | number | null)[]): Rows }
  transaction<T>(work: (transaction: { rollback(): void }) => Promise<T>): Promise<T>
}

interface Rows {
  columnNames: string[]
  raw(): Iterable<unknown[]>
}

const provider = 'sqlite'
const adapterName = 'durable-object'

/** As many as the client allows SQLite anywhere, so that a list too long for one runtime is too long for both. */
const maxBindValues = 999

/** A Prisma connection on a Durable Object's SQLite, with real transactions. */
export function durableObjectConnection(storage: ObjectStorage): SqlDriverAdapter {
  const statements = statementsOn(storage.sql)
  return {
    provider,
    adapterName,
    ...statements,
    startTransaction: () => openTransaction(storage, statements),
    getConnectionInfo: () => ({ maxBindValues, supportsRelationJoins: false }),
    dispose: async () => {},
  }
}

/** Held open until it is committed or rolled back; the storage ends it when the function it was given does. */
async function openTransaction(storage: ObjectStorage, statements: Statements): Promise<Transaction> {
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
    provider,
    adapterName,
    ...statements,
    options: { usePhantomQuery: true },
    commit: () => end('commit'),
    rollback: () => end('rollback'),
  }
}

type Statements = Pick<SqlDriverAdapter, 'queryRaw' | 'executeRaw' | 'executeScript'>

function statementsOn(sql: ObjectStorage['sql']): Statements {
  let declared: Map<string, ColumnType> | undefined
  const exec = <T>({ sql: text, args, argTypes }: SqlQuery, take: (rows: Rows) => T): T => {
    try {
      const bound = boundTo(text, args, argTypes)
      return take(sql.exec(bound.sql, ...bound.values))
    } catch (error) {
      throw new DriverAdapterError(driverErrorOf(error as Error))
    }
  }
  return {
    queryRaw: async (query) => {
      declared ??= declaredTypes(sql)
      return exec(query, (rows) => resultSet(rows.columnNames, [...rows.raw()], declared!))
    },
    // The storage counts index rows as written too, so SQLite is asked for the changes.
    executeRaw: async (query) =>
      exec(query, (rows) => {
        void [...rows.raw()]
        return Number([...sql.exec('SELECT changes()').raw()][0]![0])
      }),
    executeScript: async (script) => {
      declared = undefined
      exec({ sql: script, args: [], argTypes: [] }, () => {})
    },
  }
}

const typeOf: Record<string, ColumnType> = {
  TEXT: ColumnTypeEnum.Text,
  INTEGER: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  BOOLEAN: ColumnTypeEnum.Boolean,
  DATETIME: ColumnTypeEnum.DateTime,
  REAL: ColumnTypeEnum.Double,
}

/** The storage does not tell the types of a result's columns, so their names do: in the schema a name has one type. */
function declaredTypes(sql: ObjectStorage['sql']): Map<string, ColumnType> {
  const columns = sql.exec(
    `SELECT c.name, c.type FROM sqlite_schema t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT GLOB '_cf_*'`,
  )
  const known = [...columns.raw()] as [string, string][]
  return new Map(known.flatMap(([name, type]) => (typeOf[type] === undefined ? [] : [[name, typeOf[type]]])))
}

function resultSet(
  columnNames: string[],
  rows: unknown[][],
  declared: Map<string, ColumnType>,
): SqlResultSet {
  for (const row of rows) row.forEach(refuseRounded)
  return {
    columnNames,
    columnTypes: columnNames.map((name, i) => declared.get(name) ?? typeOfValue(rows, i)),
    rows,
  }
}

function typeOfValue(rows: unknown[][], column: number): ColumnType {
  const value = rows.find((row) => row[column] !== null)?.[column]
  return typeof value === 'number' ? ColumnTypeEnum.UnknownNumber : ColumnTypeEnum.Text
}

/** The storage gives integers as numbers; one that large may not be the one that is stored. */
function refuseRounded(value: unknown): void {
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new RangeError(`an integer beyond ±(2^53 - 1) cannot be read exactly: ${value}`)
}
