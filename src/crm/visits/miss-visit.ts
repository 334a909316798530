import { dateInWords } from '../../lib/date-in-words.ts'
import { dateOf, Temporal } from '../../lib/time.ts'
import { nameIn, type Words } from '../../lib/words.ts'
import { type Ctx, record } from '../context.ts'
import type { CustomerWithOwner } from '../customers/customer-by-code.ts'
import { refuse } from '../refusal.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { todayOf } from '../today-of.ts'
import { workableCustomer } from './workable-customer.ts'

/** Why a planned visit was not made. `made_later` is noted by the visit that overtook it. */
export const missReasons = {
  customer_away: { zh: '客户不在', en: 'customer away' },
  customer_postponed: { zh: '客户改期', en: 'customer postponed' },
  urgent: { zh: '临时任务', en: 'something urgent' },
  transport: { zh: '天气交通', en: 'weather or traffic' },
  no_need: { zh: '不再需要', en: 'no longer needed' },
  made_later: { zh: '改日已拜访', en: 'made on a later day' },
} satisfies Record<string, Words>

export type MissReason = keyof typeof missReasons

export interface MissSaid {
  /** Code. */
  customer: string
  /** The planned day, YYYY-MM-DD; the last one that has come where nothing was said. */
  date?: string
  reason: MissReason
}

export interface PreparedMiss {
  customer: CustomerWithOwner
  visitId: number
  date: Temporal.PlainDate
  reason: MissReason
}

export async function prepareMiss(
  ctx: Ctx,
  { customer: code, date, reason }: MissSaid,
): Promise<PreparedMiss> {
  const customer = await workableCustomer(ctx, code)
  const planned = await ctx.db.visit.findFirst({
    where: {
      customerId: customer.id,
      memberId: ctx.me.id,
      state: 'planned',
      date: date ?? { lte: todayOf(ctx).toString() },
    },
    orderBy: { date: 'desc' },
  })
  if (!planned) refuseNoPlan(customer, date)
  return { customer, visitId: planned.id, date: Temporal.PlainDate.from(planned.date), reason }
}

/** Notes why a planned visit was not made, and returns its id. */
export async function missVisit(ctx: Ctx, said: MissSaid): Promise<number> {
  const { customer, visitId, reason } = await prepareMiss(ctx, said)
  await ctx.db.visit.update({
    where: { id: visitId },
    data: { state: 'missed', reason, recordedAt: dateOf(ctx.now) },
  })
  record(ctx, 'visit.missed', `visit:${visitId}`, { customer: customer.code, reason })
  ctx.changed.add(`customer:${customer.code}`)
  await owedChanged(ctx, customer)
  return visitId
}

function refuseNoPlan(customer: CustomerWithOwner, date?: string): never {
  const day = date && Temporal.PlainDate.from(date)
  refuse('visit.not_planned', {
    zh: `您${day ? `在${dateInWords(day, 'zh')}` : '到今天为止'}没有计划拜访 ${customer.name}。发“拜访记录 ${customer.code}”可看计划。`,
    en: `You have no visit to ${nameIn(customer, 'en')} planned ${day ? `for ${dateInWords(day, 'en')}` : 'up to today'}. Say “visits ${customer.code}” to see the plans.`,
  })
}
