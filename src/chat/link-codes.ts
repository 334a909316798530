import type { PrismaClient } from '#prisma'
import type { Ctx } from '../crm/context.ts'
import { dateOf } from '../lib/time.ts'
import type { PlatformUser, Say } from './contract.ts'
import { newDraftCode } from './draft-code.ts'
import { link } from './identities.ts'

const lifeHours = 72

/** A code for a member whom no platform vouches for: sent from there once, it links the two. */
export async function newLinkCode(ctx: Ctx, memberId: number): Promise<string> {
  const code = `${newDraftCode()}${newDraftCode()}`
  await ctx.db.linkCode.create({
    data: { code, memberId, expiresAt: dateOf(ctx.now.add({ hours: lifeHours })) },
  })
  return code
}

const sentence = /^\s*(?:绑定|link)\s*([A-Z0-9]{8})\s*$/i

/** Links whoever sends a code that is theirs to use. Null where that is not what was said, or the code is not good. */
export async function redeemLinkCode(
  db: PrismaClient,
  { from, say, now, wall }: { from: PlatformUser; say: Say; now: Date; wall: Date },
): Promise<number | null> {
  const code = 'text' in say ? sentence.exec(say.text ?? '')?.[1]?.toUpperCase() : undefined
  if (!code) return null
  const { count } = await db.linkCode.updateMany({
    where: { code, usedAt: null, expiresAt: { gte: now } },
    data: { usedAt: now },
  })
  if (count === 0) return null
  const { memberId } = await db.linkCode.findUniqueOrThrow({ where: { code } })
  await link(db, from, memberId, wall)
  return memberId
}
