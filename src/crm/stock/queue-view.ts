import type { Prisma } from '#prisma'
import { lastFinished, type Period } from '../../lib/period.ts'
import type { Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { inCases } from '../products/quantity.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import { deadlinesOf } from './expect-reports.ts'
import { netShipment } from './figures.ts'
import { weekNamed } from './report-period.ts'
import { earlierVersions } from './report-version.ts'
import { reviewingUnit } from './review-queue.ts'
import { type StockTotals, stockTotals } from './stock-totals.ts'

/** All weekly reports of a sales unit for one week, as far as the reader sees them. */
export interface QueueView {
  unit: { code: string; name: string; nameEn: string }
  /** What the reader sees of it: the unit, or the one office that is theirs. */
  place: { name: string; nameEn: string }
  period: Period
  /** When the info clerk is to be done. */
  deadline: Temporal.Instant
  /** The first of those that wait for their review, the longest waiting first. */
  waiting: Waiting[]
  submitted: number
  accepted: number
  returned: number
  totals: StockTotals
}

export interface Waiting {
  customer: { code: string; name: string; nameEn: string | null }
  submittedBy: { name: string; nameEn: string }
  /** Cases. */
  netShipment: number
  /** It holds figures that were challenged and explained. */
  explained: boolean
  correction: boolean
}

/** A clerk works through them from the top: what is done makes room for the next. */
const most = 10

/** The queue of one's own unit: of the last week that is over, unless another is named. */
export async function ownQueue(ctx: Ctx, week?: string): Promise<QueueView> {
  const { unit } = ctx.me
  const { code } = unit.kind === 'office' ? await reviewingUnit(ctx.db, unit.id) : unit
  return queueView(ctx, code, week ?? lastFinished('week', todayOf(ctx)).id)
}

/** The queue is for those who see whole offices. */
export async function queueView(ctx: Ctx, unitCode: string, week: string): Promise<QueueView> {
  const unit = await ctx.db.orgUnit.findUnique({ where: { code: unitCode }, include: { children: true } })
  const offices = unit?.children.filter(({ id }) => ctx.me.offices.includes(id)) ?? []
  if (!unit || offices.length === 0 || ctx.me.role === 'rep' || ctx.me.role === 'team_lead')
    refuse('stock.no_queue', noQueue)
  const officeIds = offices.map(({ id }) => id)
  const period = weekNamed(week, ctx)
  const inQueue = {
    period: period.id,
    customer: { officeId: { in: officeIds } },
  } satisfies Prisma.StockReportWhereInput
  const counts = await ctx.db.stockReport.groupBy({ by: ['state'], where: inQueue, _count: true })
  const count = (state: string) => counts.find((one) => one.state === state)?._count ?? 0
  return {
    unit,
    place: ctx.me.unit.kind === 'office' ? ctx.me.unit : unit,
    period,
    deadline: deadlinesOf(period, unit.zone).clerk,
    waiting: await waitingReports(ctx, inQueue),
    submitted: count('submitted'),
    accepted: count('accepted'),
    returned: count('returned'),
    totals: await stockTotals(ctx.db, { officeIds }, period),
  }
}

async function waitingReports(ctx: Ctx, inQueue: Prisma.StockReportWhereInput): Promise<Waiting[]> {
  const reports = await ctx.db.stockReport.findMany({
    where: { ...inQueue, state: 'submitted' },
    include: { customer: true, submittedBy: true, lines: { include: { product: true } } },
    orderBy: { submittedAt: 'asc' },
    take: most,
  })
  return reports.map(({ customer, submittedBy, lines, explanation, ...report }) => ({
    customer,
    submittedBy: submittedBy!,
    netShipment: lines.reduce((cases, line) => cases + inCases(netShipment(line), line.product), 0),
    explained: explanation !== null,
    correction: earlierVersions(report).some(({ state }) => state === 'accepted'),
  }))
}

const noQueue = {
  zh: '周报清单给信息员、办事处主任和业务经理看。发“未交周报”看您自己的。',
  en: 'The list of reports is for info clerks, office heads and unit managers. Send “missing reports” to see your own.',
}
