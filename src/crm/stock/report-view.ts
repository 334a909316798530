import type { ComplianceEntry, Product } from '#prisma'
import type { Period } from '../../lib/period.ts'
import { instantOf, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { type CustomerWithOwner, customerByCode } from '../customers/customer-by-code.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { type Challenge, challengesOf } from './challenges.ts'
import type { Coverage } from './coverage.ts'
import type { StockFigures } from './figures.ts'
import { daysInAll } from './product-stock.ts'
import { weekNamed } from './report-period.ts'
import { byCode, type ExistingReport, type ReportSheet, reportSheet } from './report-sheet.ts'
import type { ReportState } from './report-states.ts'
import { earlierVersions } from './report-version.ts'
import { mayAccept, mayReturn } from './review-report.ts'
import { type StockSituation, stockSituation } from './stock-situation.ts'
import { reportCoverage } from './stock-totals.ts'

/** Someone did something at a moment. */
export interface Deed {
  by: { name: string; nameEn: string }
  at: Temporal.Instant
}

/** The weekly report of a customer as its card shows it to a reader. */
export interface ReportView {
  customer: { code: string; name: string; nameEn: string | null; office: { name: string; nameEn: string } }
  period: Period
  /** Null where nothing was handed in: then `expected` says what the ledger knows. */
  report: HandedIn | null
  expected: { dueAt: Temporal.Instant; excused: Excuse | null } | null
  /** How long what was counted lasts; null where this is not the latest report. */
  situation: StockSituation | null
  /** How many of the office have handed in; null before the week is over. */
  coverage: Coverage | null
  may: { submit: boolean; accept: boolean; return: boolean }
  /** For who accepts: the next report of the week that waits. */
  next: { code: string; name: string; nameEn: string | null } | null
}

export interface Excuse {
  by: { name: string; nameEn: string } | null
  reason: string
}

export interface HandedIn {
  state: ReportState
  version: number
  submitted: Deed & { late: boolean }
  reviewed: Deed | null
  reason: string | null
  explanation: string | null
  lines: LineView[]
}

interface LineView {
  product: Product
  figures: StockFigures
  challenges: Challenge[]
  /** The accepted closing that this report corrects, where it differs. */
  correctedFrom: number | null
}

/** The report, where the reader may see the customer. */
export async function reportView(ctx: Ctx, code: string, week: string): Promise<ReportView> {
  const customer = await customerByCode(ctx, code)
  const period = weekNamed(week, ctx)
  const sheet = await reportSheet(ctx, customer.id, period)
  const entry = await ctx.db.complianceEntry.findUnique({
    where: { customerId_period: { customerId: customer.id, period: period.id } },
  })
  const { report } = sheet
  const coverage = await reportCoverage(ctx.db, { officeIds: [customer.officeId] }, period)
  const accepts = report ? mayAccept(ctx.me, customer, report.submittedById) : false
  return {
    customer,
    period,
    report: report && handedIn(sheet, report, entry?.state === 'late', ctx),
    expected: entry && { dueAt: instantOf(entry.dueAt), excused: await excuseOf(ctx, entry) },
    situation: report && report.state !== 'returned' ? await situationOfWeek(ctx, customer, period) : null,
    coverage: coverage.expected > 0 ? coverage : null,
    may: {
      submit: mayWorkOn(ctx.me, customer),
      accept: accepts && report?.state === 'submitted',
      return: report?.state === 'submitted' && mayReturn(ctx.me, customer, report.submittedById),
    },
    next: accepts ? await nextToReview(ctx, customer, period) : null,
  }
}

async function excuseOf({ db }: Ctx, { state, excusedBy, reason }: ComplianceEntry): Promise<Excuse | null> {
  if (state !== 'excused') return null
  const by = excusedBy ? await db.member.findUnique({ where: { code: excusedBy } }) : null
  return { by, reason: reason ?? '' }
}

function handedIn(sheet: ReportSheet, report: ExistingReport, late: boolean, ctx: Ctx): HandedIn {
  const { state, version, submittedAt, submittedBy, reviewedAt, reviewedBy, reason, explanation } = report
  return {
    state: state as ReportState,
    version,
    submitted: { by: submittedBy!, at: instantOf(submittedAt!), late },
    reviewed: reviewedBy && reviewedAt && { by: reviewedBy, at: instantOf(reviewedAt) },
    reason,
    explanation,
    lines: linesOf(sheet, report, ctx),
  }
}

function linesOf({ rows }: ReportSheet, report: ExistingReport, { rules }: Ctx): LineView[] {
  const accepted = earlierVersions(report).findLast(({ state }) => state === 'accepted')
  return report.lines
    .map(({ product, ...figures }) => {
      const { past } = rows.find((row) => row.product.id === product.id)!
      const before = accepted?.lines.find(({ productId }) => productId === product.id)?.closing
      const correctedFrom = before !== undefined && before !== figures.closing ? before : null
      return { product, figures, challenges: challengesOf(figures, past, rules), correctedFrom }
    })
    .sort((a, b) => byCode(a.product, b.product))
}

/** Of what was counted in that week alone: the rest is no news. */
async function situationOfWeek(
  ctx: Ctx,
  { id }: CustomerWithOwner,
  period: Period,
): Promise<StockSituation | null> {
  const situation = await stockSituation(ctx, id, 'handed_in')
  if (situation.report?.period.id !== period.id) return null
  const products = situation.products.filter((product) => product.period.id === period.id)
  return { ...situation, products, days: daysInAll(products, situation.basis) }
}

/** The report of the same unit and week that has waited longest. */
async function nextToReview(
  ctx: Ctx,
  { id }: CustomerWithOwner,
  period: Period,
): Promise<ReportView['next']> {
  const next = await ctx.db.stockReport.findFirst({
    where: {
      period: period.id,
      state: 'submitted',
      customerId: { not: id },
      submittedById: { not: ctx.me.id },
      customer: { officeId: { in: ctx.me.offices } },
    },
    orderBy: { submittedAt: 'asc' },
    include: { customer: true },
  })
  return next?.customer ?? null
}
