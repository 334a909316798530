import type { Prisma } from '#prisma'
import type { Ctx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { isAtRisk, type OpenItem, openItems } from '../reminders/open-items.ts'
import { loadRoster } from '../reminders/roster.ts'
import { type ReportScope, scopeWhere } from '../stock/report-scope.ts'
import { todayOf } from '../today-of.ts'

/** Follow-ups of which the responsible person and the superior were told, and that are still open. */
export async function overdueAtRisk(ctx: Ctx, scope: ReportScope): Promise<OpenItem[]> {
  const roster = await loadRoster(ctx.db, ctx.rules, ctx.now)
  const items = await openItems(ctx, roster, scope.officeIds ?? ctx.me.offices)
  return items.filter((item) => isAtRisk(item, ctx.now) && maySee(ctx.me, item.customer))
}

/** Protected customers without a valid follow-up for longer than the protection lasts. */
export function neglected(ctx: Ctx, scope: ReportScope): Prisma.CustomerWhereInput {
  const since = todayOf(ctx).subtract({ days: ctx.rules.protectionDays }).toString()
  return {
    AND: [
      scopeWhere(scope),
      { ownerId: { not: null }, status: { in: ['prospect', 'active'] }, registeredOn: { lt: since } },
      { OR: [{ lastVisitOn: null }, { lastVisitOn: { lt: since } }] },
    ],
  }
}
