import { type Ctx, record } from '../context.ts'

/** Commands that a person may have saved without a card to confirm: records that can be taken back. */
export const savedAtOnce = ['visit.record', 'visit.plan', 'stock.report', 'leave.add', 'contact.add'] as const

export type SavedAtOnce = (typeof savedAtOnce)[number]

/** From now on the person's sentences for that command are saved at once, or shown first again. */
export async function setSaveAtOnce(ctx: Ctx, command: SavedAtOnce, on: boolean): Promise<void> {
  const { preferences } = await ctx.db.member.findUniqueOrThrow({ where: { id: ctx.me.id } })
  const others = ctx.me.saveAtOnce.filter((one) => one !== command)
  const saveAtOnce = on ? [...others, command] : others
  await ctx.db.member.update({
    where: { id: ctx.me.id },
    data: { preferences: JSON.stringify({ ...(JSON.parse(preferences) as object), saveAtOnce }) },
  })
  record(ctx, 'preference.changed', `member:${ctx.me.code}`, { saveAtOnce })
}
