import type { PrismaClient } from '#prisma'
import { type PlaygroundParts, playgroundBot } from '../bots/playground/bot.ts'
import type { PlaygroundCompany } from '../bots/playground/http.ts'
import type { Messages } from '../bots/playground/messages.ts'
import type { Bot, PlatformUser } from './chat/contract.ts'
import { commandNamed } from './chat/core.ts'
import { suggestions } from './chat/help.ts'
import { link, memberOf } from './chat/identities.ts'
import { emptyOutcome } from './chat/settle.ts'
import { nothing, type Understood } from './chat/understand/understood.ts'
import type { Company } from './company.ts'
import type { Ctx } from './crm/context.ts'
import { meOf } from './crm/people/me-of.ts'
import { visibleTo } from './crm/people/visibility.ts'
import { unitsOf } from './crm/products/units.ts'
import { Refusal } from './crm/refusal.ts'
import { rulesOf } from './crm/rules-of.ts'
import { BUSINESS_ZONE, isBefore, localDate, Temporal } from './lib/time.ts'

export const playgroundFor = (db: PrismaClient, messages: Messages, wall: () => Date) =>
  playgroundBot({ messages, wall, ...directory(db) })

const directory = (db: PrismaClient): Omit<PlaygroundParts, 'messages' | 'wall'> => ({
  personOf: async (code) => {
    const member = await db.member.findUnique({ where: { code } })
    if (!member) return null
    const { name, email, mobile } = member
    return { name, email: email ?? undefined, mobile: mobile ?? undefined }
  },
  codeOf: async ({ email }) =>
    email ? ((await db.member.findFirst({ where: { email }, select: { code: true } }))?.code ?? null) : null,
})

/** What the playground's page may ask of the company. */
export function playgroundCompany(
  company: Company,
  bot: PlaygroundCompany['bot'],
  messages: Messages,
  dressers: Pick<Bot, 'platform' | 'render'>[] = [],
): PlaygroundCompany {
  const { db, core } = company
  const contextOf = async (code: string, now: Temporal.Instant): Promise<Ctx> => {
    const member = await db.member.findUnique({ where: { code }, select: { id: true } })
    const me = member && (await meOf(db, member.id, localDate(now, BUSINESS_ZONE).toString()))
    if (!me) throw new RangeError(`there is nobody with the code ${code}`)
    const place = { platform: bot.platform, conversation: code, address: '' }
    return { db, me, language: me.language, rules: await rulesOf(db), place, ...emptyOutcome(now) }
  }
  return {
    bot,
    messages,
    receive: async (payload, within) => {
      await vouchFor(company, { platform: bot.platform, id: payload.as })
      return company.receive(bot, payload, within)
    },
    deliver: async () => {
      await company.settled()
      await company.deliver()
    },
    dresses: (card) => ({
      card,
      ...Object.fromEntries(
        dressers.map((dresser) => [dresser.platform, dresser.render(card, { language: 'zh' })]),
      ),
    }),
    people: () => people(db, company.now()),
    company: async (as) => {
      const ctx = await contextOf(as, company.now())
      return { ...(await visibleCompany(ctx)), suggestions: await suggestions(ctx, core) }
    },
    greeting: async (as) => commandNamed(core.commands, 'help').run(await contextOf(as, company.now()), {}),
    understand: async (as, text, now) => {
      const ctx = await contextOf(as, now ? momentOf(now) : company.now())
      const understood = await core.understand(ctx, text, {}).catch(refused)
      const { command, input, asks, choices, records, why, nearest } = understood
      return { command, input, asks, choices, records, why, nearest }
    },
    now: () =>
      company
        .now()
        .toZonedDateTimeISO(BUSINESS_ZONE)
        .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    moveTo: async (now) => company.moveTo(withinReach(momentOf(now), company.now())),
    wall: company.wall,
    log: company.log,
  }
}

/** Whoever the page lets one be is that member, with or without an address by which a platform would know them. */
async function vouchFor({ db, wall }: Company, user: PlatformUser): Promise<void> {
  if ((await memberOf(db, user)) !== null) return
  const member = await db.member.findUnique({ where: { code: user.id }, select: { id: true } })
  if (member) await link(db, user, member.id, wall())
}

/** The time machine stops at each due moment on the way and never goes back: a slip of the pen is not followed for years. */
function withinReach(to: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  if (isBefore(now.add({ hours: 366 * 24 }), to))
    throw new RangeError('The clock moves on by a year at most at a time. 时钟一次最多往前拨一年。')
  return to
}

/** A rule that says no is what has to be known of the sentence. */
function refused(error: unknown): Understood {
  if (!(error instanceof Refusal)) throw error
  return { ...nothing(), asks: [{ field: '', why: error.words }], why: [error.code] }
}

/** An ISO moment; without a zone it is meant in the head office's. */
function momentOf(iso: string): Temporal.Instant {
  try {
    return /(Z|[+-]\d{2}:?\d{2})$/.test(iso)
      ? Temporal.Instant.from(iso)
      : Temporal.PlainDateTime.from(iso).toZonedDateTime(BUSINESS_ZONE).toInstant()
  } catch {
    throw new RangeError(
      'Give a date and a time, such as 2026-11-30T09:00. 请写日期和时间，例如 2026-11-30T09:00。',
    )
  }
}

async function people(db: PrismaClient, now: Temporal.Instant) {
  const today = localDate(now, BUSINESS_ZONE).toString()
  const members = await db.member.findMany({
    where: { OR: [{ leftOn: null }, { leftOn: { gt: today } }] },
    include: { unit: true },
    orderBy: { id: 'asc' },
  })
  return members.map(({ code, name, nameEn, role, unit, email, mobile, language }) => ({
    code,
    name,
    nameEn,
    role,
    office: unit.name,
    officeEn: unit.nameEn,
    email,
    mobile,
    language,
  }))
}

/** What a person may see. */
async function visibleCompany(ctx: Ctx) {
  const customers = await ctx.db.customer.findMany({
    where: visibleTo(ctx.me),
    include: { contacts: { select: { name: true } } },
    orderBy: { id: 'asc' },
    take: 1000,
  })
  const products = await ctx.db.product.findMany({ orderBy: { id: 'asc' } })
  return {
    customers: customers.map(({ code, name, mnemonic, tier, contacts }) => ({
      code,
      name,
      mnemonic,
      tier,
      contacts,
    })),
    products: products.map((product) => ({
      code: product.code,
      name: product.name,
      units: unitsOf(product),
    })),
  }
}
