import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open-node.ts'
import { type Prepares, prepareOnce } from '../../src/db/prepare-once-node.ts'

let db: Database.Database
let prepared: string[]
beforeEach(() => {
  db = new Database(':memory:')
  db.exec('CREATE TABLE Shop (name TEXT)')
  prepared = []
  const prepare = db.prepare.bind(db)
  const counted: Prepares['prepare'] = (sql) => {
    prepared.push(sql)
    return prepare(sql)
  }
  db.prepare = counted as typeof db.prepare
  prepareOnce(db)
})
afterEach(() => void db.close())

/** As the adapter asks. */
const run = (sql: string, ...args: unknown[]) => {
  const statement = db.prepare(sql).bind(args)
  return statement.reader
    ? [statement.columns().map(({ name }) => name), ...statement.raw().all()]
    : statement.run().changes
}

test('a statement is prepared once, whatever it is asked with', () => {
  const [insert, select] = ['INSERT INTO Shop VALUES (?)', 'SELECT name AS called FROM Shop WHERE name <> ?']
  expect([run(insert, 'Hualian'), run(insert, 'Yongsheng')]).toEqual([1, 1])
  expect(run(select, 'Hualian')).toEqual([['called'], ['Yongsheng']])
  expect(run(select, '')).toEqual([['called'], ['Hualian'], ['Yongsheng']])
  expect(prepared).toEqual([insert, select])
})

test('the one that was used longest ago goes first', () => {
  const select = (i: number) => `SELECT ${i}`
  for (let i = 0; i < 500; i++) run(select(i))
  run(select(0))
  run('SELECT 500')
  prepared.length = 0
  run(select(0))
  run(select(2))
  expect(prepared).toEqual([])
  run(select(1))
  expect(prepared).toEqual([select(1)])
})

test('the database keeps what it prepares', async () => {
  const company = await openDatabase(':memory:')
  const found = (key: string) => company.db.setting.findUnique({ where: { key } })
  await company.db.setting.create({ data: { key: 'a', value: '1' } })
  await company.db.setting.create({ data: { key: 'b', value: '2' } })
  expect([await found('a'), await found('b'), await found('c')]).toMatchObject([
    { value: '1' },
    { value: '2' },
    null,
  ])
  await company.close()
})
