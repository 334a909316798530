import type { Prisma } from '#prisma'
import type { Ctx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'

const withOwner = { owner: true, office: true } satisfies Prisma.CustomerInclude
export type CustomerWithOwner = Prisma.CustomerGetPayload<{ include: typeof withOwner }>

/** A customer the person may see. One they may not see is not told apart from one that does not exist. */
export async function customerByCode(
  ctx: Pick<Ctx, 'db' | 'me' | 'spokenOf'>,
  code: string,
): Promise<CustomerWithOwner> {
  const customer = await ctx.db.customer.findUnique({ where: { code }, include: withOwner })
  if (!customer || !maySee(ctx.me, customer))
    refuse('customer.unknown', {
      zh: `没有找到您可以查看的客户 ${code}。发“查客户 名称”试试。`,
      en: `There is no customer ${code} that you may see. Try “find <name>”.`,
    })
  ctx.spokenOf = code
  return customer
}
