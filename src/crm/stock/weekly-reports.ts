import type { Prisma } from '#prisma'
import type { Tx } from '../context.ts'
import { standing } from './report-states.ts'

const withLines = {
  lines: { include: { product: true }, orderBy: { product: { code: 'asc' } } },
} satisfies Prisma.StockReportInclude

export type WeeklyReport = Prisma.StockReportGetPayload<{ include: typeof withLines }>

/**
 * The weekly reports of a customer that stand, the latest first. One that waits for its review stands as well as an
 * accepted one: the next week does not wait for the clerk. One that was returned does not.
 */
export const weeklyReports = (
  db: Tx,
  customerId: number,
  { period, take }: { period: Prisma.StringFilter; take: number },
): Promise<WeeklyReport[]> =>
  db.stockReport.findMany({
    where: { customerId, period: { contains: '-W', ...period }, state: { in: standing } },
    include: withLines,
    orderBy: { period: 'desc' },
    take,
  })
