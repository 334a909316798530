import { stockQueueCard } from '../../../cards/stock-queue-card.ts'
import type { Capability } from '../command.ts'
import { queueView } from './queue-view.ts'
import { drawReport, reportStock, wallOf } from './report-command.ts'
import { expectWeeklyReports, missWeeklyReports } from './report-jobs.ts'
import { accept, excuse, sendBack } from './review-commands.ts'
import { drawSituation, showMissing, showStock } from './show-command.ts'

/** Stock and sales reports of customers: handed in weekly, reviewed, and what they say of the stock. */
export const stock: Capability = {
  commands: [reportStock, showStock, showMissing, accept, sendBack, excuse],
  subjects: [
    { kind: 'report', card: (ctx, key) => drawReport(ctx, `report:${key}`) },
    { kind: 'stock', card: drawSituation },
    {
      kind: 'reports',
      card: async (ctx, key) => {
        const [unit = '', period = ''] = key.split(':')
        return stockQueueCard(await queueView(ctx, unit, period), wallOf(ctx))
      },
    },
  ],
  jobs: [expectWeeklyReports, missWeeklyReports],
}
