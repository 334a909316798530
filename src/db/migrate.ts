import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'
import { sha256 } from '../lib/sha256.ts'

/** A file of SQL. Names sort in the order of application; a file is never changed once it was applied anywhere. */
export interface Migration {
  name: string
  sql: string
}

/**
 * Applies what is not yet applied, each migration in a transaction of its own, and remembers it.
 * Takes the bare connection, before anyone else uses it. Returns the names of the migrations applied.
 */
export async function migrate(db: SqlDriverAdapter, migrations: Migration[], now: Date): Promise<string[]> {
  await db.executeScript(
    'CREATE TABLE IF NOT EXISTS Migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, appliedAt DATETIME NOT NULL)',
  )
  const known = await appliedMigrations(db)
  rejectUnknown(known, migrations)
  const applied: string[] = []
  for (const migration of migrations) {
    const checksum = await sha256(migration.sql)
    const before = known.get(migration.name)
    if (before === checksum) continue
    if (before) throw new Error(`migration ${migration.name} was changed after it had been applied`)
    await apply(db, migration, checksum, now)
    applied.push(migration.name)
  }
  return applied
}

async function appliedMigrations(db: SqlDriverAdapter): Promise<Map<string, string>> {
  const { rows } = await db.queryRaw(statement('SELECT name, checksum FROM Migration'))
  return new Map(rows as [string, string][])
}

/** A database that has been through migrations this version does not know belongs to a later version. */
function rejectUnknown(known: Map<string, string>, migrations: Migration[]): void {
  const names = new Set(migrations.map(({ name }) => name))
  const unknown = [...known.keys()].filter((name) => !names.has(name))
  if (unknown.length > 0)
    throw new Error(`the database is newer than this version: it has ${unknown.join(', ')}`)
}

async function apply(
  db: SqlDriverAdapter,
  { name, sql }: Migration,
  checksum: string,
  now: Date,
): Promise<void> {
  const tx = await db.startTransaction()
  try {
    await db.executeScript(sql)
    await rejectBrokenReferences(tx, name)
    await tx.executeRaw(
      statement(
        'INSERT INTO Migration VALUES (?, ?, ?)',
        name,
        checksum,
        now.toISOString().replace('Z', '+00:00'),
      ),
    )
  } catch (error) {
    await end(tx, 'ROLLBACK')
    throw error
  }
  await end(tx, 'COMMIT')
}

async function rejectBrokenReferences(tx: Transaction, name: string): Promise<void> {
  const { rows } = await tx.queryRaw(statement('PRAGMA foreign_key_check'))
  if (rows.length > 0)
    throw new Error(`migration ${name} breaks ${rows.length} references, first of ${rows[0]}`)
}

/** Some drivers end a transaction by a statement, the others by the call alone. */
async function end(tx: Transaction, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  if (!tx.options.usePhantomQuery) await tx.executeRaw(statement(how))
  await (how === 'COMMIT' ? tx.commit() : tx.rollback())
}

const statement = (sql: string, ...args: string[]) => ({
  sql,
  args,
  argTypes: args.map(() => ({ scalarType: 'string', arity: 'scalar' }) as const),
})
