import { dateOf } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { challengesInWords } from './challenge-in-words.ts'
import { noteHandIn } from './hand-in.ts'
import { reportSubject } from './owed-reports.ts'
import {
  type DraftLine,
  draftReport,
  fieldOfProduct,
  type ReportDraft,
  type ReportSaid,
} from './report-draft.ts'
import type { ExistingReport } from './report-sheet.ts'
import { earlierVersions, figuresIn, sameFigures, versionOf } from './report-version.ts'
import { enterQueue } from './review-queue.ts'

/**
 * Hands in the weekly report of one customer; it then waits for the info clerk. Again for the same week it replaces what was
 * returned or not yet reviewed, and corrects what was accepted; every version is kept. Returns the report's subject.
 */
export async function submitReport(ctx: Ctx, said: ReportSaid): Promise<string> {
  const draft = await draftReport(ctx, said)
  if (draft.lines.length === 0) refuse('stock.empty', nothingSaid)
  if (draft.existing && isTheSame(draft.existing, draft)) refuse('stock.same', nothingNew)
  requireExplanation(draft)
  const { customer, period, existing, lines } = draft
  await enterQueue(ctx, customer.officeId, period)
  await (existing ? replace(ctx, existing, draft) : create(ctx, draft))
  await noteHandIn(ctx.db, { customerId: customer.id, period: period.id }, ctx.now)
  const subject = reportSubject(customer.code, period.id)
  record(ctx, existing?.state === 'accepted' ? 'stock.corrected' : 'stock.submitted', subject, {
    lines: lines.map(auditedLine),
    ...(draft.explanation && { explanation: draft.explanation }),
    ...(existing && { replaces: versionOf(existing) }),
  })
  ctx.changed.add(`customer:${customer.code}`)
  ctx.changed.add(`stock:${customer.code}`)
  await owedChanged(ctx, customer)
  return subject
}

const auditedLine = ({ product, figures }: DraftLine) => ({ product: product.code, ...figures })

/** Challenged figures are taken with an explanation, never without a word. */
function requireExplanation({ unanswered }: ReportDraft): void {
  if (unanswered.length === 0) return
  refuse('stock.challenged', explain, { ...marksOf(unanswered), explanation: explain })
}

/** The challenges of each product, beside the form field it is entered in. */
export const marksOf = (lines: DraftLine[]) =>
  Object.fromEntries(
    lines.map(({ product, challenges }) => [
      fieldOfProduct(product.code),
      challengesInWords(challenges, product),
    ]),
  )

function isTheSame(existing: ExistingReport, { lines, explanation }: ReportDraft): boolean {
  if (existing.state === 'returned' || explanation !== existing.explanation) return false
  return lines.every(({ figures, reported }) => reported !== null && sameFigures(figures, reported))
}

const create = (ctx: Ctx, { customer, period, ...draft }: ReportDraft) =>
  ctx.db.stockReport.create({
    data: {
      customerId: customer.id,
      period: period.id,
      ...columns(ctx, draft),
      lines: { create: rows(draft) },
    },
  })

async function replace(ctx: Ctx, existing: ExistingReport, draft: ReportDraft): Promise<void> {
  const { id, state, version } = existing
  const earlier = JSON.stringify([...earlierVersions(existing), versionOf(existing)])
  const { count } = await ctx.db.stockReport.updateMany({
    where: { id, state, version },
    data: { ...columns(ctx, draft), version: version + 1, earlier },
  })
  if (count === 0) refuse('stock.changed', changedMeanwhile)
  await ctx.db.stockLine.deleteMany({ where: { reportId: id } })
  await ctx.db.stockLine.createMany({ data: rows(draft).map((row) => ({ ...row, reportId: id })) })
}

const columns = (ctx: Ctx, { explanation }: Pick<ReportDraft, 'explanation'>) => ({
  state: 'submitted',
  submittedById: ctx.me.id,
  submittedAt: dateOf(ctx.now),
  reviewedById: null,
  reviewedAt: null,
  reason: null,
  explanation,
})

const rows = ({ lines }: Pick<ReportDraft, 'lines'>) =>
  lines.map(({ product, figures }) => ({ productId: product.id, ...figuresIn(figures) }))

const nothingSaid = {
  zh: '还没有填任何产品，请至少报一个产品的期末库存。',
  en: 'No product is filled in yet. Please report the closing stock of at least one.',
}

const nothingNew = {
  zh: '和已经提交的一样，没有改动，所以没有重复提交。',
  en: 'This is what was handed in already, so it was not handed in twice.',
}

export const explain = {
  zh: '有的数字不寻常，请核对；属实就写一句说明（如“上周漏盘”“促销集中出货”），再保存。',
  en: 'Some figures are unusual. Please check them; if they are right, add a word of explanation (like “promotion”), then save.',
}

const changedMeanwhile = {
  zh: '这份报表刚刚被别人改过，请重新打开再报。',
  en: 'Someone has just changed this report. Please open it again.',
}
