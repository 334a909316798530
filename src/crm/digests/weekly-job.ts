import { isBefore, localDate, type Temporal } from '../../lib/time.ts'
import type { Job, JobCtx } from '../command.ts'
import type { Me } from '../people/me.ts'
import { meOf } from '../people/me-of.ts'
import { scopeOf } from './digest-scope.ts'
import { maySubscribe } from './subscribe.ts'
import { nextWeeklyMoment, weekToTell } from './weekly-moment.ts'

/** The weekly digest to every conversation that subscribed, in the zone and with the rights of whoever subscribed it. */
export const weeklyDigests: Job = {
  name: 'digests.weekly',
  next: async (ctx, after) => {
    const zones = await ctx.db.orgUnit.findMany({
      where: { members: { some: { id: { in: await subscribers(ctx) } } } },
      distinct: ['zone'],
      select: { zone: true },
    })
    return zones
      .map(({ zone }) => nextWeeklyMoment(after, ctx.rules.weeklyDigestHour, zone))
      .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
  },
  run: async (ctx, at) => {
    for (const subscription of await ctx.db.subscription.findMany({ where: { digest: 'weekly' } })) {
      const me = await subscriberNow(ctx, subscription.subscribedById)
      const subject = me && subjectFor(ctx, me, at)
      if (!me || !subject) continue
      const { platform, conversation, address } = subscription
      ctx.owed.push({ subject, to: [], places: [{ platform, conversation, address, readerId: me.id }] })
    }
  },
}

async function subscribers({ db }: JobCtx): Promise<number[]> {
  const rows = await db.subscription.findMany({
    distinct: ['subscribedById'],
    select: { subscribedById: true },
  })
  return rows.map(({ subscribedById }) => subscribedById)
}

/** The subscriber, while they are there and may still subscribe. */
async function subscriberNow({ db, now }: JobCtx, memberId: number): Promise<Me | null> {
  const me = await meOf(db, memberId, localDate(now, 'UTC').toString())
  return me && maySubscribe.includes(me.role) ? me : null
}

/** The digest that goes out at this moment; none where a later one is due already. */
function subjectFor({ now, rules }: JobCtx, me: Me, at: Temporal.Instant): string | null {
  const week = weekToTell(at, rules.weeklyDigestHour, me.zone)
  if (!week || !isBefore(now, nextWeeklyMoment(at, rules.weeklyDigestHour, me.zone))) return null
  const { kind, code } = scopeOf(me)
  return `digest:weekly:${kind}:${code}:${week.id}`
}
