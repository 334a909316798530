import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { serialAdapter } from '../../src/db/serial-adapter.ts'

const query = (sql: string) => ({ sql, args: [], argTypes: [] })
const insert = (id: string) => query(`INSERT INTO inbox VALUES ('${id}')`)

let db: SqlDriverAdapter
const ids = async () => (await db.queryRaw(query('SELECT id FROM inbox ORDER BY rowid'))).rows.flat()

/** As the client ends a transaction: the statement, then the call. */
const end = async (tx: Transaction, how: 'COMMIT' | 'ROLLBACK') => {
  await tx.executeRaw(query(how))
  await (how === 'COMMIT' ? tx.commit() : tx.rollback())
}

beforeEach(async () => {
  db = serialAdapter(await new PrismaBetterSqlite3({ url: ':memory:' }).connect())
  await db.executeScript('CREATE TABLE inbox (id TEXT PRIMARY KEY)')
})

describe('one queue of writes', () => {
  test('an inbox row written while the transaction of another message is open survives its rollback', async () => {
    const other = await db.startTransaction()
    await other.executeRaw(insert('effect of the other message'))
    const accepted = db.executeRaw(insert('accepted'))
    await other.executeRaw(insert('one more effect'))
    await end(other, 'ROLLBACK')
    await accepted
    expect(await ids()).toEqual(['accepted'])
  })

  test('nobody reads what may yet be rolled back', async () => {
    const tx = await db.startTransaction()
    await tx.executeRaw(insert('effect'))
    const seen = ids()
    await end(tx, 'ROLLBACK')
    expect(await seen).toEqual([])
  })

  test('transactions take turns, in the order in which they were asked for', async () => {
    const names = ['first', 'second', 'third']
    await Promise.all(
      names.map(async (name) => {
        const tx = await db.startTransaction()
        await tx.executeRaw(insert(`${name} begins`))
        await new Promise((resolve) => setTimeout(resolve, 1))
        await tx.executeRaw(insert(`${name} ends`))
        await end(tx, 'COMMIT')
      }),
    )
    expect(await ids()).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]))
  })

  test('a statement that fails lets the next one in', async () => {
    await db.executeRaw(insert('once'))
    await expect(db.executeRaw(insert('once'))).rejects.toThrow()
    const tx = await db.startTransaction()
    await end(tx, 'COMMIT')
    expect(await ids()).toEqual(['once'])
  })

  test('a commit that fails leaves no transaction open', async () => {
    await db.executeScript(
      'CREATE TABLE line (report INTEGER REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED); CREATE TABLE report (id INTEGER PRIMARY KEY)',
    )
    const tx = await db.startTransaction()
    await tx.executeRaw(query('INSERT INTO line VALUES (1)'))
    await expect(tx.executeRaw(query('COMMIT'))).rejects.toThrow()
    await tx.rollback()
    await db.executeRaw(insert('accepted'))
    const next = await db.startTransaction()
    await end(next, 'ROLLBACK')
    expect(await ids()).toEqual(['accepted'])
  })
})
