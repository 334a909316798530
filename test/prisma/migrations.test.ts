import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { schemaSql } from '../../prisma/schema-sql.ts'
import { migrationsOnDisk } from '../../src/db/migrations-node.ts'

const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')
const grownSchema = schema.replace('model Setting {', 'model Setting {\n  note String?')
const migrations = migrationsOnDisk().map(({ sql }) => sql)

/** Columns, references and indexes of the schema's tables, whatever the order in which columns were added. */
const SHAPE = `
  SELECT json_array('column', t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk)
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'
  UNION ALL
  SELECT json_array('reference', t.name, f."from", f."table", f."to", f.on_delete, f.on_update)
    FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
  UNION ALL
  SELECT json_array('index', t.name, i.name, i."unique", (SELECT json_group_array(name) FROM pragma_index_info(i.name)))
    FROM sqlite_schema t JOIN pragma_index_list(t.name) i WHERE t.type = 'table'
  ORDER BY 1`

function shapeOf(...scripts: string[]): Map<string, string[]> {
  const db = new Database(':memory:')
  for (const script of scripts) db.exec(script)
  const lines = db.prepare(SHAPE).pluck().all() as string[]
  return Map.groupBy(lines, (line) => (JSON.parse(line) as string[])[1]!)
}

test('a database that went through the migrations has the shape of the schema', async () => {
  const wanted = shapeOf(await schemaSql(null, schema))
  const migrated = shapeOf(...migrations)
  expect(wanted.size).toBeGreaterThan(20)
  for (const [table, shape] of wanted) expect(migrated.get(table)).toEqual(shape)
})

test('a column the migrations forgot is noticed', async () => {
  const wanted = shapeOf(await schemaSql(null, grownSchema))
  expect(shapeOf(...migrations).get('Setting')).not.toEqual(wanted.get('Setting'))
})

test('what changes between two schemas is the next migration', async () => {
  const migrated = shapeOf(...migrations, await schemaSql(schema, grownSchema))
  expect(migrated.get('Setting')).toEqual(shapeOf(await schemaSql(null, grownSchema)).get('Setting'))
})
