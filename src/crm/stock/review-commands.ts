import * as z from 'zod'
import { type Card, fields } from '../../../cards/card.ts'
import { stockReportCard } from '../../../cards/stock-report-card.ts'
import type { Words } from '../../lib/words.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerRef, field, periodRef } from '../fields.ts'
import { excuseReport, weekToExcuse } from './excuse-report.ts'
import { drawReport, wallOf } from './report-command.ts'
import { reportView } from './report-view.ts'
import { acceptReport, type ReportRef, reportToReview, returnReport } from './review-report.ts'

const ref = { customer: customerRef, period: periodRef.optional() }
const reason = field({ label: { zh: '原因', en: 'Reason' }, kind: 'words' })

export const accept = command({
  name: 'stock.accept',
  title: { zh: '接收周报', en: 'Accept a stock report' },
  words: { zh: ['接收', '接收周报', '收下周报', '通过周报'], en: ['accept', 'accept report'] },
  examples: { zh: ['接收 {customer} 的周报'], en: ['accept the report of {customer}'] },
  input: z.object(ref),
  may: ['info_clerk'],
  writes: true,
  settle: withWeek,
  confirm: (ctx, said) => decisionMeant(ctx, said, { zh: '接收', en: 'Accept' }),
  run: async (ctx, said) => drawReport(ctx, await acceptReport(ctx, said)),
})

export const sendBack = command({
  name: 'stock.return',
  title: { zh: '退回周报', en: 'Return a stock report' },
  words: { zh: ['退回周报', '退回库存', '退回进销存', '退回'], en: ['return report', 'return'] },
  examples: { zh: ['退回周报 {customer} 期末不对'], en: ['return report {customer} closing is wrong'] },
  input: z.object({ ...ref, reason }),
  may: ['info_clerk', 'office_head'],
  writes: true,
  settle: withWeek,
  confirm: (ctx, said) => decisionMeant(ctx, said, { zh: '退回', en: 'Return' }),
  run: async (ctx, said) => drawReport(ctx, await returnReport(ctx, said)),
})

export const excuse = command({
  name: 'report.excuse',
  title: { zh: '免报', en: 'Excuse a missing report' },
  words: { zh: ['免报', '免交周报'], en: ['excuse', 'excuse report'] },
  examples: { zh: ['免报 {customer} 店面装修停业'], en: ['excuse {customer} closed for renovation'] },
  input: z.object({ ...ref, reason }),
  may: ['info_clerk', 'unit_manager'],
  writes: true,
  settle: async (ctx, said) => ({ ...said, period: weekToExcuse(ctx, said).id }),
  confirm: (ctx, said) => decisionMeant(ctx, said, { zh: '免报', en: 'Excuse' }),
  run: async (ctx, said) => drawReport(ctx, await excuseReport(ctx, said)),
})

/** The week of the report that waits: the same one is decided however many come in between. */
async function withWeek<Said extends ReportRef>(ctx: Ctx, said: Said): Promise<Said> {
  return { ...said, period: (await reportToReview(ctx, said)).report.period }
}

interface Decided extends ReportRef {
  reason?: string
}

/** The report that is meant, before it is decided. */
async function decisionMeant(ctx: Ctx, { customer, period, reason }: Decided, action: Words): Promise<Card> {
  const card = stockReportCard(await reportView(ctx, customer, period!), wallOf(ctx))
  const blocks = card.blocks.filter(({ type }) => type !== 'buttons')
  const because = reason ? [fields([[{ zh: '原因', en: 'Reason' }[ctx.language], reason]])] : []
  return { title: `${action[ctx.language]}: ${card.title}`, blocks: [...because, ...blocks] }
}
