import type { Card } from '../../../cards/card.ts'
import { type LeaveShown, leaveCard } from '../../../cards/leave-card.ts'
import { Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import { overlapping } from './overlapping.ts'
import { standsInForDuring } from './stands-in-for.ts'

/** A leave with its people, as a card shows it. */
export async function leaveShown({ db }: Ctx, id: number) {
  const leave = await db.leave.findUnique({ where: { id }, include: { member: true, standIn: true } })
  if (!leave) return null
  const span = {
    from: Temporal.PlainDate.from(leave.fromDate),
    to: Temporal.PlainDate.from(leave.toDate),
    half: leave.half as 'am' | 'pm' | null,
  }
  const { memberId, standInId } = leave
  return {
    ...leave,
    ...span,
    cancelled: leave.cancelledAt !== null,
    isStandInAway: standInId !== null && (await overlapping(db, { memberId: standInId }, span)).length > 0,
    standsInFor: await standsInForDuring(db, memberId, span),
  }
}

/** The card of a leave: for the member, the stand-in, and whoever leads the member. */
export async function drawLeave(ctx: Ctx, id: number): Promise<Card> {
  const leave = await leaveShown(ctx, id)
  const reader = leave && readerOf(ctx, leave)
  if (!reader)
    refuse('leave.unknown', {
      zh: '没有您可以查看的这条请假。要请假，发“请假 下周三”。',
      en: 'There is no such leave that you may see. To enter one, say “leave next Wednesday”.',
    })
  return leaveCard({ ...leave, reader }, ctx.language, todayOf(ctx))
}

interface Shared {
  memberId: number
  standInId: number | null
  member: { unitId: number }
}

function readerOf({ me }: Ctx, { memberId, standInId, member }: Shared): LeaveShown['reader'] | null {
  if (me.id === memberId) return 'self'
  if (me.id === standInId) return 'stand_in'
  const leads = me.role !== 'rep' && (me.team.includes(memberId) || covers(me, member.unitId))
  return leads ? 'other' : null
}

const covers = (me: Ctx['me'], unitId: number) =>
  me.role !== 'team_lead' &&
  (me.unit.kind === 'head_office' || me.offices.includes(unitId) || me.unit.id === unitId)
