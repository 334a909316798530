import { lastFinished, type Period } from '../../lib/period.ts'
import { localDate } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { mayWorkOn } from '../people/visibility.ts'
import type { Coverage } from './coverage.ts'
import { type OwedReport, owedReports } from './owed-reports.ts'
import { weekNamed } from './report-period.ts'
import { reportCoverage } from './stock-totals.ts'

/** Who has not reported yet, among the customers the reader sees. */
export interface MissingView {
  period: Period
  coverage: Coverage
  missing: (OwedReport & { mayReport: boolean })[]
  /** The reader sees customers of several offices. */
  byOffice: boolean
}

export async function missingView(ctx: Ctx, week: string | undefined): Promise<MissingView> {
  const period = week ? weekNamed(week, ctx) : lastFinished('week', localDate(ctx.now, ctx.me.zone))
  const scope = { seenBy: ctx.me }
  const owed = await owedReports(ctx, scope, period.id)
  return {
    period,
    coverage: await reportCoverage(ctx.db, scope, period),
    missing: owed.map((report) => ({ ...report, mayReport: mayWorkOn(ctx.me, report.customer) })),
    byOffice: ctx.me.offices.length > 1,
  }
}
