import type { Prisma, Product } from '#prisma'
import type { Period } from '../../lib/period.ts'
import type { Ctx, Tx } from '../context.ts'
import { contractOfYear } from '../contracts/contract-of-year.ts'
import { caseOf } from '../products/units.ts'
import type { Past } from './challenges.ts'
import type { StockFigures } from './figures.ts'
import { type WeeklyReport, weeklyReports } from './weekly-reports.ts'

/** What a report of a week starts from: the products that belong on it, and what the weeks before say of each. */
export interface ReportSheet {
  /** The report that was handed in for the week already, in whatever state. */
  report: ExistingReport | null
  /** In the order of the product codes. */
  rows: SheetRow[]
}

export interface SheetRow {
  product: Product
  past: Past
  /** As in the report that exists. */
  reported: StockFigures | null
}

const withAll = {
  lines: { include: { product: true } },
  submittedBy: true,
  reviewedBy: true,
} satisfies Prisma.StockReportInclude

export type ExistingReport = Prisma.StockReportGetPayload<{ include: typeof withAll }>

/** The products of the contract of the year, of the reports before and of the report itself. */
export async function reportSheet(
  ctx: Pick<Ctx, 'db' | 'rules'>,
  customerId: number,
  period: Period,
): Promise<ReportSheet> {
  const { outlierPeriods: take } = ctx.rules
  const before = await weeklyReports(ctx.db, customerId, { period: { lt: period.id }, take })
  const report = await existingReport(ctx.db, customerId, period)
  const products = new Map<number, Product>()
  for (const product of await contractedProducts(ctx.db, customerId, period.last.year))
    products.set(product.id, product)
  for (const { lines } of [...before, ...(report ? [report] : [])])
    for (const { product } of lines) products.set(product.id, product)
  const rows = [...products.values()].sort(byCode).map((product) => ({
    product,
    past: pastOf(product, before),
    reported: report?.lines.find(({ productId }) => productId === product.id) ?? null,
  }))
  return { report, rows }
}

export const existingReport = (
  db: Tx,
  customerId: number,
  { id: period }: Period,
): Promise<ExistingReport | null> =>
  db.stockReport.findUnique({ where: { customerId_period: { customerId, period } }, include: withAll })

async function contractedProducts(db: Tx, customerId: number, year: number): Promise<Product[]> {
  const contract = await contractOfYear(db, customerId, year)
  const ids = contract?.lines.map(({ productId }) => productId) ?? []
  return ids.length > 0 ? db.product.findMany({ where: { id: { in: ids } } }) : []
}

/** `before` has the latest report first. */
function pastOf(product: Product, before: WeeklyReport[]): Past {
  const closings = before.flatMap(({ lines }) =>
    lines.filter(({ productId }) => productId === product.id).map(({ closing }) => closing),
  )
  return { lastClosing: closings[0] ?? null, closings, perCase: caseOf(product).per }
}

/** What is known of a product that was never on a report of the customer. */
export const noPast = (product: Product): Past => ({
  lastClosing: null,
  closings: [],
  perCase: caseOf(product).per,
})

export const byCode = (a: Product, b: Product) => (a.code < b.code ? -1 : 1)
