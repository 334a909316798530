import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const schema = fileURLToPath(new URL('schema.prisma', import.meta.url))
const prisma = fileURLToPath(new URL('../node_modules/prisma/build/index.js', import.meta.url))

// Generating needs no engine, but the tool tries to download one unless the variable names a file that exists.
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: schema, CHECKPOINT_DISABLE: '1' }

const { status, stdout, stderr, error } = spawnSync(
  process.execPath,
  [prisma, 'generate', '--no-hints', '--schema', schema],
  { env, encoding: 'utf8' },
)
if (status !== 0) {
  console.error('The database client could not be generated from prisma/schema.prisma.')
  console.error(error ?? `${stdout}${stderr}`)
  process.exit(1)
}
