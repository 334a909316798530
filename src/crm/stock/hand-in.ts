import { dateOf, type Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'
import { isOverdue } from './owed-reports.ts'

interface HandIn {
  customerId: number
  period: string
}

/**
 * Enters a hand-in into the ledger. The first one counts: handing in again after a return or a correction does not make
 * a report late. Who was excused stays excused. Nothing happens where no report was expected.
 */
export async function noteHandIn(
  db: Tx,
  { customerId, period }: HandIn,
  now: Temporal.Instant,
): Promise<void> {
  const entry = await db.complianceEntry.findUnique({ where: { customerId_period: { customerId, period } } })
  if (!entry || entry.submittedAt) return
  const state = entry.state === 'excused' ? 'excused' : isOverdue(entry.dueAt, now) ? 'late' : 'submitted'
  await db.complianceEntry.update({ where: { id: entry.id }, data: { state, submittedAt: dateOf(now) } })
}

/** Takes a hand-in back: the report is owed again, as if it had not been handed in. */
export async function withdrawHandIn(
  db: Tx,
  { customerId, period }: HandIn,
  now: Temporal.Instant,
): Promise<void> {
  const entry = await db.complianceEntry.findUnique({ where: { customerId_period: { customerId, period } } })
  if (!entry) return
  const state = entry.state === 'excused' ? 'excused' : isOverdue(entry.dueAt, now) ? 'missed' : 'due'
  await db.complianceEntry.update({ where: { id: entry.id }, data: { state, submittedAt: null } })
}
