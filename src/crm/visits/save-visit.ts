import type { Prisma } from '#prisma'
import { dateOf } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { noteLastVisit } from './note-last-visit.ts'
import { type PreparedVisit, prepareVisit, type VisitSaid } from './prepare-visit.ts'

/**
 * Records a visit that was made, and returns its id. One that was planned for the day becomes the visit made;
 * next steps agreed before are settled, and plans that it overtook are noted as made later.
 */
export async function saveVisit(ctx: Ctx, said: VisitSaid): Promise<number> {
  const visit = await prepareVisit(ctx, said)
  const id = await write(ctx, visit)
  await settleNextSteps(ctx, id, visit)
  await noteOvertakenPlans(ctx, id, visit)
  await noteLastVisit(ctx.db, visit.customer.id)
  record(ctx, 'visit.recorded', `visit:${id}`, {
    customer: visit.customer.code,
    valid: visit.lacks.length === 0,
  })
  ctx.changed.add(`customer:${visit.customer.code}`)
  await owedChanged(ctx, visit.customer)
  return id
}

async function write(ctx: Ctx, visit: PreparedVisit): Promise<number> {
  const data = columns(ctx, visit)
  const row = visit.plan
    ? await ctx.db.visit.update({ where: { id: visit.plan.id }, data })
    : await ctx.db.visit.create({
        data: { ...data, customerId: visit.customer.id, memberId: ctx.me.id, createdAt: dateOf(ctx.now) },
      })
  return row.id
}

const columns = (
  ctx: Ctx,
  { contact, contactName, date, kind, about, lacks, plan, ...rest }: PreparedVisit,
) => ({
  state: 'done',
  contactId: contact?.id ?? null,
  contactName: contact ? null : contactName,
  date: date.toString(),
  kind,
  about,
  feedback: rest.feedback,
  nextStep: rest.nextStep,
  nextDate: rest.nextDate?.toString() ?? null,
  valid: lacks.length === 0,
  plannedAbout: plan ? plan.about : null,
  recordedAt: dateOf(ctx.now),
})

/**
 * A next step is done by speaking to someone about something on or after its date, and replaced by a new date.
 * A call before the date that agrees nothing new leaves it standing, and so does an attempt that reached nobody.
 */
function stepsSettledBy({ customer, date, nextDate, lacks }: PreparedVisit): Prisma.VisitWhereInput | null {
  const reachedNobody = lacks.includes('contact') || lacks.includes('subject')
  if (!nextDate && reachedNobody) return null
  return {
    customerId: customer.id,
    state: 'done',
    settledAt: null,
    nextDate: nextDate ? { not: null } : { lte: date.toString() },
    date: { lte: date.toString() },
  }
}

async function settleNextSteps(ctx: Ctx, id: number, visit: PreparedVisit): Promise<void> {
  const steps = stepsSettledBy(visit)
  if (!steps) return
  await ctx.db.visit.updateMany({
    where: { ...steps, id: { not: id } },
    data: { settledAt: dateOf(ctx.now), settledById: id },
  })
}

const noteOvertakenPlans = (ctx: Ctx, id: number, { customer, date }: PreparedVisit) =>
  ctx.db.visit.updateMany({
    where: { customerId: customer.id, memberId: ctx.me.id, state: 'planned', date: { lt: date.toString() } },
    data: { state: 'missed', reason: 'made_later', recordedAt: dateOf(ctx.now), settledById: id },
  })
