import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { PrismaClient } from '#prisma'
import { clientOn } from './client-on.ts'
import { migrate } from './migrate.ts'
import { migrationsOnDisk } from './migrations-node.ts'
import { clientOf, prepareOnce } from './prepare-once-node.ts'

export interface OpenDatabase {
  db: PrismaClient
  close(): Promise<void>
}

/** Earlier ones can lose committed pages when the write-ahead log is reset. */
const LEAST_SQLITE = '3.51.3'
/** Another process that holds the lock stops the event loop for so long; then the write fails and is retried. */
const BUSY_MS = 1000

/** Pages kept in memory, as far as they are read: the indexes of a large company. */
const CACHE_KIB = 64 * 1024

/** Opens the company's database, a file or `:memory:`, and brings it up to date. */
export async function openDatabase(file: string): Promise<OpenDatabase> {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const connection = await new PrismaBetterSqlite3({ url: file, timeout: BUSY_MS }).connect()
  try {
    await prepare(connection, file === ':memory:' ? 'memory' : 'wal')
  } catch (error) {
    await connection.dispose()
    throw error
  }
  prepareOnce(clientOf(connection))
  const db = clientOn(connection)
  return { db, close: () => close(db, connection) }
}

async function prepare(connection: SqlDriverAdapter, journal: string): Promise<void> {
  rejectOldSqlite(await answerTo(connection, 'SELECT sqlite_version()'))
  // In rollback-journal mode a BUSY at COMMIT loses a write that was acknowledged.
  const mode = await answerTo(connection, 'PRAGMA journal_mode=WAL')
  if (mode !== journal)
    throw new Error(`the database must be in WAL mode, but this one stays in mode ${mode}`)
  await connection.executeScript(
    `PRAGMA synchronous=FULL; PRAGMA cache_size=-${CACHE_KIB}; PRAGMA foreign_keys=OFF`,
  )
  // Migrations may rebuild tables, and with foreign keys on, dropping a table deletes what refers to it.
  await migrate(connection, migrationsOnDisk(), new Date())
  await connection.executeScript('PRAGMA foreign_keys=ON; PRAGMA optimize=0x10002')
}

function rejectOldSqlite(version: string): void {
  if (version.localeCompare(LEAST_SQLITE, 'en', { numeric: true }) < 0)
    throw new Error(`SQLite ${LEAST_SQLITE} or later is needed, this is ${version}`)
}

async function answerTo(connection: SqlDriverAdapter, sql: string): Promise<string> {
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
  return String(rows[0]?.[0])
}

async function close(db: PrismaClient, connection: SqlDriverAdapter): Promise<void> {
  await db.$disconnect()
  await connection.dispose()
}
