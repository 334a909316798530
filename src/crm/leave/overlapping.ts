import type { Prisma } from '#prisma'
import type { Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'

/** Days off, both included, or half of a single one. */
export interface Span {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  half: string | null
}

/** Of the leaves meant, those that hold at some time of the span as well, with whose they are. */
export async function overlapping(db: Tx, whose: Prisma.LeaveWhereInput, { from, to, half }: Span) {
  const same = await db.leave.findMany({
    where: {
      ...whose,
      cancelledAt: null,
      fromDate: { lte: to.toString() },
      toDate: { gte: from.toString() },
    },
    include: { member: true },
    orderBy: { fromDate: 'asc' },
  })
  return same.filter((other) => !half || !other.half || other.half === half)
}
