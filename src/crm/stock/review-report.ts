import { clockInWords, momentInWords } from '../../lib/date-in-words.ts'
import { dateOf, instantOf, localDate, zoned } from '../../lib/time.ts'
import type { Language } from '../../lib/words.ts'
import { type Ctx, owe, record } from '../context.ts'
import { type CustomerWithOwner, customerByCode } from '../customers/customer-by-code.ts'
import type { Me } from '../people/me.ts'
import { refuse } from '../refusal.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { reportSubject } from './owed-reports.ts'
import { weekNamed } from './report-period.ts'
import { type ExistingReport, existingReport } from './report-sheet.ts'
import type { ReportState } from './report-states.ts'
import { queueChanged } from './review-queue.ts'

/** Which report is meant: without a week, the oldest of the customer that waits for its review. */
export interface ReportRef {
  customer: string
  period?: string
}

/** The info clerk of the unit accepts; who handed it in does not. */
export const mayAccept = (
  me: Me,
  { officeId }: { officeId: number },
  submittedById: number | null,
): boolean => me.role === 'info_clerk' && me.offices.includes(officeId) && me.id !== submittedById

/** The info clerk returns; and the office head, who reviews what leaves the office. */
export const mayReturn = (
  me: Me,
  { officeId }: { officeId: number },
  submittedById: number | null,
): boolean =>
  (me.role === 'info_clerk' || me.role === 'office_head') &&
  me.offices.includes(officeId) &&
  me.id !== submittedById

/** Accepts a report: its figures count, and the next opening is its closing. Returns its subject. */
export async function acceptReport(ctx: Ctx, ref: ReportRef): Promise<string> {
  const { customer, report } = await reportToReview(ctx, ref)
  if (!mayAccept(ctx.me, customer, report.submittedById)) refuse('stock.not_reviewer', onlyTheClerk)
  return decide(ctx, { customer, report, action: 'accept', reason: null })
}

/** Returns a report with a reason to whoever handed it in. Returns its subject. */
export async function returnReport(
  ctx: Ctx,
  { reason, ...ref }: ReportRef & { reason: string },
): Promise<string> {
  const { customer, report } = await reportToReview(ctx, ref)
  if (!mayReturn(ctx.me, customer, report.submittedById)) refuse('stock.not_reviewer', onlyReviewers)
  const subject = await decide(ctx, { customer, report, action: 'return', reason })
  owe(
    ctx,
    subject,
    [report.submittedById, customer.ownerId].filter((id) => id !== null),
  )
  return subject
}

interface Decision {
  customer: CustomerWithOwner
  report: ExistingReport
  action: 'accept' | 'return'
  reason: string | null
}

/** Of two who press at once, the condition on state and version lets one through. */
async function decide(ctx: Ctx, { customer, report, action, reason }: Decision): Promise<string> {
  const { id, version, period } = report
  const state: ReportState = action === 'accept' ? 'accepted' : 'returned'
  const { count } = await ctx.db.stockReport.updateMany({
    where: { id, version, state: 'submitted' },
    data: { state, reviewedById: ctx.me.id, reviewedAt: dateOf(ctx.now), reason },
  })
  if (count === 0) refuseDecided(ctx, (await existingReport(ctx.db, customer.id, weekNamed(period, ctx)))!)
  const subject = reportSubject(customer.code, period)
  record(ctx, `stock.${state}`, subject, { version, ...(reason && { reason }) })
  ctx.changed.add(`customer:${customer.code}`)
  ctx.changed.add(`stock:${customer.code}`)
  await queueChanged(ctx, customer.officeId, period)
  await owedChanged(ctx, customer)
  return subject
}

/** The report that is meant, where it waits for its review. */
export async function reportToReview(ctx: Ctx, ref: ReportRef) {
  const customer = await customerByCode(ctx, ref.customer)
  const week = ref.period ?? (await weekToReview(ctx, customer.id))
  const report = week ? await existingReport(ctx.db, customer.id, weekNamed(week, ctx)) : null
  if (!report)
    refuse('stock.no_report', {
      zh: `${customer.name}${week ? ` ${week} ` : ''}还没有交进销存周报。发“未交周报”看谁还没交。`,
      en: `${customer.nameEn ?? customer.name} has not handed in a report${week ? ` for ${week}` : ''}. Send “missing reports” to see who has not.`,
    })
  if (report.state !== 'submitted') refuseDecided(ctx, report)
  return { customer, report }
}

/** The oldest that waits; where none waits, the latest, so that the answer can say who decided it. */
async function weekToReview({ db }: Ctx, customerId: number): Promise<string | undefined> {
  const select = { period: true }
  const waiting = await db.stockReport.findFirst({
    where: { customerId, state: 'submitted' },
    orderBy: { period: 'asc' },
    select,
  })
  const latest =
    waiting ??
    (await db.stockReport.findFirst({ where: { customerId }, orderBy: { period: 'desc' }, select }))
  return latest?.period
}

/** The one who comes second is told who decided, and when. */
function refuseDecided(ctx: Ctx, report: ExistingReport): never {
  const { reviewedBy, reviewedAt, reason } = report
  const at = (language: Language) => (reviewedAt ? whenInWords(ctx, reviewedAt, language) : '')
  const accepted = report.state === 'accepted'
  refuse(accepted ? 'stock.already_accepted' : 'stock.already_returned', {
    zh: `这份周报已由${reviewedBy?.name ?? ''}于${at('zh')}${accepted ? '接收' : `退回${reason ? `（${reason}）` : ''}，等重新上报`}。`,
    en: `This report was already ${accepted ? 'accepted' : 'returned'} by ${reviewedBy?.nameEn ?? ''} at ${at('en')}${accepted || !reason ? '' : ` (${reason})`}.`,
  })
}

/** `10:02`, with the date where it was not today. */
function whenInWords({ now, me }: Ctx, date: Date, language: Language): string {
  const then = instantOf(date)
  const today = localDate(now, me.zone)
  return localDate(then, me.zone).equals(today)
    ? clockInWords(zoned(then, me.zone))
    : momentInWords(then, me.zone, language, today)
}

const onlyTheClerk = {
  zh: '周报由营业单位的信息员接收，而且不能接收自己交的。',
  en: 'Reports are accepted by the info clerk of the sales unit, and not by whoever handed them in.',
}

const onlyReviewers = {
  zh: '周报由信息员或本办事处主任退回，而且不能退回自己交的；要改自己交的，请再报一次。',
  en: 'Reports are returned by the info clerk or the office head, and not by whoever handed them in; to change your own, report again.',
}
