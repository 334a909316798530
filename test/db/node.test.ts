import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open-node.ts'
import { databaseContract } from './contract.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the database under Node keeps the contract', () => {
  for (const { that, run, answers } of databaseContract)
    test(that, { timeout: 30_000 }, async () => {
      const { db, close } = await openDatabase(path.join(folder, 'company.sqlite'))
      try {
        expect(JSON.parse(JSON.stringify(await run(db)))).toEqual(answers)
      } finally {
        await close()
      }
    })
})

describe('opening', () => {
  const file = () => path.join(folder, 'deep', 'company.sqlite')

  test('makes the folder, keeps what was written, and leaves one file', async () => {
    const first = await openDatabase(file())
    await first.db.setting.create({ data: { key: 'kept', value: '1' } })
    await first.close()
    const second = await openDatabase(file())
    expect(await second.db.setting.count()).toBe(1)
    await second.close()
    const alone = new Database(file())
    expect(alone.pragma('journal_mode', { simple: true })).toBe('wal')
    alone.close()
  })

  test('syncs at every commit, and enforces references', async () => {
    const { db, close } = await openDatabase(file())
    expect(await db.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }])
    expect(await db.$queryRaw`PRAGMA foreign_keys`).toEqual([{ foreign_keys: 1n }])
    await close()
  })

  test('refuses a database that cannot be in WAL mode', async () => {
    const temporary = ''
    await expect(openDatabase(temporary)).rejects.toThrow(
      'must be in WAL mode, but this one stays in mode delete',
    )
  })

  test('while another process holds the lock a write fails, and the next one after it is kept', async () => {
    const { db, close } = await openDatabase(file())
    const other = new Database(file())
    other.exec('BEGIN IMMEDIATE')
    const write = (key: string) => db.$transaction((tx) => tx.setting.create({ data: { key, value: '1' } }))
    await expect(write('refused')).rejects.toMatchObject({ code: 'P1008' })
    other.exec('ROLLBACK')
    await write('kept')
    expect((await db.setting.findMany()).map(({ key }) => key)).toEqual(['kept'])
    other.close()
    await close()
  })

  test('in memory every database is its own', async () => {
    const [a, b] = await Promise.all([openDatabase(':memory:'), openDatabase(':memory:')])
    await a.db.setting.create({ data: { key: 'a', value: '1' } })
    expect(await b.db.setting.count()).toBe(0)
    await Promise.all([a.close(), b.close()])
  })
})
