import type { Period } from '../../lib/period.ts'
import { isBefore, type Temporal } from '../../lib/time.ts'
import { type Ctx, owe, type Tx } from '../context.ts'
import { deadlinesOf } from './expect-reports.ts'

/** The sales unit that reviews the reports of an office. */
export interface ReviewingUnit {
  id: number
  code: string
  zone: string
}

export async function reviewingUnit(db: Tx, officeId: number): Promise<ReviewingUnit> {
  const office = await db.orgUnit.findUniqueOrThrow({ where: { id: officeId }, include: { parent: true } })
  return office.parent ?? office
}

/** The one card on which a unit's info clerks see all reports of a week. */
export const queueSubject = (unitCode: string, period: string) => `reports:${unitCode}:${period}`

/**
 * A report comes into the queue of its unit. The clerks have one card for the week, which is redrawn; they get it with the
 * first report of the week, and once more when a late one comes into a queue that they had emptied.
 * Called before the report is written.
 */
export async function enterQueue(ctx: Ctx, officeId: number, period: Period): Promise<void> {
  const unit = await reviewingUnit(ctx.db, officeId)
  const subject = queueSubject(unit.code, period.id)
  ctx.changed.add(subject)
  const before = await ctx.db.stockReport.groupBy({
    by: ['state'],
    where: { period: period.id, customer: { office: { parentId: unit.id } } },
    _count: true,
  })
  const waits = before.some(({ state }) => state === 'submitted')
  if (!waits && (before.length === 0 || isAfterHandIn(ctx.now, period, unit)))
    owe(ctx, subject, await clerksOf(ctx.db, unit.id))
}

const isAfterHandIn = (now: Temporal.Instant, period: Period, { zone }: ReviewingUnit) =>
  isBefore(deadlinesOf(period, zone).handIn, now)

const clerksOf = async (db: Tx, unitId: number): Promise<number[]> => {
  const clerks = await db.member.findMany({
    where: { unitId, role: 'info_clerk', leftOn: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return clerks.map(({ id }) => id)
}

/** Something of the week changed: every card that shows the unit's queue is redrawn. */
export async function queueChanged(
  ctx: Pick<Ctx, 'db' | 'changed'>,
  officeId: number,
  period: string,
): Promise<void> {
  const { code } = await reviewingUnit(ctx.db, officeId)
  ctx.changed.add(queueSubject(code, period))
}
