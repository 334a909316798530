import { Prisma } from '#prisma'

/** Area and country codes are not always written. */
const SIGNIFICANT = 11

/** Customers `c` with a key `k` that have a telephone number ending in these digits, themselves or a contact of theirs. */
export function numberSql(digits: string): Prisma.Sql {
  const ending = `%${digits.slice(-SIGNIFICANT)}`
  return Prisma.sql`k.key = ${digits.slice(-4)} AND (
    ${bare('c.phone')} LIKE ${ending} OR ${bare('c.financePhone')} LIKE ${ending}
    OR EXISTS (SELECT 1 FROM Contact p WHERE p.customerId = c.id
      AND (${bare('p.mobile')} LIKE ${ending} OR ${bare('p.phone')} LIKE ${ending})))`
}

const bare = (column: string) => Prisma.raw(`replace(replace(replace(${column}, '-', ''), ' ', ''), '+', '')`)
