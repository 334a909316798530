import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

/** A member by their code, wherever in the company. */
export async function memberByCode(ctx: Pick<Ctx, 'db'>, code: string) {
  const member = await ctx.db.member.findUnique({
    where: { code: code.toLowerCase() },
    include: { unit: true },
  })
  if (!member)
    refuse('member.unknown', {
      zh: `没有编号为 ${code} 的同事。请核对编号。`,
      en: `There is no colleague with the code ${code}. Please check it.`,
    })
  return member
}
