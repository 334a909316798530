import { lastFinished } from '../../lib/period.ts'
import { BUSINESS_ZONE, localDate, Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { deadlinesOf } from '../stock/expect-reports.ts'
import { type OwedReport, owedReports } from '../stock/owed-reports.ts'
import { dueFollowUps, type FollowedCustomer } from '../visits/due-follow-ups.ts'
import { calendar, type Person, type Roster, responsible } from './roster.ts'
import { followUpStages, reportStages, type StageMoment } from './stages.ts'

/** Something a person owes: a report, or a follow-up whose day has come. */
export interface OpenItem {
  /** `visit:12`, `report:KH000123:2026-W47` */
  item: string
  kind: 'report' | 'planned' | 'next_step'
  customer: FollowedCustomer
  /** Whose it is. */
  owner: Person
  due: Temporal.PlainDate
  /** HH:MM of a planned visit. */
  time: string | null
  /** What the visit is to be about; why a report was returned. */
  about: string
  /** Of a report: its week, and when it is to be handed in. */
  report: { period: string; dueAt: Temporal.Instant; state: OwedReport['state'] } | null
  stages: StageMoment[]
}

type ItemCtx = Pick<Ctx, 'db' | 'now' | 'rules'>

/** All that is open in the offices, or in the whole company, by when it is due. */
export async function openItems(ctx: ItemCtx, roster: Roster, officeIds?: number[]): Promise<OpenItem[]> {
  const items = [
    ...(await reportsOfLastWeek(ctx, roster, officeIds)),
    ...(await followUps(ctx, roster, officeIds)),
  ]
  return items.sort((a, b) => Temporal.PlainDate.compare(a.due, b.due))
}

/** The day it is where the day begins first. */
function latestToday(now: Temporal.Instant, { units }: Roster): Temporal.PlainDate {
  const days = [...units.values()].map(({ zone }) => localDate(now, zone))
  return days.sort(Temporal.PlainDate.compare).at(-1) ?? localDate(now, BUSINESS_ZONE)
}

const zoneOf = ({ units }: Roster, officeId: number): string => {
  const office = units.get(officeId)
  return (office?.parentId && units.get(office.parentId)?.zone) || office?.zone || BUSINESS_ZONE
}

/** The week that finished last, and its stages, of each zone: for some hours zones differ. */
async function reportsOfLastWeek(ctx: ItemCtx, roster: Roster, officeIds?: number[]): Promise<OpenItem[]> {
  const zones = new Set([...roster.units.values()].map(({ zone }) => zone))
  const weeks = new Map([...zones].map((zone) => [zone, lastFinished('week', localDate(ctx.now, zone))]))
  const reports: OwedReport[] = []
  for (const week of new Set([...weeks.values()].map(({ id }) => id)))
    reports.push(...(await owedReports(ctx, { officeIds }, week)))
  const stagesAt = once((zone: string, dueAt: Temporal.Instant) => {
    const { clerk } = deadlinesOf(weeks.get(zone)!, zone)
    return { due: localDate(dueAt, zone), stages: reportStages({ handIn: dueAt, clerk }, zone, ctx.rules) }
  })
  return reports.flatMap(({ item, customer, period, dueAt, state, reason }) => {
    const zone = zoneOf(roster, customer.officeId)
    const owner = responsible(roster, customer.ownerId, customer.officeId)
    if (!owner || weeks.get(zone)?.id !== period) return []
    const report = { period, dueAt, state }
    return [
      {
        item,
        kind: 'report',
        customer,
        owner,
        time: null,
        about: reason ?? '',
        report,
        ...stagesAt(zone, dueAt),
      },
    ]
  })
}

async function followUps(ctx: ItemCtx, roster: Roster, officeIds?: number[]): Promise<OpenItem[]> {
  const found = await dueFollowUps(ctx.db, { officeIds }, latestToday(ctx.now, roster))
  const today = once((zone: string) => localDate(ctx.now, zone))
  const stagesOf = once((zone: string, due: Temporal.PlainDate) =>
    followUpStages(due, zone, ctx.rules, calendar),
  )
  return found.flatMap(({ item, kind, customer, due, time, about, memberId }) => {
    const owner = responsible(roster, memberId, customer.officeId)
    if (!owner || Temporal.PlainDate.compare(due, today(owner.zone)) > 0) return []
    const stages = stagesOf(owner.zone, due)
    return [{ item, kind, customer, owner, due, time, about, report: null, stages }]
  })
}

/** Many items share a day: what follows from it is worked out once. */
function once<Of extends { toString(): string }[], Result>(work: (...of: Of) => Result) {
  const known = new Map<string, Result>()
  return (...of: Of): Result => {
    const key = of.join(' ')
    if (!known.has(key)) known.set(key, work(...of))
    return known.get(key)!
  }
}

/** Told twice and still open: no more nudges, but the digests show it. */
export function isAtRisk({ report, stages, owner }: OpenItem, now: Temporal.Instant): boolean {
  const second = stages.find(({ stage }) => stage === 'second')
  const today = localDate(now, owner.zone)
  return (
    !report && second !== undefined && Temporal.PlainDate.compare(localDate(second.at, owner.zone), today) < 0
  )
}
