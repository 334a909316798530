import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Generates the database client where it is missing, or older than the schema or the installed packages.
// Not done by a script at install: installing runs no package's scripts (.npmrc), so it needs no compiler and
// nothing but the registry.

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const changedAt = (path: string) => statSync(file(path), { throwIfNoEntry: false })?.mtimeMs ?? 0

function generate(): void {
  // Generating needs no engine, but the tool tries to download one unless the variable names a file that exists.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: file('schema.prisma'), CHECKPOINT_DISABLE: '1' }
  const prisma = [file('../node_modules/prisma/build/index.js'), 'generate', '--no-hints']
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [...prisma, '--schema', file('schema.prisma')],
    { env, encoding: 'utf8' },
  )
  if (status === 0) return
  console.error('The database client could not be generated from prisma/schema.prisma.')
  console.error(error ?? `${stdout}${stderr}`)
  process.exit(1)
}

const generatedAt = Math.min(changedAt('generated/node/client.ts'), changedAt('generated/workerd/client.ts'))
if (generatedAt < Math.max(changedAt('schema.prisma'), changedAt('../node_modules/.package-lock.json')))
  generate()
