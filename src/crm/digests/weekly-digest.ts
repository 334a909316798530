import { type Period, previousPeriod } from '../../lib/period.ts'
import { isBefore, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import type { Coverage } from '../stock/coverage.ts'
import { deadlinesOf } from '../stock/expect-reports.ts'
import { owedReports } from '../stock/owed-reports.ts'
import { type ReportScope, scopeWhere } from '../stock/report-scope.ts'
import { reportCoverage, type StockTotals, stockTotals } from '../stock/stock-totals.ts'
import { type ContractsOfWeek, contractsOfWeek } from './contracts-of-week.ts'
import { neglected, overdueAtRisk } from './customers-at-risk.ts'
import type { DigestScope } from './digest-scope.ts'
import { type Flaw, recordQuality } from './record-quality.ts'
import { stockDays } from './stock-days.ts'

/** A week of an office, a unit, the company, or of one person. */
export interface WeeklyDigest {
  scope: DigestScope
  week: Period
  reports: Reports
  shipments: Shipments
  /** Customers of whom days of stock are known; the median; and how many lie outside of the settings. */
  stock: { known: number; median: number | null; low: number; high: number }
  contracts: ContractsOfWeek
  risk: { overdue: number; neglected: number }
  quality: Record<Flaw, number>
  followUps: { valid: number; before: number }
}

interface Reports {
  coverage: Coverage
  /** Of the week before. */
  before: Coverage
  /** While there is still time to report. */
  deadline: Temporal.Instant | null
  missingBy: { name: string; nameEn: string; count: number }[]
}

interface Shipments {
  /** The last week whose deadline has passed, and the one before it. */
  week: Period
  now: StockTotals
  before: StockTotals
  /** The oldest first, in cases; null where nothing was expected. */
  trend: { week: Period; cases: number | null }[]
}

const trendWeeks = 12

export async function weeklyDigest(ctx: Ctx, scope: DigestScope, week: Period): Promise<WeeklyDigest> {
  const { reports } = scope
  return {
    scope,
    week,
    reports: await reportsOf(ctx, reports, week),
    shipments: await shipmentsOf(ctx, reports, week),
    stock: await stockOf(ctx, reports),
    contracts: await contractsOfWeek(ctx.db, reports, week, ctx.me.zone),
    risk: {
      overdue: (await overdueAtRisk(ctx, reports)).length,
      neglected: await ctx.db.customer.count({ where: neglected(ctx, reports) }),
    },
    quality: await recordQuality(ctx.db, reports),
    followUps: {
      valid: await validFollowUps(ctx, reports, week),
      before: await validFollowUps(ctx, reports, previousPeriod(week)),
    },
  }
}

/** Whether reports of a week may still be handed in, in time. */
const deadlineAhead = (ctx: Ctx, week: Period): Temporal.Instant | null => {
  const { handIn } = deadlinesOf(week, ctx.me.zone)
  return isBefore(ctx.now, handIn) ? handIn : null
}

async function reportsOf(ctx: Ctx, scope: ReportScope, week: Period): Promise<Reports> {
  const owed = await owedReports(ctx, scope, week.id)
  const byOwner = Map.groupBy(owed, ({ owner, office }) => (owner ?? office).code)
  return {
    coverage: await reportCoverage(ctx.db, scope, week),
    before: await reportCoverage(ctx.db, scope, previousPeriod(week)),
    deadline: deadlineAhead(ctx, week),
    missingBy: [...byOwner.values()]
      .map((all) => {
        const { name, nameEn } = all[0]!.owner ?? all[0]!.office
        return { name, nameEn, count: all.length }
      })
      .sort((a, b) => b.count - a.count),
  }
}

async function shipmentsOf(ctx: Ctx, scope: ReportScope, week: Period): Promise<Shipments> {
  const closed = deadlineAhead(ctx, week) ? previousPeriod(week) : week
  const weeks = weeksUpTo(closed, trendWeeks)
  const totals: StockTotals[] = []
  for (const each of weeks) totals.push(await stockTotals(ctx.db, scope, each))
  return {
    week: closed,
    now: totals.at(-1)!,
    before: totals.at(-2)!,
    trend: weeks.map((each, i) => {
      const { coverage, netShipment } = totals[i]!
      return { week: each, cases: coverage.reported + coverage.estimated > 0 ? netShipment : null }
    }),
  }
}

function weeksUpTo(last: Period, count: number): Period[] {
  const weeks = [last]
  while (weeks.length < count) weeks.unshift(previousPeriod(weeks[0]!))
  return weeks
}

async function stockOf(ctx: Ctx, scope: ReportScope): Promise<WeeklyDigest['stock']> {
  const days = (await stockDays(ctx, scope)).map((one) => one.days)
  return {
    known: days.length,
    median: days[Math.floor(days.length / 2)] ?? null,
    low: days.filter((each) => each < ctx.rules.stockDaysMin).length,
    high: days.filter((each) => each > ctx.rules.stockDaysMax).length,
  }
}

const validFollowUps = (ctx: Ctx, scope: ReportScope, { first, last }: Period): Promise<number> =>
  ctx.db.visit.count({
    where: {
      state: 'done',
      valid: true,
      date: { gte: first.toString(), lte: last.toString() },
      customer: scopeWhere(scope),
    },
  })
