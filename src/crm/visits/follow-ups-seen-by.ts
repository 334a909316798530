import type { Ctx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { todayOf } from '../today-of.ts'
import { dueFollowUps, type FollowUp } from './due-follow-ups.ts'

export interface SeenFollowUp extends FollowUp {
  /** Whose it is. */
  by: { name: string; nameEn: string }
}

/** The follow-ups due by today that the person may see: their own, their people's, those of the pool. */
export async function followUpsSeenBy(ctx: Ctx): Promise<SeenFollowUp[]> {
  const due = await dueFollowUps(ctx.db, { officeIds: ctx.me.offices }, todayOf(ctx))
  const seen = due.filter(({ customer }) => maySee(ctx.me, customer))
  const ids = [...new Set(seen.map(({ memberId }) => memberId))]
  const people = await ctx.db.member.findMany({ where: { id: { in: ids } } })
  const byId = new Map(people.map((member) => [member.id, member]))
  return seen.flatMap((followUp) => {
    const by = byId.get(followUp.memberId)
    return by ? [{ ...followUp, by }] : []
  })
}
