import type { Prisma } from '#prisma'

/** A value that is bound may be no longer than two megabytes where the company lives in an object of its own. */
const ROWS_AT_ONCE = 1000

/**
 * Inserts many rows of one table, all with the same columns, in few statements: their values travel as one JSON
 * text, so that no limit of bound values is met. Written as the client would write them.
 */
export async function insertRows<Row extends object>(
  db: Prisma.TransactionClient,
  table: Prisma.ModelName,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!) as (keyof Row & string)[]
  const values = columns.map((_, index) => `value->>${index}`).join(', ')
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const batch = rows.slice(i, i + ROWS_AT_ONCE).map((row) => columns.map((column) => stored(row[column])))
    await db.$executeRawUnsafe(sql, JSON.stringify(batch))
  }
}

const stored = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  return typeof value === 'bigint' ? Number(value) : (value ?? null)
}
