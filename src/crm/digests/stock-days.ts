import { Prisma } from '#prisma'
import { periodOf, weekOf } from '../../lib/period.ts'
import type { Temporal } from '../../lib/time.ts'
import type { Ctx, Tx } from '../context.ts'
import type { StockFigures } from '../stock/figures.ts'
import { type CountedLine, daysInAll, oldCount, productStock } from '../stock/product-stock.ts'
import { type ReportScope, scopeSql, scopeWhere } from '../stock/report-scope.ts'
import { standing } from '../stock/report-states.ts'
import { todayOf } from '../today-of.ts'

/** How long the stock of a customer lasts, by the last accepted report. */
export interface CustomerDays {
  customerId: number
  days: number
  /** The day of the count, where it is an old one. */
  countedOn: Temporal.PlainDate | null
}

/** A customer that was not counted for so long is not known. */
const weeksLookedBack = 13

/** Days of stock of every customer of whom they are known, the shortest first: the figure the customer's own card shows. */
export async function stockDays(ctx: Ctx, scope: ReportScope): Promise<CustomerDays[]> {
  const today = todayOf(ctx)
  const since = weekOf(today.subtract({ weeks: weeksLookedBack })).id
  const lines = await countedLines(ctx.db, scope, since)
  const contracts = await contractedVolumes(ctx.db, scope, today.year)
  const { shipmentWeeks, stockDaysTarget: targetDays } = ctx.rules
  const byCustomer = Map.groupBy(lines, ({ customerId }) => customerId)
  return [...byCustomer]
    .flatMap(([customerId, counted]) => {
      const contract = contracts.get(customerId) ?? null
      const reported = accepted(counted)
      const products = [...Map.groupBy(reported, ({ product }) => product.id).values()].map((all) =>
        productStock(all, { today, contract, shipmentWeeks, targetDays }),
      )
      const days = daysInAll(products, contract ? 'contract' : 'shipments')
      return days === null ? [] : [{ customerId, days, countedOn: oldCount(reported[0]!.period, today) }]
    })
    .sort((a, b) => a.days - b.days)
}

type Counted = CountedLine & { customerId: number; state: string }

/** The latest report that counts is the last one accepted. */
function accepted(lines: Counted[]): Counted[] {
  const first = lines.findIndex(({ state }) => state === 'accepted')
  return first < 0 ? [] : lines.slice(first)
}

async function countedLines(db: Tx, scope: ReportScope, since: string): Promise<Counted[]> {
  const rows = await db.$queryRaw<(StockFigures & Record<'customerId' | 'productId', number> & Report)[]>`
    SELECT r.customerId, r.period, r.state, l.productId, l.opening, l.received, l.inTransit, l.closing,
      l.adjustment, l.gifts
    FROM StockReport r
    JOIN Customer c ON c.id = r.customerId
    JOIN StockLine l ON l.reportId = r.id
    WHERE r.period >= ${since} AND r.period LIKE '%-W%' AND r.state IN (${Prisma.join(standing)})
      AND ${scopeSql(scope)}
    ORDER BY r.customerId, r.period DESC`
  const products = new Map((await db.product.findMany()).map((product) => [product.id, product]))
  const periods = new Map([...new Set(rows.map(({ period }) => period))].map((id) => [id, periodOf(id)!]))
  return rows.map(({ customerId, productId, period, state, ...figures }) => ({
    customerId: Number(customerId),
    state,
    period: periods.get(period)!,
    product: products.get(Number(productId))!,
    figures: whole(figures),
  }))
}

interface Report {
  period: string
  state: string
}

/** Runtimes differ in how they read whole numbers. */
const whole = (figures: StockFigures): StockFigures => ({
  opening: Number(figures.opening),
  received: Number(figures.received),
  inTransit: Number(figures.inTransit),
  closing: Number(figures.closing),
  adjustment: Number(figures.adjustment),
  gifts: Number(figures.gifts),
})

/** Yearly volumes by product, by customer. */
async function contractedVolumes(db: Tx, scope: ReportScope, year: number) {
  const lines = await db.contractLine.findMany({
    where: { contract: { year, state: 'approved', customer: scopeWhere(scope) } },
    select: { productId: true, volume: true, contract: { select: { customerId: true } } },
  })
  const byCustomer = Map.groupBy(lines, ({ contract }) => contract.customerId)
  return new Map(
    [...byCustomer].map(([id, all]) => [
      id,
      new Map(all.map(({ productId, volume }) => [productId, volume])),
    ]),
  )
}
