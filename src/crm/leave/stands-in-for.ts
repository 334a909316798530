import { Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { overlapping, type Span } from './overlapping.ts'

/** Somebody's leave during which another was named to stand in. */
export interface StandsInFor {
  leaveId: number
  memberId: number
  name: string
  nameEn: string
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** For whom a member was named to stand in at some time of the span. */
export async function standsInForDuring(db: Tx, memberId: number, span: Span): Promise<StandsInFor[]> {
  const leaves = await overlapping(db, { standInId: memberId }, span)
  return leaves.map(({ id, member, fromDate, toDate }) => ({
    leaveId: id,
    memberId: member.id,
    name: member.name,
    nameEn: member.nameEn,
    from: Temporal.PlainDate.from(fromDate),
    to: Temporal.PlainDate.from(toDate),
  }))
}
