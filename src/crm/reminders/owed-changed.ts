import { localDate } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'

/** The one card of all that a member owes. */
export const owedSubject = (memberCode: string): string => `owed:${memberCode}`

/** A member's digest of a day, YYYY-MM-DD. */
export const dailySubject = (memberCode: string, date: string): string => `digest:daily:${memberCode}:${date}`

/**
 * Something owed on the customer was done or came up: the cards of what the owner owes are redrawn,
 * and those of whoever leads the owner or stands in for them.
 */
export async function owedChanged(
  ctx: Pick<Ctx, 'db' | 'now' | 'changed'> & { me?: Ctx['me'] },
  customer: { officeId: number; ownerId: number | null },
): Promise<void> {
  const members = await ctx.db.member.findMany({
    where: {
      OR: [
        { id: { in: [customer.ownerId, ctx.me?.id].filter((id) => typeof id === 'number') } },
        { team: { some: { id: customer.ownerId ?? -1 } } },
        { standsInFor: { some: { memberId: customer.ownerId ?? -1, cancelledAt: null } } },
        { role: 'office_head', unitId: customer.officeId },
        { role: 'unit_manager', unit: { children: { some: { id: customer.officeId } } } },
      ],
    },
    select: { code: true, unit: { select: { zone: true } } },
  })
  for (const { code, unit } of members) {
    ctx.changed.add(owedSubject(code))
    ctx.changed.add(dailySubject(code, localDate(ctx.now, unit.zone).toString()))
  }
}
