import type { Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

export interface StandIn {
  id: number
  code: string
  name: string
  nameEn: string
}

interface Span {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  half: string | null
}

/** The colleague who is to stand in: still there, of the same unit or above it, and not away at the same time. */
export async function standInNamed(ctx: Ctx, code: string, leave: Span): Promise<StandIn> {
  const member = await ctx.db.member.findUnique({ where: { code } })
  if (!member || member.leftOn || member.id === ctx.me.id || !(await reaches(ctx, member.unitId)))
    refuseStandIn(
      '代班人须是本单位或上级单位的其他在职同事，请换一位。',
      'Whoever stands in must be another colleague of your unit or the one above. Please name someone else.',
    )
  if (await isAway(ctx, member.id, leave))
    refuseStandIn(
      `${member.name}那几天也请假，请换一位代班人。`,
      `${member.nameEn} is away then as well. Please name someone else.`,
    )
  return member
}

/** Whether a unit is the member's own or above it in the tree. */
async function reaches({ db, me }: Ctx, unitId: number): Promise<boolean> {
  for (let id: number | null = me.unit.id; id !== null; ) {
    if (id === unitId) return true
    id = (await db.orgUnit.findUnique({ where: { id }, select: { parentId: true } }))?.parentId ?? null
  }
  return false
}

async function isAway({ db }: Ctx, memberId: number, { from, to, half }: Span): Promise<boolean> {
  const leaves = await db.leave.findMany({
    where: {
      memberId,
      cancelledAt: null,
      fromDate: { lte: to.toString() },
      toDate: { gte: from.toString() },
    },
  })
  return leaves.some((leave) => !half || !leave.half || leave.half === half)
}

function refuseStandIn(zh: string, en: string): never {
  refuse('leave.stand_in', { zh, en }, { standIn: { zh, en } })
}
