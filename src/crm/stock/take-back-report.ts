import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { withdrawHandIn } from './hand-in.ts'
import { reportableCustomer } from './report-draft.ts'
import { weekNamed } from './report-period.ts'
import { type ExistingReport, existingReport } from './report-sheet.ts'
import { earlierVersions, type ReportVersion } from './report-version.ts'
import { queueChanged } from './review-queue.ts'

/**
 * Takes a hand-in back, as long as nobody has reviewed it: the version before it stands again, and where there was none the
 * report is owed again. `subject` is `report:KH000123:2026-W47`.
 */
export async function takeBackReport(ctx: Ctx, subject: string): Promise<void> {
  const [, code = '', week = ''] = subject.split(':')
  const customer = await reportableCustomer(ctx, code)
  const period = weekNamed(week, ctx)
  const report = await existingReport(ctx.db, customer.id, period)
  if (report?.state !== 'submitted' || report.submittedById !== ctx.me.id) refuse('stock.too_late', tooLate)
  const before = earlierVersions(report).at(-1)
  await (before ? restore(ctx, report, before) : remove(ctx, report))
  record(ctx, 'stock.taken_back', subject, { version: report.version })
  ctx.changed.add(`customer:${code}`)
  ctx.changed.add(`stock:${code}`)
  await queueChanged(ctx, customer.officeId, period.id)
  await owedChanged(ctx, customer)
}

async function remove(ctx: Ctx, { id, customerId, period }: ExistingReport): Promise<void> {
  await ctx.db.stockReport.delete({ where: { id } })
  await withdrawHandIn(ctx.db, { customerId, period }, ctx.now)
}

async function restore(
  ctx: Ctx,
  { id, version, earlier }: ExistingReport,
  before: ReportVersion,
): Promise<void> {
  const { lines, submittedAt, reviewedAt, ...rest } = before
  const data = {
    ...rest,
    submittedAt: submittedAt && new Date(submittedAt),
    reviewedAt: reviewedAt && new Date(reviewedAt),
    earlier: JSON.stringify(earlierVersions({ earlier }).slice(0, -1)),
  }
  const { count } = await ctx.db.stockReport.updateMany({ where: { id, version, state: 'submitted' }, data })
  if (count === 0) refuse('stock.too_late', tooLate)
  await ctx.db.stockLine.deleteMany({ where: { reportId: id } })
  await ctx.db.stockLine.createMany({ data: lines.map((line) => ({ ...line, reportId: id })) })
}

const tooLate = {
  zh: '这份报表已被审核或改过，不能撤销。要改数字请再报一次，旧的会保留。',
  en: 'This report was reviewed or changed already and cannot be taken back. To change a figure, report again; the old one is kept.',
}
