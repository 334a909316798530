import { dateOf, Temporal } from '../../lib/time.ts'
import { type Ctx, owe, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import type { LeaveRow } from './is-on-leave.ts'
import { standsInForDuring } from './stands-in-for.ts'

/** The member's leave that holds on that day, or the one that comes first. */
export async function leaveToCancel(ctx: Ctx, date?: string): Promise<LeaveRow> {
  const today = todayOf(ctx).toString()
  const leave = await ctx.db.leave.findFirst({
    where: {
      memberId: ctx.me.id,
      cancelledAt: null,
      toDate: { gte: date ?? today },
      ...(date && { fromDate: { lte: date } }),
    },
    orderBy: { fromDate: 'asc' },
  })
  if (!leave)
    refuse('leave.none', {
      zh: '没有可以取消的请假。要请假，发“请假 下周三”。',
      en: 'There is no leave to cancel. To enter one, say “leave next Wednesday”.',
    })
  return leave
}

/** Cancels a leave, or ends it with yesterday where it has begun. The stand-in is told; all others see it on their cards. */
export async function cancelLeave(ctx: Ctx, leave: LeaveRow): Promise<void> {
  const today = todayOf(ctx)
  await ctx.db.leave.update({ where: { id: leave.id }, data: ended(leave, today, ctx) })
  record(ctx, 'leave.cancelled', `leave:${leave.id}`, { from: leave.fromDate, to: leave.toDate })
  if (leave.standInId) owe(ctx, `leave:${leave.id}`, [leave.standInId])
  for (const { leaveId } of await standsInForDuring(ctx.db, ctx.me.id, spanOf(leave)))
    ctx.changed.add(`leave:${leaveId}`)
}

const spanOf = ({ fromDate, toDate, half }: LeaveRow) => ({
  from: Temporal.PlainDate.from(fromDate),
  to: Temporal.PlainDate.from(toDate),
  half,
})

const ended = (leave: LeaveRow, today: Temporal.PlainDate, { now }: Ctx) =>
  leave.fromDate < today.toString()
    ? { toDate: today.subtract({ days: 1 }).toString() }
    : { cancelledAt: dateOf(now) }
