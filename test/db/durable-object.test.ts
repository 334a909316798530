import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrationsOnDisk } from '../../src/db/migrations-node.ts'
import { openDatabase } from '../../src/db/open-node.ts'

const types = ['BIGINT', 'BOOLEAN', 'DATETIME', 'INTEGER', 'REAL', 'TEXT']

test('a column’s name tells its type, in whatever table it is', async () => {
  const { db, close } = await openDatabase(':memory:')
  const columns = await db.$queryRaw<{ column: string; types: string }[]>`
    SELECT c.name AS column, group_concat(DISTINCT c.type) AS types
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'CustomerSearch%'
    GROUP BY c.name`
  expect(columns.length).toBeGreaterThan(100)
  expect(columns.filter((column) => !types.includes(column.types))).toEqual([])
  await close()
})

test('every migration is bundled, in order', () => {
  const bundle = readFileSync(new URL('../../src/db/bundled-migrations.ts', import.meta.url), 'utf8')
  const named = [...bundle.matchAll(/\{ name: '([^']+)', sql: (\w+) \}/g)].map(([, name, imported]) => {
    const file = new RegExp(`^import ${imported} from '../../prisma/migrations/(.+)\\.sql'$`, 'm').exec(
      bundle,
    )?.[1]
    return [name, file]
  })
  expect(named).toEqual(migrationsOnDisk().map(({ name }) => [name, name]))
})
