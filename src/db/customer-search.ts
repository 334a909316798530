import type { Prisma } from '#prisma'
import { latinTokens, nameTokens, scopeTokens } from './customer-search-tokens.ts'

/** What the index knows of a customer, in normalised letters. */
export interface SearchEntry {
  id: number
  officeId: number
  ownerId: number | null
  core: string
  name: string
  /** Pinyin by syllables, initials by letters, the English name by words. */
  latin: string[][]
  keys: { key: string; kind: string }[]
}

/** Puts customers into the search index and the table of keys, in place of what was there of them. */
export async function putSearchEntries(db: Prisma.TransactionClient, entries: SearchEntry[]): Promise<void> {
  const rows = entries.map(({ id, officeId, ownerId, core, name, latin }) => [
    id,
    scopeTokens(officeId, ownerId),
    nameTokens(core),
    nameTokens(name === core ? '' : name),
    latinTokens(latin),
  ])
  await db.$executeRaw`
    INSERT OR REPLACE INTO CustomerSearch (rowid, scope, core, name, latin)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(${JSON.stringify(rows)})`
  await putKeys(db, entries)
}

async function putKeys(db: Prisma.TransactionClient, entries: SearchEntry[]): Promise<void> {
  const ids = JSON.stringify(entries.map(({ id }) => id))
  const rows = entries.flatMap(({ id, officeId, keys }) =>
    keys.map(({ key, kind }) => [key, officeId, id, kind]),
  )
  await db.$executeRaw`DELETE FROM CustomerKey WHERE customerId IN (SELECT value FROM json_each(${ids}))`
  await db.$executeRaw`
    INSERT INTO CustomerKey (key, officeId, customerId, kind)
    SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(${JSON.stringify(rows)})`
}

/** Takes a customer out of the search index; its keys go with the row. */
export async function removeSearchEntry(db: Prisma.TransactionClient, id: number): Promise<void> {
  await db.$executeRaw`DELETE FROM CustomerSearch WHERE rowid = ${id}`
}
