import { lastFinished, type Period } from '../../lib/period.ts'
import { localDate } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { refuse } from '../refusal.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { reportSubject } from './owed-reports.ts'
import { weekNamed } from './report-period.ts'
import { queueChanged } from './review-queue.ts'
import type { ReportRef } from './review-report.ts'

/** A report that is not asked for, and why: it stays in the ledger under the name of whoever excused it. Returns its subject. */
export async function excuseReport(
  ctx: Ctx,
  { reason, ...ref }: ReportRef & { reason: string },
): Promise<string> {
  const customer = await customerByCode(ctx, ref.customer)
  const period = weekToExcuse(ctx, ref)
  const { count } = await ctx.db.complianceEntry.updateMany({
    where: { customerId: customer.id, period: period.id, state: { in: ['due', 'missed'] } },
    data: { state: 'excused', excusedBy: ctx.me.code, reason },
  })
  if (count === 0)
    refuse('stock.not_owed', {
      zh: `${customer.name} ${period.id} 没有欠交的周报，不用免报。发“未交周报”看谁还没交。`,
      en: `${customer.nameEn ?? customer.name} owes no report for ${period.id}, so there is nothing to excuse. Send “missing reports” to see who owes one.`,
    })
  const subject = reportSubject(customer.code, period.id)
  record(ctx, 'stock.excused', subject, { reason })
  await queueChanged(ctx, customer.officeId, period.id)
  await owedChanged(ctx, customer)
  return subject
}

/** The week that is named, or the one that finished last. */
export const weekToExcuse = (ctx: Ctx, { period }: Pick<ReportRef, 'period'>): Period =>
  period ? weekNamed(period, ctx) : lastFinished('week', localDate(ctx.now, ctx.me.zone))
