import { Prisma } from '#prisma'
import type { Tx } from '../context.ts'

/** `HT-2026-0031`: prefix, year, running number. The running number grows beyond four digits where a year needs it. */
export const contractNumber = (prefix: string, year: number, running: number): string =>
  `${prefix}-${year}-${String(running).padStart(4, '0')}`

/**
 * The next number of a year: one more than the highest ever given. None is reused, since no contract is ever deleted:
 * those that came to nothing stay, rejected or withdrawn.
 */
export async function nextContractNumber(db: Tx, prefix: string, year: number): Promise<string> {
  const stem = `${prefix}-${year}-`
  const [row] = await db.$queryRaw<{ last: number | bigint | null }[]>(Prisma.sql`
    SELECT MAX(CAST(substr(number, ${stem.length + 1}) AS INTEGER)) AS last
    FROM Contract WHERE number > ${stem} AND number < ${`${prefix}-${year}.`}`)
  return contractNumber(prefix, year, Number(row?.last ?? 0) + 1)
}
