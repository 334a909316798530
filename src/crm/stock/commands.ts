import type { Capability } from '../command.ts'
import { drawReport, reportStock } from './report-command.ts'
import { expectWeeklyReports, missWeeklyReports } from './report-jobs.ts'
import { accept, excuse, sendBack } from './review-commands.ts'
import { drawQueue, drawSituation, showMissing, showQueue, showStock } from './show-command.ts'

/** Stock and sales reports of customers: handed in weekly, reviewed, and what they say of the stock. */
export const stock: Capability = {
  commands: [reportStock, showStock, showMissing, showQueue, accept, sendBack, excuse],
  subjects: [
    { kind: 'report', card: (ctx, key) => drawReport(ctx, `report:${key}`) },
    { kind: 'stock', card: drawSituation },
    { kind: 'reports', card: drawQueue },
  ],
  jobs: [expectWeeklyReports, missWeeklyReports],
}
