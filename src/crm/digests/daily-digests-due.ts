import { isBefore, localDate, at as momentAt, Temporal, zoned } from '../../lib/time.ts'
import type { JobCtx } from '../command.ts'
import { waitingFor } from '../contracts/waiting-for.ts'
import { NOON } from '../leave/covers.ts'
import { mayDisturb } from '../reminders/allowed-moment.ts'
import type { Message } from '../reminders/message.ts'
import { type Nudge, nudgesDue, type Told } from '../reminders/nudges-due.ts'
import type { OpenItem } from '../reminders/open-items.ts'
import { dailySubject } from '../reminders/owed-changed.ts'
import { type Ledger, ledgerOf, owesNothing, owingOf } from '../reminders/owing.ts'
import { calendar, type Person, type Roster } from '../reminders/roster.ts'

export interface Known {
  roster: Roster
  items: OpenItem[]
  told: Told
  /** The moment that is due. */
  at: Temporal.Instant
}

/**
 * The digests of the day that go out at this moment, to those who work in the field and have something on their list.
 * A digest speaks for the nudges of the same morning, so that these need no message of their own.
 */
export async function dailyDigestsDue(ctx: JobCtx, known: Known): Promise<Message[]> {
  const { roster, items, told, at } = known
  const readers = [...roster.people.values()].filter((person) => getsDigest(ctx, person, at))
  if (readers.length === 0) return []
  const ledger = ledgerOf(items, roster, told.snoozes, ctx.now)
  const deciding = await withContractsToMind(ctx, ledger, readers)
  const news = readers.filter((person) => !owesNothing(owingOf(person, ledger)) || deciding.has(person.id))
  const nudges = Map.groupBy(nudgesOfTheMorning(ctx, known, news), ({ to }) => to.id)
  return news.map((to) => ({
    to,
    subject: dailySubject(to.code, localDate(ctx.now, to.zone).toString()),
    nudges: nudges.get(to.id) ?? [],
  }))
}

/** On working days at the hour of digests; after a failure until noon. */
function getsDigest({ now, rules }: JobCtx, person: Person, at: Temporal.Instant): boolean {
  if (person.left || (person.role !== 'rep' && person.role !== 'team_lead')) return false
  const [due, local] = [zoned(at, person.zone), zoned(now, person.zone)]
  const isHour = due.hour === rules.dailyDigestHour && due.minute === 0
  const isToday = due.toPlainDate().equals(local.toPlainDate()) && local.hour < NOON
  return isHour && isToday && mayDisturb(person, now, calendar)
}

/** What would be said to them until the hour of nudges; that hour differs by zone. */
function nudgesOfTheMorning(
  { now, rules }: JobCtx,
  { items, roster, told }: Known,
  readers: Person[],
): Nudge[] {
  const zones = [...new Set(readers.map(({ zone }) => zone))]
  return zones.flatMap((zone) => {
    const morning = momentAt(localDate(now, zone), new Temporal.PlainTime(rules.reportNudgeHour), zone)
    const upTo = isBefore(now, morning) ? morning : now
    return nudgesDue(items, roster, told, { now, upTo }).filter(({ to }) => to.zone === zone)
  })
}

/** Ids of those who have a contract to decide or to put right. */
async function withContractsToMind(ctx: JobCtx, { absent }: Ledger, readers: Person[]): Promise<Set<number>> {
  const returned = await ctx.db.contract.findMany({
    where: { state: 'returned' },
    distinct: ['submittedById'],
    select: { submittedById: true },
  })
  const assigned = await ctx.db.contractStep.findMany({
    where: { state: 'open', assignedToId: { not: null } },
    select: { assignedToId: true },
  })
  const named = new Set(assigned.map(({ assignedToId }) => assignedToId))
  const minding = new Set(returned.map(({ submittedById }) => submittedById))
  for (const person of readers) {
    const mayDecide = named.has(person.id) || absent.has(person.id)
    if (mayDecide && (await waitingFor(ctx, person)).length > 0) minding.add(person.id)
  }
  return minding
}
