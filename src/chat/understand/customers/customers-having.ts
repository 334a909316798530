import { Prisma } from '#prisma'
import type { Ctx } from '../../../crm/context.ts'
import { scopeOf } from '../../../crm/customers/search-scope.ts'
import { visibleSql } from '../../../crm/people/visibility.ts'
import { nameHas, within } from '../../../db/customer-search-tokens.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import type { CustomerNamed } from './mention.ts'

const MOST = 50

/** Customers the person may see whose name has all of the letters together. */
export async function customersHaving(
  ctx: Pick<Ctx, 'db' | 'me'>,
  letters: string,
): Promise<CustomerNamed[]> {
  if (letters.length < 3) return []
  const found = await ctx.db.$queryRaw<CustomerNamed[]>(Prisma.sql`
    SELECT c.id, c.code, c.name, c.nameEn FROM CustomerSearch JOIN Customer c ON c.id = CustomerSearch.rowid
    WHERE CustomerSearch MATCH ${within(scopeOf(ctx.me), nameHas(letters))} AND ${visibleSql(ctx.me)} LIMIT ${MOST}`)
  return found.filter(({ name }) => lettersOf(name).includes(letters))
}
