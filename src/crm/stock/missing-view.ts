import { lastFinished, type Period } from '../../lib/period.ts'
import { localDate } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { mayWorkOn } from '../people/visibility.ts'
import type { Coverage } from './coverage.ts'
import { type OwedReport, owedReports } from './owed-reports.ts'
import { weekNamed } from './report-period.ts'
import { type OwedOfOffice, owedByOffice, reportCoverage } from './stock-totals.ts'

/** Who has not reported yet, among the customers the reader sees. */
export interface MissingView {
  period: Period
  coverage: Coverage
  /** Not all of them where they are many: `byOffice` counts them all. */
  missing: (OwedReport & { mayReport: boolean })[]
  byOffice: OwedOfOffice[]
}

/** As many as anyone reads through. */
const most = 15

export async function missingView(ctx: Ctx, week: string | undefined): Promise<MissingView> {
  const period = week ? weekNamed(week, ctx) : lastFinished('week', localDate(ctx.now, ctx.me.zone))
  const scope = { seenBy: ctx.me }
  const owed = await owedReports(ctx, scope, period.id, most)
  return {
    period,
    coverage: await reportCoverage(ctx.db, scope, period),
    missing: owed.map((report) => ({ ...report, mayReport: mayWorkOn(ctx.me, report.customer) })),
    byOffice: await owedByOffice(ctx.db, scope, period),
  }
}
