import { lastFinished, nextPeriod, weekOf } from '../../lib/period.ts'
import { at, dateOf, instantOf, localDate, Temporal } from '../../lib/time.ts'
import type { Job } from '../command.ts'
import type { Ctx, Tx } from '../context.ts'
import { expectReports, missReports } from './expect-reports.ts'
import { queueSubject } from './review-queue.ts'

/** As a week ends, every report expected for it enters the compliance ledger. */
export const expectWeeklyReports: Job = {
  name: 'reports.expect',
  next: async ({ db }, after) => {
    const weekEnds = (await zonesOf(db)).map((zone) =>
      at(nextPeriod(weekOf(localDate(after, zone))).first, '00:00', zone),
    )
    return weekEnds.sort(Temporal.Instant.compare)[0]
  },
  run: async (ctx, moment) => {
    for (const zone of await zonesOf(ctx.db)) {
      const period = lastFinished('week', localDate(moment, zone))
      if ((await expectReports(ctx.db, period, zone)) > 0) await queuesChanged(ctx, period.id)
    }
  },
}

/** At the deadline, the reports that were not handed in are missed. */
export const missWeeklyReports: Job = {
  name: 'reports.miss',
  next: async ({ db }, after) => {
    const next = await db.complianceEntry.findFirst({
      where: { state: 'due', dueAt: { gt: dateOf(after) } },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    })
    return next ? instantOf(next.dueAt) : undefined
  },
  run: async (ctx, moment) => {
    for (const period of await missReports(ctx.db, dateOf(moment))) await queuesChanged(ctx, period)
  },
}

const salesUnits = (db: Tx) =>
  db.orgUnit.findMany({ where: { kind: 'sales_unit' }, select: { code: true, zone: true } })

const zonesOf = async (db: Tx) => [...new Set((await salesUnits(db)).map(({ zone }) => zone))]

async function queuesChanged(ctx: Pick<Ctx, 'db' | 'changed'>, period: string): Promise<void> {
  for (const { code } of await salesUnits(ctx.db)) ctx.changed.add(queueSubject(code, period))
}
