import type { Card } from '../../../cards/card.ts'
import { dailyDigestCard } from '../../../cards/digest-daily-card.ts'
import { weeklyDigestCard } from '../../../cards/digest-weekly-card.ts'
import { lastFinished, periodOf } from '../../lib/period.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { dailySubject } from '../reminders/owed-changed.ts'
import { todayOf } from '../today-of.ts'
import { dailyDigest } from './daily-digest.ts'
import { type DigestScope, scopeNamed, scopeOf } from './digest-scope.ts'
import { weeklyDigest } from './weekly-digest.ts'

/** `daily:li:2026-11-24`, `weekly:office:SH01:2026-W47`. */
export async function drawDigest(ctx: Ctx, key: string): Promise<Card> {
  const [which, ...parts] = key.split(':')
  if (which === 'weekly' && parts.length === 3)
    return drawWeekly(ctx, await scopeNamed(ctx, parts[0]!, parts[1]!), parts[2])
  if (which !== 'daily' || parts[0] !== ctx.me.code) refuseOthers()
  return { ...(await drawDaily(ctx)), subject: `digest:${key}` }
}

/** The reader's day. */
export async function drawDaily(ctx: Ctx): Promise<Card> {
  const card = dailyDigestCard(await dailyDigest(ctx), { now: ctx.now, language: ctx.language })
  return { ...card, subject: dailySubject(ctx.me.code, todayOf(ctx).toString()) }
}

/** The week of a scope; the reader's own and the last one that is over where nothing was said. */
export async function drawWeekly(
  ctx: Ctx,
  scope: DigestScope = scopeOf(ctx.me),
  week: string | undefined = lastFinished('week', todayOf(ctx)).id,
): Promise<Card> {
  const period = periodOf(week)
  if (period?.kind !== 'week') refuseOthers()
  const { language, now, me, rules } = ctx
  return weeklyDigestCard(await weeklyDigest(ctx, scope, period), { ...rules, language, zone: me.zone, now })
}

function refuseOthers(): never {
  refuse('digest.not_yours', {
    zh: '这份简报不是您的。发“日报”或“周报”查看您自己的。',
    en: 'This digest is not yours. Say “digest” or “weekly” to see your own.',
  })
}
