import type { Prisma } from '#prisma'
import type { Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { covers } from './covers.ts'

export type LeaveRow = Prisma.LeaveGetPayload<object>

/** The leave a member is on at that local time, or null. */
export async function leaveOf(
  db: Tx,
  memberId: number,
  local: Temporal.PlainDateTime,
): Promise<LeaveRow | null> {
  const leaves = await db.leave.findMany({ where: { memberId, ...holdingOn(local.toPlainDate()) } })
  return leaves.find((leave) => covers(leave, local)) ?? null
}

export const isOnLeave = async (db: Tx, memberId: number, local: Temporal.PlainDateTime): Promise<boolean> =>
  (await leaveOf(db, memberId, local)) !== null

/** Members for whom someone stands in on that day, half days included. */
export async function standsInFor(db: Tx, standInId: number, today: string): Promise<number[]> {
  const leaves = await db.leave.findMany({
    where: { standInId, cancelledAt: null, fromDate: { lte: today }, toDate: { gte: today } },
    select: { memberId: true },
  })
  return [...new Set(leaves.map(({ memberId }) => memberId))]
}

export const holdingOn = (day: Temporal.PlainDate): Prisma.LeaveWhereInput => ({
  cancelledAt: null,
  fromDate: { lte: day.toString() },
  toDate: { gte: day.toString() },
})
