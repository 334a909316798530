import * as z from 'zod'
import type { Card } from '../../../cards/card.ts'
import { stockMissingCard } from '../../../cards/stock-missing-card.ts'
import { stockQueueCard } from '../../../cards/stock-queue-card.ts'
import { stockSituationCard } from '../../../cards/stock-situation-card.ts'
import { localDate } from '../../lib/time.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { customerRef, periodRef } from '../fields.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { missingView } from './missing-view.ts'
import { reportSubject } from './owed-reports.ts'
import { ownQueue, queueView } from './queue-view.ts'
import { drawReport, wallOf } from './report-command.ts'
import { weekNamed } from './report-period.ts'
import { stockSituation } from './stock-situation.ts'

export const showStock = command({
  name: 'stock.show',
  title: { zh: '看库存', en: 'Show stock' },
  words: { zh: ['库存', '看库存', '查库存', '看周报'], en: ['stock', 'show stock', 'inventory'] },
  examples: { zh: ['库存 {customer}'], en: ['stock {customer}'] },
  input: z.object({ customer: customerRef, period: periodRef.optional() }),
  may: 'everyone',
  writes: false,
  run: async (ctx, { customer, period }) =>
    period
      ? drawReport(ctx, reportSubject(customer, weekNamed(period, ctx).id))
      : drawSituation(ctx, customer),
})

/** `stock:KH000123` for whoever reads it. */
export async function drawSituation(ctx: Ctx, code: string): Promise<Card> {
  const customer = await customerByCode(ctx, code)
  const situation = await stockSituation(ctx, customer.id)
  const range = { min: ctx.rules.stockDaysMin, max: ctx.rules.stockDaysMax }
  const stock = { customer, situation, range, mayReport: mayWorkOn(ctx.me, customer) }
  return stockSituationCard(stock, ctx.language, localDate(ctx.now, ctx.me.zone))
}

export const showMissing = command({
  name: 'report.missing',
  title: { zh: '谁还没交周报', en: 'Who has not reported' },
  words: {
    zh: ['未交周报', '谁还没交周报', '谁没交周报', '谁还没交', '缺报', '漏报'],
    en: ['missing reports', 'who has not reported', 'missing'],
  },
  examples: { zh: ['谁还没交周报'], en: ['who has not reported'] },
  input: z.object({ period: periodRef.optional() }),
  may: 'everyone',
  first: ['office_head', 'info_clerk', 'unit_manager', 'sales_admin'],
  writes: false,
  run: async (ctx, { period }) => stockMissingCard(await missingView(ctx, period), wallOf(ctx)),
})

export const showQueue = command({
  name: 'report.queue',
  title: { zh: '审核周报', en: 'Reports to review' },
  words: {
    zh: ['审核周报', '待审周报', '周报清单', '周报汇总'],
    en: ['reports to review', 'review reports', 'weekly reports'],
  },
  examples: { zh: ['审核周报'], en: ['reports to review'] },
  input: z.object({ period: periodRef.optional() }),
  may: ['office_head', 'info_clerk', 'unit_manager'],
  first: ['office_head', 'info_clerk'],
  writes: false,
  run: async (ctx, { period }) => stockQueueCard(await ownQueue(ctx, period), wallOf(ctx)),
})

/** `reports:EAST:2026-W47` for whoever reads it; `key` is what follows the kind. */
export async function drawQueue(ctx: Ctx, key: string): Promise<Card> {
  const [unit = '', period = ''] = key.split(':')
  return stockQueueCard(await queueView(ctx, unit, period), wallOf(ctx))
}
