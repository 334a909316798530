import { Prisma } from '#prisma'
import type { Period } from '../../lib/period.ts'
import { reportClock, reportDeadlines } from '../../lib/report-deadlines.ts'
import { dateOf } from '../../lib/time.ts'
import { chineseCalendar } from '../../lib/working-calendar.ts'
import type { Tx } from '../context.ts'

/** When the reports of a period are to be handed in, and when the info clerk is done with them. */
export const deadlinesOf = (period: Period, zone: string) =>
  reportDeadlines(period, chineseCalendar, { ...reportClock, zone })

/**
 * Enters every report that is expected for a period which is over into the compliance ledger, for the sales units of a
 * time zone. A report that was handed in before the period ended is entered as submitted; a row that exists stays as it is.
 */
export async function expectReports(db: Tx, period: Period, zone: string): Promise<number> {
  const dueAt = dateOf(deadlinesOf(period, zone).handIn)
  return db.$executeRaw`
    INSERT OR IGNORE INTO ComplianceEntry (customerId, period, dueAt, state, submittedAt)
    SELECT c.id, ${period.id}, ${dueAt}, ${stateBy(dueAt)}, r.submittedAt
    FROM Customer c
    JOIN OrgUnit office ON office.id = c.officeId
    LEFT JOIN OrgUnit unit ON unit.id = office.parentId
    LEFT JOIN StockReport r ON r.customerId = c.id AND r.period = ${period.id}
    WHERE c.reportsStock AND c.registeredOn <= ${period.last.toString()} AND COALESCE(unit.zone, office.zone) = ${zone}`
}

const stateBy = (dueAt: Date) => Prisma.sql`
  CASE WHEN r.submittedAt IS NULL THEN 'due' WHEN r.submittedAt <= ${dueAt} THEN 'submitted' ELSE 'late' END`

/** The reports whose deadline has passed without one are missed. Returns the periods they are of. */
export async function missReports(db: Tx, at: Date): Promise<string[]> {
  const overdue = { state: 'due', dueAt: { lte: at } }
  const periods = await db.complianceEntry.groupBy({ by: ['period'], where: overdue })
  await db.complianceEntry.updateMany({ where: overdue, data: { state: 'missed' } })
  return periods.map(({ period }) => period)
}
