import { instantOf, isBefore, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { escalations, type Told } from './nudges-due.ts'
import { isAtRisk, type OpenItem, openItems } from './open-items.ts'
import { absentByStandIn, loadRoster, type Person, type Roster } from './roster.ts'
import { stagesDue } from './stages.ts'

/** All that a person has to do with at a moment. */
export interface Owing {
  person: Person
  /** What they owe, and what those owe for whom they stand in. */
  mine: OpenItem[]
  /** Of these, follow-ups they were told of twice. */
  atRisk: OpenItem[]
  /** What their people did not do in time. */
  escalated: OpenItem[]
  /** What they put off, and until when. */
  putOff: { item: OpenItem; until: Temporal.Instant }[]
}

/** All that is open at a moment, by whom it concerns. */
export interface Ledger {
  now: Temporal.Instant
  byOwner: Map<number, OpenItem[]>
  /** By those above the owner whom the item has reached. */
  byAbove: Map<number, OpenItem[]>
  absent: Map<number, Person[]>
  snoozes: Told['snoozes']
}

export function ledgerOf(
  items: OpenItem[],
  roster: Roster,
  snoozes: Told['snoozes'],
  now: Temporal.Instant,
): Ledger {
  const reached = items.flatMap((item) =>
    escalations(item, roster, stagesDue(item.stages, now)).map(({ meant }) => ({ item, meant })),
  )
  const byAbove = Map.groupBy(reached, ({ meant }) => meant.id)
  return {
    now,
    byOwner: Map.groupBy(items, ({ owner }) => owner.id),
    byAbove: new Map([...byAbove].map(([id, all]) => [id, all.map(({ item }) => item)])),
    absent: absentByStandIn(roster, now),
    snoozes,
  }
}

/** What a person owes, out of all that is open. */
export function owingOf(person: Person, { now, byOwner, byAbove, absent, snoozes }: Ledger): Owing {
  const acting = [person, ...(absent.get(person.id) ?? [])]
  const until = new Map(
    snoozes.filter(({ memberId }) => memberId === person.id).map(({ item, until }) => [item, until]),
  )
  const isPutOff = ({ item }: OpenItem) => isBefore(now, until.get(item) ?? now)
  const own = acting.flatMap(({ id }) => byOwner.get(id) ?? [])
  const theirs = new Set(acting.flatMap(({ id }) => byAbove.get(id) ?? []))
  for (const item of own) theirs.delete(item)
  const shown = own.filter((item) => !isPutOff(item))
  return {
    person,
    mine: shown.filter((item) => !isAtRisk(item, now)),
    atRisk: shown.filter((item) => isAtRisk(item, now)),
    escalated: [...theirs].filter((item) => !isPutOff(item)),
    putOff: [...own, ...theirs].filter(isPutOff).map((item) => ({ item, until: until.get(item.item)! })),
  }
}

/** What the reader owes now. */
export async function owingOfReader(ctx: Ctx): Promise<Owing> {
  const roster = await loadRoster(ctx.db, ctx.rules, ctx.now)
  const items = await openItems(ctx, roster, ctx.me.offices)
  const rows = await ctx.db.snooze.findMany({ where: { memberId: ctx.me.id } })
  const snoozes = rows.map((snooze) => ({ ...snooze, until: instantOf(snooze.until) }))
  return owingOf(roster.people.get(ctx.me.id)!, ledgerOf(items, roster, snoozes, ctx.now))
}

export const owesNothing = ({ mine, atRisk, escalated }: Owing): boolean =>
  mine.length + atRisk.length + escalated.length === 0
