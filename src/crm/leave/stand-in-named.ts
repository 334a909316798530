import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { overlapping, type Span } from './overlapping.ts'

export interface StandIn {
  id: number
  code: string
  name: string
  nameEn: string
}

/** The colleague who is to stand in: still there, of the same unit or above it, and not away at the same time. */
export async function standInNamed(ctx: Ctx, code: string, leave: Span): Promise<StandIn> {
  const member = await ctx.db.member.findUnique({ where: { code } })
  if (!member || member.leftOn || member.id === ctx.me.id || !(await reaches(ctx, member.unitId)))
    refuseStandIn(
      '代班人须是本单位或上级单位的其他在职同事，请换一位。',
      'Whoever stands in must be another colleague of your unit or the one above. Please name someone else.',
    )
  if ((await overlapping(ctx.db, { memberId: member.id }, leave)).length > 0)
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

function refuseStandIn(zh: string, en: string): never {
  refuse('leave.stand_in', { zh, en }, { standIn: { zh, en } })
}
