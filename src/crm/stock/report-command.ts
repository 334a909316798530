import * as z from 'zod'
import { stockDraftCard } from '../../../cards/stock-draft-card.ts'
import { stockReportCard } from '../../../cards/stock-report-card.ts'
import { localDate, Temporal } from '../../lib/time.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerRef, type Field, field, periodRef } from '../fields.ts'
import { readReportForm } from './read-report-form.ts'
import { draftReport, periodMeant } from './report-draft.ts'
import { type GivenReport, reportForm } from './report-form.ts'
import { reportView } from './report-view.ts'
import { submitReport } from './submit-report.ts'
import { takeBackReport } from './take-back-report.ts'

const quantity = z.object({ quantity: z.number(), unit: z.string() }).optional()

const lines = z
  .array(
    z.object({
      product: z.string(),
      opening: quantity,
      received: quantity,
      inTransit: quantity,
      closing: quantity,
      adjustment: quantity,
      gifts: quantity,
    }),
  )
  .meta({ label: { zh: '进销存', en: 'Stock lines' }, kind: 'stock_lines' } satisfies Field)

export const reportStock = command({
  name: 'stock.report',
  title: { zh: '报库存', en: 'Report stock' },
  words: {
    zh: ['报库存', '库存上报', '进销存', '报进销存', '上报库存', '盘点'],
    en: ['report stock', 'stock report', 'count'],
  },
  examples: {
    zh: ['{customer} {product} 期初20 进30 存12箱', '报库存 {customer}'],
    en: ['report stock {customer} {product} opening 20 received 30 stock 12 cases'],
  },
  input: z.object({
    customer: customerRef,
    period: periodRef.optional(),
    lines,
    explanation: field({ label: { zh: '说明', en: 'Explanation' }, kind: 'words', quiet: true }).optional(),
  }),
  may: ['rep', 'team_lead', 'office_head'],
  first: ['rep', 'team_lead'],
  writes: true,
  settle: async (ctx, said) => ({ ...said, period: (await periodMeant(ctx, said)).id }),
  confirm: async (ctx, said) => {
    const draft = await draftReport(ctx, said)
    const today = localDate(ctx.now, ctx.me.zone)
    return stockDraftCard(draft, ctx.language, Temporal.PlainDate.compare(draft.period.last, today) < 0)
  },
  form: (ctx, given, submit) => reportForm(ctx, given as GivenReport, submit),
  fromForm: async (ctx, given, values) => ({ ...(await readReportForm(ctx, given as GivenReport, values)) }),
  run: async (ctx, said) => drawReport(ctx, await submitReport(ctx, said)),
  undo: async (ctx, subject) => {
    await takeBackReport(ctx, subject)
    return drawReport(ctx, subject)
  },
})

/** `report:KH000123:2026-W47` for whoever reads it. */
export async function drawReport(ctx: Ctx, subject: string) {
  const [, customer = '', period = ''] = subject.split(':')
  return stockReportCard(await reportView(ctx, customer, period), wallOf(ctx))
}

export const wallOf = ({ language, me, now }: Ctx) => ({ language, zone: me.zone, now })
