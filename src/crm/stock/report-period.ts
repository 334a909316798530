import { lastFinished, type Period, periodOf, weekOf } from '../../lib/period.ts'
import { localDate, Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

/**
 * The week a report is about where the person names none: the one that finished last until its report is handed in,
 * and again where that was returned; then the running week.
 */
export async function periodToReport(
  ctx: Pick<Ctx, 'db' | 'now' | 'me'>,
  customerId: number,
): Promise<Period> {
  const today = localDate(ctx.now, ctx.me.zone)
  const last = lastFinished('week', today)
  const report = await ctx.db.stockReport.findUnique({
    where: { customerId_period: { customerId, period: last.id } },
    select: { state: true },
  })
  return report && report.state !== 'returned' ? weekOf(today) : last
}

/** The week with that id, `2026-W47`. Refuses what is no week, and a week that has not begun. */
export function weekNamed(id: string, ctx: Pick<Ctx, 'now' | 'me'>): Period {
  const period = periodOf(id.toUpperCase())
  if (period?.kind !== 'week')
    refuse('stock.no_week', {
      zh: `“${id}”不是一个周次。请写成 2026-W47 这样，或说“上周”。`,
      en: `“${id}” is not a week. Please write it like 2026-W47, or say “last week”.`,
    })
  if (Temporal.PlainDate.compare(period.first, localDate(ctx.now, ctx.me.zone)) > 0)
    refuse('stock.future_week', {
      zh: `${id} 还没有开始，不能报。请检查周次。`,
      en: `Week ${id} has not begun yet. Please check the week.`,
    })
  return period
}
