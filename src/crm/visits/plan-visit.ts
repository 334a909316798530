import { dateOf, Temporal } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import type { CustomerWithOwner } from '../customers/customer-by-code.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { todayOf } from '../today-of.ts'
import { refusePast } from './prepare-visit.ts'
import { workableCustomer } from './workable-customer.ts'

export interface PlanSaid {
  /** Code. */
  customer: string
  /** YYYY-MM-DD */
  date: string
  /** HH:MM */
  time?: string
  about?: string
}

export interface PreparedPlan {
  customer: CustomerWithOwner
  date: Temporal.PlainDate
  time: string | null
  about: string
  /** The plan for that day that this one changes. */
  earlierId: number | null
}

/** Finds what is meant and checks it. Without a subject of its own the plan takes over the step that was agreed. */
export async function preparePlan(ctx: Ctx, said: PlanSaid): Promise<PreparedPlan> {
  const customer = await workableCustomer(ctx, said.customer)
  const date = Temporal.PlainDate.from(said.date)
  if (Temporal.PlainDate.compare(date, todayOf(ctx)) < 0) refusePast(date, 'date')
  const earlier = await ctx.db.visit.findFirst({
    where: { customerId: customer.id, memberId: ctx.me.id, state: 'planned', date: said.date },
  })
  return {
    customer,
    date,
    time: said.time ?? earlier?.time ?? null,
    about: said.about ?? earlier?.about ?? (await agreedStep(ctx, customer.id)),
    earlierId: earlier?.id ?? null,
  }
}

const openSteps = (customerId: number) => ({
  customerId,
  state: 'done',
  settledAt: null,
  nextDate: { not: null },
})

async function agreedStep(ctx: Ctx, customerId: number): Promise<string> {
  const last = await ctx.db.visit.findFirst({
    where: openSteps(customerId),
    orderBy: [{ date: 'desc' }, { id: 'desc' }],
  })
  return last?.nextStep ?? ''
}

/**
 * Plans a visit and returns its id. It replaces the plan for that day and the next step that was open:
 * both come back where the plan is taken back.
 */
export async function planVisit(ctx: Ctx, said: PlanSaid): Promise<number> {
  const plan = await preparePlan(ctx, said)
  const id = await create(ctx, plan)
  await replace(ctx, id, plan)
  record(ctx, 'visit.planned', `visit:${id}`, { customer: plan.customer.code, date: said.date })
  ctx.changed.add(`customer:${plan.customer.code}`)
  await owedChanged(ctx, plan.customer)
  return id
}

async function create(ctx: Ctx, { customer, date, time, about }: PreparedPlan): Promise<number> {
  const row = await ctx.db.visit.create({
    data: {
      customerId: customer.id,
      memberId: ctx.me.id,
      state: 'planned',
      date: date.toString(),
      time,
      about,
      createdAt: dateOf(ctx.now),
    },
  })
  return row.id
}

async function replace(ctx: Ctx, settledById: number, { customer, earlierId }: PreparedPlan): Promise<void> {
  const settled = { settledAt: dateOf(ctx.now), settledById }
  await ctx.db.visit.updateMany({ where: openSteps(customer.id), data: settled })
  if (earlierId)
    await ctx.db.visit.update({ where: { id: earlierId }, data: { ...settled, state: 'cancelled' } })
}
