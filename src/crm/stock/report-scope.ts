import { Prisma } from '#prisma'
import type { Me } from '../people/me.ts'
import { visibleSql, visibleTo } from '../people/visibility.ts'

/** Whose reports: every condition that is given holds. None: the whole company's. */
export interface ReportScope {
  customerId?: number
  ownerId?: number
  officeIds?: number[]
  /** What this person may see. */
  seenBy?: Me
}

export const scopeWhere = ({
  customerId,
  ownerId,
  officeIds,
  seenBy,
}: ReportScope): Prisma.CustomerWhereInput => ({
  AND: [
    customerId === undefined ? {} : { id: customerId },
    ownerId === undefined ? {} : { ownerId },
    officeIds === undefined ? {} : { officeId: { in: officeIds } },
    seenBy === undefined ? {} : visibleTo(seenBy),
  ],
})

/** The same over the customer table under the alias `c`. */
export function scopeSql({ customerId, ownerId, officeIds, seenBy }: ReportScope): Prisma.Sql {
  const conditions = [
    customerId !== undefined && Prisma.sql`c.id = ${customerId}`,
    ownerId !== undefined && Prisma.sql`c.ownerId = ${ownerId}`,
    officeIds !== undefined && Prisma.sql`c.officeId IN (${Prisma.join([-1, ...officeIds])})`,
    seenBy !== undefined && visibleSql(seenBy),
  ].filter((condition) => condition !== false)
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`1`
}
