import { instantOf, isBefore, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { escalations, type Told } from './nudges-due.ts'
import { isAtRisk, type OpenItem, openItems } from './open-items.ts'
import { absentFor, loadRoster, type Person, type Roster } from './roster.ts'
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

/** What a person owes, out of all that is open. */
export function owingOf(
  person: Person,
  { items, roster, snoozes }: { items: OpenItem[]; roster: Roster; snoozes: Told['snoozes'] },
  now: Temporal.Instant,
): Owing {
  const acting = new Set([person, ...absentFor(roster, person, now)].map(({ id }) => id))
  const until = (item: OpenItem) =>
    snoozes.find(({ memberId, item: name }) => memberId === person.id && name === item.item)?.until
  const isPutOff = (item: OpenItem) => isBefore(now, until(item) ?? now)
  const own = items.filter(({ owner }) => acting.has(owner.id))
  const theirs = items.filter(
    (item) =>
      !acting.has(item.owner.id) &&
      escalations(item, roster, stagesDue(item.stages, now)).some(({ meant }) => acting.has(meant.id)),
  )
  const shown = own.filter((item) => !isPutOff(item))
  return {
    person,
    mine: shown.filter((item) => !isAtRisk(item, now)),
    atRisk: shown.filter((item) => isAtRisk(item, now)),
    escalated: theirs.filter((item) => !isPutOff(item)),
    putOff: [...own, ...theirs].filter(isPutOff).map((item) => ({ item, until: until(item)! })),
  }
}

/** What the reader owes now. */
export async function owingOfReader(ctx: Ctx): Promise<Owing> {
  const roster = await loadRoster(ctx.db, ctx.rules, ctx.now)
  const items = await openItems(ctx, roster, ctx.me.offices)
  const rows = await ctx.db.snooze.findMany({ where: { memberId: ctx.me.id } })
  const snoozes = rows.map((snooze) => ({ ...snooze, until: instantOf(snooze.until) }))
  return owingOf(roster.people.get(ctx.me.id)!, { items, roster, snoozes }, ctx.now)
}

export const owesNothing = ({ mine, atRisk, escalated }: Owing): boolean =>
  mine.length + atRisk.length + escalated.length === 0
