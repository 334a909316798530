import { readdirSync, readFileSync } from 'node:fs'
import type { Migration } from './migrate.ts'

const folder = new URL('../../prisma/migrations/', import.meta.url)

/** The migrations as they lie on disk, in order. */
export const migrationsOnDisk = (): Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.sql$/, ''),
      sql: readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n'),
    }))
