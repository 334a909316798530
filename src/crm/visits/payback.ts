import type { Payback } from '../../../cards/visit-card.ts'
import { periodInWords } from '../../lib/date-in-words.ts'
import { periodOf } from '../../lib/period.ts'
import type { Ctx } from '../context.ts'
import { owedReports } from '../stock/owed-reports.ts'
import { stockSituation } from '../stock/stock-situation.ts'

/** What whoever records a visit learns at once: how long the stock there lasts, and which report is owed. */
export async function paybackOf(ctx: Ctx, customerId: number): Promise<Payback> {
  const stock = await stockSituation(ctx, customerId)
  const owed = await owedReports(ctx, { customerId })
  return {
    daysOfStock: stock.days,
    basis: stock.basis,
    countedOn: stock.countedOn,
    owes: owed.map(({ period }) => periodInWords(periodOf(period)!, ctx.language)),
  }
}
