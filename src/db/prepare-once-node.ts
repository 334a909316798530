import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { Database, Statement } from 'better-sqlite3'

/** Beyond these the one that was used longest ago goes: lists in a statement make many of it. */
const MOST_KEPT = 500

/** The part of a connection to SQLite that the adapter asks for statements. */
export interface Prepares {
  prepare(sql: string): Pick<Statement, 'run'>
}

/** The connection that the adapter holds. */
export const clientOf = (adapter: SqlDriverAdapter): Prepares =>
  (adapter as unknown as { client: Database }).client

/**
 * Keeps statements prepared: for a short query preparing takes as long as running it. For when the tables are as they
 * will stay: of a statement that is kept the columns are, too.
 */
export function prepareOnce(client: Prepares): void {
  const prepare = client.prepare.bind(client) as Database['prepare']
  const kept = new Map<string, Reusable>()
  client.prepare = (sql) => {
    const statement = kept.get(sql) ?? reusable(prepare(sql))
    kept.delete(sql)
    kept.set(sql, statement)
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return statement
  }
}

type Reusable = ReturnType<typeof reusable>

/** The adapter binds before it runs, and what SQLite has bound stays bound: here the arguments come as it runs. */
function reusable(statement: Statement) {
  const { reader } = statement
  const columns = reader ? statement.raw().columns() : []
  return {
    run: () => statement.run(),
    bind: (args: unknown[]) => ({
      reader,
      columns: () => columns,
      raw: () => ({ all: () => statement.all(args) }),
      run: () => statement.run(args),
    }),
  }
}
