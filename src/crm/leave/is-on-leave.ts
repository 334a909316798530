import type { Prisma } from '#prisma'
import type { Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { covers } from './covers.ts'

export type LeaveRow = Prisma.LeaveGetPayload<object>

/** Whether a member is on leave at that local time. */
export async function isOnLeave(db: Tx, memberId: number, local: Temporal.PlainDateTime): Promise<boolean> {
  const day = local.toPlainDate().toString()
  const leaves = await db.leave.findMany({ where: { memberId, ...holdingOn(day) } })
  return leaves.some((leave) => covers(leave, local))
}

/** Members for whom someone stands in on that day, half days included. */
export async function standsInFor(db: Tx, standInId: number, today: string): Promise<number[]> {
  const leaves = await db.leave.findMany({
    where: { standInId, ...holdingOn(today) },
    select: { memberId: true },
  })
  return [...new Set(leaves.map(({ memberId }) => memberId))]
}

const holdingOn = (day: string): Prisma.LeaveWhereInput => ({
  cancelledAt: null,
  fromDate: { lte: day },
  toDate: { gte: day },
})
