import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'

const now = new Date('2026-11-22T00:00:00Z')
const first = {
  name: '0001_shops',
  sql: 'CREATE TABLE Shop (id INTEGER PRIMARY KEY); INSERT INTO Shop VALUES (1);',
}
const second = {
  name: '0002_visits',
  sql: `CREATE TABLE Visit (shop INTEGER REFERENCES Shop (id) ON DELETE CASCADE);
    CREATE TRIGGER seen AFTER INSERT ON Visit BEGIN DELETE FROM Shop WHERE id = 2; INSERT INTO Shop VALUES (2); END;
    INSERT INTO Visit VALUES (1);`,
}

let db: SqlDriverAdapter
const rows = async (sql: string) => (await db.queryRaw({ sql, args: [], argTypes: [] })).rows.flat()

beforeEach(async () => {
  db = await new PrismaBetterSqlite3({ url: ':memory:' }).connect()
})

test('applies what is new, in order, once', async () => {
  expect(await migrate(db, [first], now)).toEqual(['0001_shops'])
  expect(await migrate(db, [first, second], now)).toEqual(['0002_visits'])
  expect(await migrate(db, [first, second], now)).toEqual([])
  expect(await rows('SELECT id FROM Shop')).toEqual([1, 2])
})

test('a migration that fails half-way leaves nothing, and those before it stay', async () => {
  const broken = { name: '0002_broken', sql: 'CREATE TABLE Half (id INTEGER); SELECT nonsense;' }
  await expect(migrate(db, [first, broken], now)).rejects.toThrow()
  expect(await rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")).toEqual([
    'Migration',
    'Shop',
  ])
  expect(await migrate(db, [first, second], now)).toEqual(['0002_visits'])
})

test('a migration that breaks references is not applied', async () => {
  await db.executeScript('PRAGMA foreign_keys=OFF')
  const careless = { name: '0003_careless', sql: 'DELETE FROM Shop' }
  await expect(migrate(db, [first, second, careless], now)).rejects.toThrow(
    '0003_careless breaks 1 references',
  )
  expect(await rows('SELECT id FROM Shop')).toEqual([1, 2])
})

test('a migration changed afterwards, or one of a later version, stops the start', async () => {
  await migrate(db, [first, second], now)
  const changed = { ...first, sql: `${first.sql} ` }
  await expect(migrate(db, [changed, second], now)).rejects.toThrow('0001_shops was changed')
  await expect(migrate(db, [first], now)).rejects.toThrow('newer than this version: it has 0002_visits')
})
