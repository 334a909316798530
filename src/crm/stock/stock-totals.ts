import { Prisma } from '#prisma'
import { type Period, previousPeriod } from '../../lib/period.ts'
import type { Tx } from '../context.ts'
import { inCases } from '../products/quantity.ts'
import type { Coverage } from './coverage.ts'
import { type ReportScope, scopeSql } from './report-scope.ts'
import { standing } from './report-states.ts'

/** Sums over the reports that were expected for a period, in cases. A sum is never without its coverage. */
export interface StockTotals {
  received: number
  netShipment: number
  closing: number
  coverage: Coverage
}

/** Customers that did not report are counted with their report of the period before, where there is one. */
export async function stockTotals(db: Tx, scope: ReportScope, period: Period): Promise<StockTotals> {
  const sums = await sumsByProduct(db, scope, period)
  const products = await db.product.findMany({
    where: { id: { in: sums.map(({ productId }) => Number(productId)) } },
  })
  const byId = new Map(products.map((product) => [product.id, product]))
  const total = (of: (sum: Sum) => number | bigint) =>
    sums.reduce((cases, sum) => cases + inCases(Number(of(sum)), byId.get(Number(sum.productId))!), 0)
  return {
    received: total(({ received }) => received),
    netShipment: total(({ net }) => net),
    closing: total(({ closing }) => closing),
    coverage: await reportCoverage(db, scope, period),
  }
}

type Sum = Record<'productId' | 'received' | 'closing' | 'net', number | bigint>

const sumsByProduct = (db: Tx, scope: ReportScope, period: Period) => db.$queryRaw<Sum[]>`
  WITH expected AS (${expectedReports(scope, period)})
  SELECT l.productId AS productId, SUM(l.received) AS received, SUM(l.closing) AS closing,
    SUM(l.opening + l.received + l.adjustment - l.closing) AS net
  FROM expected e
  JOIN StockLine l ON l.reportId = COALESCE(e.reported, e.estimated)
  GROUP BY l.productId`

export async function reportCoverage(db: Tx, scope: ReportScope, period: Period): Promise<Coverage> {
  const [counts] = await db.$queryRaw<Record<keyof Coverage, number | bigint>[]>`
    WITH expected AS (${expectedReports(scope, period)})
    SELECT COUNT(*) AS expected, COUNT(reported) AS reported, COUNT(estimated) AS estimated, COUNT(excused) AS excused
    FROM expected`
  const { expected, reported, estimated, excused } = counts!
  return {
    expected: Number(expected),
    reported: Number(reported),
    estimated: Number(estimated),
    excused: Number(excused),
  }
}

/** How many reports are owed, by office; those that owe most first. */
export async function owedByOffice(db: Tx, scope: ReportScope, period: Period): Promise<OwedOfOffice[]> {
  const rows = await db.$queryRaw<(Omit<OwedOfOffice, 'owed'> & { owed: number | bigint })[]>`
    WITH expected AS (${expectedReports(scope, period)})
    SELECT office.name AS name, office.nameEn AS nameEn, COUNT(*) AS owed
    FROM expected e
    JOIN OrgUnit office ON office.id = e.officeId
    WHERE e.reported IS NULL AND e.excused IS NULL
    GROUP BY office.id
    ORDER BY owed DESC, office.id`
  return rows.map(({ owed, ...office }) => ({ ...office, owed: Number(owed) }))
}

export interface OwedOfOffice {
  name: string
  nameEn: string
  owed: number
}

/** One row for every report expected: the one handed in, else the one of the period before. */
const expectedReports = (scope: ReportScope, period: Period) => Prisma.sql`
  SELECT c.officeId AS officeId, now.id AS reported, last.id AS estimated,
    CASE WHEN e.state = 'excused' AND now.id IS NULL THEN 1 END AS excused
  FROM ComplianceEntry e
  JOIN Customer c ON c.id = e.customerId
  LEFT JOIN StockReport now ON now.customerId = e.customerId AND now.period = e.period
    AND now.state IN (${Prisma.join(standing)})
  LEFT JOIN StockReport last ON now.id IS NULL AND last.customerId = e.customerId AND last.period = ${previousPeriod(period).id}
    AND last.state IN (${Prisma.join(standing)})
  WHERE e.period = ${period.id} AND ${scopeSql(scope)}`
