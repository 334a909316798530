import { lastFinished } from '../../lib/period.ts'
import { dateOf, instantOf, isBefore, localDate, at as momentAt, Temporal } from '../../lib/time.ts'
import { isWorkingDay } from '../../lib/working-calendar.ts'
import type { JobCtx } from '../command.ts'
import type { Tx } from '../context.ts'
import { NOON } from '../leave/covers.ts'
import { deadlinesOf } from '../stock/expect-reports.ts'
import { calendar } from './roster.ts'

/** No holiday is longer. */
const daysLookedAhead = 20

/** The first moment after `after` at which anyone may have to be told something. */
export async function nextMoment(
  ctx: JobCtx,
  after: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const hours = await hoursOfDay(ctx)
  const halfDays = await halfDaysOff(ctx.db, after)
  const zones = await ctx.db.orgUnit.findMany({ distinct: ['zone'], select: { zone: true } })
  const moments = zones.flatMap(({ zone }) => firstAfter(after, { zone, hours, halfDays }) ?? [])
  return [...moments, ...(await nextAwakening(ctx.db, after))].sort(Temporal.Instant.compare)[0]
}

interface Grid {
  zone: string
  hours: number[]
  /** Days on which somebody comes in at noon. */
  halfDays: Set<string>
}

function firstAfter(after: Temporal.Instant, grid: Grid): Temporal.Instant | undefined {
  const today = localDate(after, grid.zone)
  for (let days = 0; days <= daysLookedAhead; days++) {
    const found = momentsOf(today.add({ days }), grid).find((moment) => isBefore(after, moment))
    if (found) return found
  }
  return undefined
}

/** The moments of a working day, in order: when quiet ends, when nudges are given, the deadlines where reports are due. */
export function momentsOf(day: Temporal.PlainDate, { zone, hours, halfDays }: Grid): Temporal.Instant[] {
  if (!isWorkingDay(day, calendar)) return []
  const noon = halfDays.has(day.toString()) ? [NOON] : []
  const clock = [...hours, ...noon].map((hour) => momentAt(day, new Temporal.PlainTime(hour), zone))
  return [...clock, ...deadlinesOn(day, zone)].sort(Temporal.Instant.compare)
}

function deadlinesOn(day: Temporal.PlainDate, zone: string): Temporal.Instant[] {
  const { handIn, clerk } = deadlinesOf(lastFinished('week', day), zone)
  return localDate(handIn, zone).equals(day) ? [handIn, handIn.add({ hours: 1 }), clerk] : []
}

async function hoursOfDay({ db, rules }: JobCtx): Promise<number[]> {
  const own = await db.member.findMany({
    where: { leftOn: null, preferences: { contains: 'quietUntil' } },
    select: { preferences: true },
  })
  const ends = own.map(({ preferences }) => (JSON.parse(preferences) as { quietUntil: number }).quietUntil)
  return [...new Set([rules.quietUntil, rules.dailyDigestHour, rules.reportNudgeHour, ...ends])]
}

async function halfDaysOff(db: Tx, after: Temporal.Instant): Promise<Set<string>> {
  const from = localDate(after, 'UTC').subtract({ days: 1 }).toString()
  const leaves = await db.leave.findMany({
    where: { half: 'am', cancelledAt: null, fromDate: { gte: from } },
    select: { fromDate: true },
  })
  return new Set(leaves.map(({ fromDate }) => fromDate))
}

async function nextAwakening(db: Tx, after: Temporal.Instant): Promise<Temporal.Instant[]> {
  const { _min } = await db.snooze.aggregate({
    where: { until: { gt: dateOf(after) } },
    _min: { until: true },
  })
  return _min.until ? [instantOf(_min.until)] : []
}
