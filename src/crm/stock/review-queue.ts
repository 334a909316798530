import type { Period } from '../../lib/period.ts'
import { dateOf, isBefore } from '../../lib/time.ts'
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
 * A report comes into the queue of its unit. A clerk gets one card for the week, with the first report that comes, and it is
 * redrawn from then on; it is sent once more only when a late report comes into a queue that was empty.
 * Called before the report is written.
 */
export async function enterQueue(ctx: Ctx, officeId: number, period: Period): Promise<void> {
  const unit = await reviewingUnit(ctx.db, officeId)
  const subject = queueSubject(unit.code, period.id)
  ctx.changed.add(subject)
  const clerks = await clerksOf(ctx.db, unit.id)
  const untold = await notYetTold(ctx, subject, clerks)
  const late = isBefore(deadlinesOf(period, unit.zone).handIn, ctx.now)
  owe(ctx, subject, late && (await isEmpty(ctx.db, unit.id, period)) ? clerks : untold)
}

const isEmpty = async (db: Tx, unitId: number, { id: period }: Period): Promise<boolean> =>
  (await db.stockReport.count({
    where: { period, state: 'submitted', customer: { office: { parentId: unitId } } },
  })) === 0

/** Clerks who have not had the card of the week, and have it from now on. */
async function notYetTold({ db, now }: Ctx, item: string, clerks: number[]): Promise<number[]> {
  const told = await db.nudge.findMany({
    where: { item, stage, memberId: { in: clerks } },
    select: { memberId: true },
  })
  const others = clerks.filter((id) => !told.some(({ memberId }) => memberId === id))
  await db.nudge.createMany({ data: others.map((memberId) => ({ memberId, item, stage, at: dateOf(now) })) })
  return others
}

const stage = 'queue'

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
