import { lastFinished, periodOf } from '../../lib/period.ts'
import { BUSINESS_ZONE, localDate, Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { deadlinesOf } from '../stock/expect-reports.ts'
import { type OwedReport, owedReports } from '../stock/owed-reports.ts'
import { dueFollowUps, type FollowedCustomer, type FollowUp } from '../visits/due-follow-ups.ts'
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
  const followUps = await dueFollowUps(ctx.db, { officeIds }, latestToday(ctx.now, roster))
  const items = [
    ...(await reportsOfLastWeek(ctx, roster, officeIds)),
    ...followUps.flatMap((followUp) => followUpItem(ctx, roster, followUp)),
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

/** The week that finished last differs by zone for some hours. */
async function reportsOfLastWeek(ctx: ItemCtx, roster: Roster, officeIds?: number[]): Promise<OpenItem[]> {
  const zones = [...new Set([...roster.units.values()].map(({ zone }) => zone))]
  const weeks = new Set(zones.map((zone) => lastFinished('week', localDate(ctx.now, zone)).id))
  const reports: OwedReport[] = []
  for (const week of weeks) reports.push(...(await owedReports(ctx, { officeIds }, week)))
  return reports.flatMap((report) => reportItem(ctx, roster, report))
}

function reportItem({ now, rules }: ItemCtx, roster: Roster, report: OwedReport): OpenItem[] {
  const { item, customer, period, dueAt, state, reason } = report
  const zone = zoneOf(roster, customer.officeId)
  const owner = responsible(roster, customer.ownerId, customer.officeId)
  const isLastWeek = lastFinished('week', localDate(now, zone)).id === period
  if (!owner || !isLastWeek) return []
  const { clerk } = deadlinesOf(periodOf(period)!, zone)
  return [
    {
      ...{ item, kind: 'report' as const, customer, owner, time: null, about: reason ?? '' },
      due: localDate(dueAt, zone),
      report: { period, dueAt, state },
      stages: reportStages({ handIn: dueAt, clerk }, zone, rules),
    },
  ]
}

function followUpItem({ now, rules }: ItemCtx, roster: Roster, followUp: FollowUp): OpenItem[] {
  const { item, kind, customer, due, time, about, memberId } = followUp
  const owner = responsible(roster, memberId, customer.officeId)
  if (!owner || Temporal.PlainDate.compare(due, localDate(now, owner.zone)) > 0) return []
  const stages = followUpStages(due, owner.zone, rules, calendar)
  return [{ item, kind, customer, owner, due, time, about, report: null, stages }]
}

/** Told twice and still open: no more nudges, but the digests show it. */
export function isAtRisk({ report, stages, owner }: OpenItem, now: Temporal.Instant): boolean {
  const second = stages.find(({ stage }) => stage === 'second')
  const today = localDate(now, owner.zone)
  return (
    !report && second !== undefined && Temporal.PlainDate.compare(localDate(second.at, owner.zone), today) < 0
  )
}
