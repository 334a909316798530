import type { PrismaClient } from '#prisma'
import type { Address, Bot, Person, PlatformUser } from './contract.ts'

/** The member a platform's user is linked to, if any. */
export async function memberOf(db: PrismaClient, user: PlatformUser): Promise<number | null> {
  const key = { platform_userId: { platform: user.platform, userId: user.id } }
  return (await db.identity.findUnique({ where: key, select: { memberId: true } }))?.memberId ?? null
}

/**
 * Who is it? Someone known, or someone the platform vouches for with an e-mail address or a mobile number that is a member's.
 * The one network call on the way in. Null for strangers; a link that exists is never changed here.
 */
export async function identify(
  db: PrismaClient,
  bot: Bot,
  from: PlatformUser,
  wall: Date,
): Promise<number | null> {
  const known = await memberOf(db, from)
  if (known !== null) return known
  const person = await bot.whois(from)
  const member = person && (await memberNamed(db, person))
  if (!member) return null
  await link(db, from, member.id, wall)
  return member.id
}

/** Links a platform's user to a member. A race of two first messages ends with one link. */
export async function link(
  db: PrismaClient,
  user: PlatformUser,
  memberId: number,
  wall: Date,
): Promise<void> {
  const key = { platform: user.platform, userId: user.id }
  await db.identity.upsert({
    where: { platform_userId: key },
    create: { ...key, memberId, linkedAt: wall, lastUsed: wall },
    update: {},
  })
}

/** Mobile numbers are compared by their last eleven digits: `+86 138…` and `138…` are one. */
async function memberNamed(db: PrismaClient, { email, mobile }: Person): Promise<{ id: number } | null> {
  if (email) {
    const found = await db.member.findFirst({ where: { email: email.toLowerCase() }, select: { id: true } })
    if (found) return found
  }
  const digits = mobile?.replace(/\D/g, '').slice(-11)
  if (!digits || digits.length < 7) return null
  const found = await db.member.findMany({
    where: { mobile: { endsWith: digits } },
    select: { id: true },
    take: 2,
  })
  return found.length === 1 ? found[0]! : null
}

/** Remembers where a person was last spoken to alone: that platform is used to reach them. */
export const rememberAddress = (db: PrismaClient, user: PlatformUser, address: Address, wall: Date) =>
  db.identity.updateMany({
    where: { platform: user.platform, userId: user.id },
    data: {
      lastUsed: wall,
      ...(address.kind === 'direct' ? { address: JSON.stringify(lasting(address)) } : {}),
    },
  })

/** An address without what belongs to one message: which was pressed, where it could be answered. */
export const lasting = ({ platform, conversation, kind, user }: Address): Address => ({
  platform,
  conversation,
  kind,
  user,
})

/** Where a member is reached: on the platform used last, else wherever a platform knows their e-mail address or mobile. */
export async function reach(
  db: PrismaClient,
  bots: Bot[],
  memberId: number,
  wall: Date,
): Promise<Address | null> {
  const identities = await db.identity.findMany({ where: { memberId }, orderBy: { lastUsed: 'desc' } })
  for (const { platform, userId } of identities) {
    const bot = bots.find((one) => one.platform === platform)
    if (bot) return bot.direct({ platform, id: userId })
  }
  const member = await db.member.findUnique({ where: { id: memberId } })
  if (!member) return null
  const person = { name: member.name, email: member.email ?? undefined, mobile: member.mobile ?? undefined }
  for (const bot of bots) {
    const user = await bot.find?.(person)
    if (!user) continue
    await link(db, user, memberId, wall)
    return bot.direct(user)
  }
  return null
}
