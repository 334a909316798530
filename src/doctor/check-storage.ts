import type { DatabasePlace, Look } from '../db/look-node.ts'
import type { Migration } from '../db/migrate.ts'
import { sha256 } from '../lib/sha256.ts'
import { bad, type Finding, good, mind } from './finding.ts'

const mebibyte = 1024 * 1024
const least = { sound: 100 * mebibyte, comfortable: 1024 * mebibyte }

export function checkPlace({ file, exists, isWritable, freeBytes }: DatabasePlace): Finding[] {
  return [
    ...(exists ? [] : [mind(`${file} is not there yet`, '`npm run people` or `npm start` makes it')]),
    ...(isWritable
      ? []
      : [bad(`${file} cannot be written`, 'give the service’s user the right to write it and its folder')]),
    roomFinding(freeBytes),
  ]
}

function roomFinding(freeBytes: number): Finding {
  const says = `${Math.floor(freeBytes / mebibyte).toLocaleString('en')} MB are free on its disk`
  const mend = 'make room: without it nothing can be saved'
  if (freeBytes < least.sound) return bad(says, mend)
  return freeBytes < least.comfortable ? mind(says, mend) : good(says)
}

/** Whether the database is whole, safe and up to date. */
export async function checkStorage(look: Look, migrations: Migration[]): Promise<Finding[]> {
  const problems = look('PRAGMA quick_check(5)').map((row) => String(Object.values(row)[0]))
  if (problems.join() !== 'ok')
    return [bad(`the database is damaged: ${problems.join('; ')}`, 'stop the service and restore a backup')]
  const [mode] = Object.values(look('PRAGMA journal_mode')[0] ?? {})
  return [
    good('the database is whole (quick_check)'),
    mode === 'wal'
      ? good('journal mode WAL')
      : mind(`journal mode ${mode}, not WAL`, 'the service changes it when it starts'),
    ...(await migrationFindings(look, migrations)),
  ]
}

async function migrationFindings(look: Look, migrations: Migration[]): Promise<Finding[]> {
  const applied = appliedMigrations(look)
  const names = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !names.has(name))
  if (unknown.length > 0)
    return [
      bad(
        `the database is newer than this version: it has ${unknown.join(', ')}`,
        'install the later version',
      ),
    ]
  const checksums = await Promise.all(migrations.map(({ sql }) => sha256(sql)))
  const changed = migrations.filter(({ name }, i) => applied.has(name) && applied.get(name) !== checksums[i])
  if (changed.length > 0)
    return [
      bad(
        `changed after it had been applied: ${changed.map(({ name }) => name).join(', ')}`,
        'restore the file in prisma/migrations as it was released',
      ),
    ]
  const pending = migrations.filter(({ name }) => !applied.has(name))
  if (pending.length === 0) return [good(`all ${migrations.length} migrations are applied`)]
  const says = `migrations to come: ${pending.map(({ name }) => name).join(', ')}`
  return [mind(says, '`npm start` applies them; make a backup first')]
}

function appliedMigrations(look: Look): Map<string, string> {
  if (!hasTables(look, ['Migration'])) return new Map()
  const rows = look('SELECT name, checksum FROM Migration')
  return new Map(rows.map(({ name, checksum }) => [String(name), String(checksum)]))
}

/** Whether these tables are there: in a database that is not up to date they may not be. */
export function hasTables(look: Look, tables: string[]): boolean {
  const rows = look("SELECT name FROM sqlite_master WHERE type = 'table'")
  const there = new Set(rows.map(({ name }) => name))
  return tables.every((table) => there.has(table))
}
