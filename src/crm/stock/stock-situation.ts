import { type Period, periodOf } from '../../lib/period.ts'
import { BUSINESS_ZONE, localDate, type Temporal } from '../../lib/time.ts'
import type { Ctx, Tx } from '../context.ts'
import { contractOfYear } from '../contracts/contract-of-year.ts'
import { inCases } from '../products/quantity.ts'
import type { Basis } from './days-of-stock.ts'
import { netShipment } from './figures.ts'
import { type CountedLine, daysInAll, oldCount, type ProductStock, productStock } from './product-stock.ts'
import type { ReportState } from './report-states.ts'
import { type WeeklyReport, weeklyReports } from './weekly-reports.ts'

/** What a customer has in stock, as it was counted last, and how long that lasts. */
export interface StockSituation {
  /** The report it is about; null where there is none. */
  report: { period: Period; state: ReportState } | null
  /** The day of the count, where it is older than the week that reports are about now. */
  countedOn: Temporal.PlainDate | null
  /** A later week that was handed in and waits for its review. */
  waiting: Period | null
  products: ProductStock[]
  /** In all, over the products known by the basis; null where nothing is known of what leaves. */
  days: number | null
  /** The contract of the year, or the net shipment of the last weeks where there is none. */
  basis: Basis
  /** The last weeks, the oldest first, in cases. */
  trend: { period: Period; closing: number; netShipment: number }[]
}

const trendWeeks = 12

/** By the last accepted report, or by the last one handed in where `by` says so. */
export async function stockSituation(
  ctx: Pick<Ctx, 'db' | 'now' | 'rules'> & { me?: Ctx['me'] },
  customerId: number,
  by: 'accepted' | 'handed_in' = 'accepted',
): Promise<StockSituation> {
  const today = localDate(ctx.now, ctx.me?.zone ?? BUSINESS_ZONE)
  const handedIn = await weeklyReports(ctx.db, customerId, { period: {}, take: trendWeeks + 1 })
  const reports = by === 'handed_in' ? handedIn : fromAccepted(handedIn)
  const contract = await contractedVolumes(ctx.db, customerId, today.year)
  const { shipmentWeeks, stockDaysTarget: targetDays } = ctx.rules
  const around = { today, contract, shipmentWeeks, targetDays }
  const products = byProduct(reports).map((lines) => productStock(lines, around))
  const basis = contract ? 'contract' : 'shipments'
  const report = reports[0]
    ? { period: periodOf(reports[0].period)!, state: reports[0].state as ReportState }
    : null
  return {
    report,
    countedOn: report && oldCount(report.period, today),
    waiting: handedIn[0] && handedIn[0] !== reports[0] ? periodOf(handedIn[0].period) : null,
    products,
    days: daysInAll(products, basis),
    basis,
    trend: reports.slice(0, trendWeeks).map(week).reverse(),
  }
}

function fromAccepted(reports: WeeklyReport[]): WeeklyReport[] {
  const accepted = reports.findIndex(({ state }) => state === 'accepted')
  return accepted < 0 ? [] : reports.slice(accepted)
}

/** Yearly volumes by product id, where the contract of the year is approved. */
async function contractedVolumes(
  db: Tx,
  customerId: number,
  year: number,
): Promise<Map<number, number> | null> {
  const contract = await contractOfYear(db, customerId, year)
  if (contract?.state !== 'approved') return null
  return new Map(contract.lines.map(({ productId, volume }) => [productId, volume]))
}

/** The lines of each product, the latest first; products in the order of their codes. */
function byProduct(reports: WeeklyReport[]): CountedLine[][] {
  const lines = reports.flatMap((report) =>
    report.lines.map(({ product, ...figures }) => ({ period: periodOf(report.period)!, product, figures })),
  )
  const groups = Map.groupBy(lines, ({ product }) => product.code)
  return [...groups.keys()].sort().map((code) => groups.get(code)!)
}

function week({ period, lines }: WeeklyReport): StockSituation['trend'][number] {
  const total = (of: (line: WeeklyReport['lines'][number]) => number) =>
    lines.reduce((cases, line) => cases + inCases(of(line), line.product), 0)
  return {
    period: periodOf(period)!,
    closing: total(({ closing }) => closing),
    netShipment: total(netShipment),
  }
}
