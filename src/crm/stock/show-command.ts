import { z } from 'zod'
import type { Card } from '../../../cards/card.ts'
import { stockMissingCard } from '../../../cards/stock-missing-card.ts'
import { stockSituationCard } from '../../../cards/stock-situation-card.ts'
import { localDate } from '../../lib/time.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { customerRef, periodRef } from '../fields.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { missingView } from './missing-view.ts'
import { reportSubject } from './owed-reports.ts'
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
  writes: false,
  run: async (ctx, { period }) => stockMissingCard(await missingView(ctx, period), wallOf(ctx)),
})
