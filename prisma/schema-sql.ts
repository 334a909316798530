import { readFileSync } from 'node:fs'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

// Prints the SQL of the next migration:
//   git show HEAD:prisma/schema.prisma > .data/old.prisma
//   node prisma/schema-sql.ts .data/old.prisma prisma/schema.prisma > prisma/migrations/0007_what_changes.sql

/** The SQL that takes a database from the old schema to the new one; null: from an empty database. */
export async function schemaSql(oldSchema: string | null, newSchema: string): Promise<string> {
  const memory = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ':memory:' }))
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, memory)
  const { stdout } = await engine.diff({
    from: oldSchema === null ? { tag: 'empty' } : datamodel(oldSchema),
    to: datamodel(newSchema),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}

const datamodel = (content: string) => ({
  tag: 'schemaDatamodel' as const,
  files: [{ path: 'schema.prisma', content }],
})

if (import.meta.main) {
  const schemas = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'))
  const [newSchema, oldSchema = null] = schemas.reverse()
  if (!newSchema) throw new Error('usage: node prisma/schema-sql.ts [OLD.prisma] NEW.prisma')
  process.stdout.write(await schemaSql(oldSchema, newSchema))
}
