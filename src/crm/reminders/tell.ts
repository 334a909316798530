import { dateOf, instantOf, localDate, type Temporal } from '../../lib/time.ts'
import type { JobCtx } from '../command.ts'
import { dailyDigestsDue } from '../digests/daily-digests-due.ts'
import type { Message } from './message.ts'
import { type Nudge, nudgesDue, type Told } from './nudges-due.ts'
import { type OpenItem, openItems } from './open-items.ts'
import { owedSubject } from './owed-changed.ts'
import { loadRoster, type Person } from './roster.ts'

/**
 * Tells everyone what they owe at this moment: one message a person. In the morning that is the digest of the day,
 * where there is one. Only the state of now is told: a moment of an earlier day has been overtaken.
 */
export async function tell(ctx: JobCtx, at: Temporal.Instant): Promise<void> {
  const roster = await loadRoster(ctx.db, ctx.rules, ctx.now)
  const items = await openItems(ctx, roster)
  const told = await whatWasTold(ctx, items)
  const digests = await dailyDigestsDue(ctx, { roster, items, told, at })
  const served = new Set(digests.map(({ to }) => to.id))
  const nudges = nudgesDue(items, roster, told, { now: ctx.now }).filter(
    ({ to }) => !served.has(to.id) && isSameDay(to, at, ctx.now),
  )
  const messages = [...digests, ...owedMessages(nudges)].sort((a, b) => a.to.id - b.to.id)
  for (const message of messages) await send(ctx, message)
}

/** Whether a moment is of the person's present day. */
const isSameDay = ({ zone }: Person, at: Temporal.Instant, now: Temporal.Instant): boolean =>
  localDate(at, zone).equals(localDate(now, zone))

function owedMessages(nudges: Nudge[]): Message[] {
  const byPerson = Map.groupBy(nudges, ({ to }) => to)
  return [...byPerson].map(([to, all]) => ({ to, subject: owedSubject(to.code), nudges: all }))
}

/** Owes the message, and notes what is said with it so that it is not said again. */
async function send(ctx: JobCtx, { to, subject, nudges }: Message): Promise<void> {
  const at = dateOf(ctx.now)
  ctx.owed.push({ subject, to: [to.id] })
  const said = nudges.filter(({ stage }) => stage !== 'awake')
  await ctx.db.nudge.createMany({
    data: said.map(({ meant, item, stage }) => ({ memberId: meant.id, item: item.item, stage, at })),
  })
  await ctx.db.snooze.deleteMany({ where: { memberId: to.id, until: { lte: at } } })
}

/** What was told of the items that are open, and what is put off. */
async function whatWasTold({ db }: JobCtx, items: OpenItem[]): Promise<Told> {
  const nudges = await db.nudge.findMany({ where: { item: { in: items.map(({ item }) => item) } } })
  const snoozes = await db.snooze.findMany()
  return { nudges, snoozes: snoozes.map((snooze) => ({ ...snooze, until: instantOf(snooze.until) })) }
}
