import type { Card } from '../../cards/card.ts'
import { helpCard } from '../../cards/help-card.ts'
import type { Command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import type { Role } from '../crm/people/roles.ts'
import { visibleTo } from '../crm/people/visibility.ts'
import { type Language, nameIn } from '../lib/words.ts'
import { type Core, mayUse } from './core.ts'
import { topicOf, topics } from './help-topics.ts'

/** What stands in for `{customer}` and the like in examples: the person's own. What they have none of is absent. */
export type Names = Partial<
  Record<'customer' | 'contact' | 'pooled' | 'product' | 'contract' | 'member', string>
>

export async function namesOf(ctx: Ctx): Promise<Names> {
  const customer = await exampleCustomer(ctx)
  const contact = customer?.contacts[0]
  const pooled = await ctx.db.customer.findFirst({ where: { ...visibleTo(ctx.me), ownerId: null } })
  const contract = await exampleContract(ctx)
  const product = await ctx.db.product.findFirst({
    where: { lines: { some: { report: { customerId: customer?.id } } } },
  })
  const lead = await ctx.db.member.findFirst({
    where: { unitId: ctx.me.unit.id, leftOn: null, NOT: { id: ctx.me.id } },
  })
  return {
    customer: customer ? nameIn(customer, ctx.language) : undefined,
    contact: contact ? nameIn(contact, ctx.language) : undefined,
    pooled: pooled ? nameIn(pooled, ctx.language) : undefined,
    product: product ? nameIn(product, ctx.language) : undefined,
    contract: contract?.number,
    member: lead ? nameIn(lead, ctx.language) : undefined,
  }
}

const withContact = { contacts: { take: 1, orderBy: { isKey: 'desc' } } } as const

/** One of their own, if they have any; else one that somebody works on. */
const exampleCustomer = async (ctx: Ctx) =>
  (await ctx.db.customer.findFirst({
    where: { ...visibleTo(ctx.me), ownerId: ctx.me.id },
    include: withContact,
  })) ??
  ctx.db.customer.findFirst({ where: { ...visibleTo(ctx.me), ownerId: { not: null } }, include: withContact })

/** One that waits, rather than one that is settled. */
const exampleContract = (ctx: Ctx) =>
  ctx.db.contract.findFirst({
    where: { state: 'in_review', customer: visibleTo(ctx.me) },
    orderBy: { id: 'desc' },
    select: { number: true },
  })

/** An example in the person's own names; undefined where it speaks of something they do not have. */
export function exampleFor(command: Command, language: Language, names: Names): string | undefined {
  const [example] = command.examples[language]
  const named = example?.replaceAll(/\{(\w+)\}/g, (whole, name: keyof Names) => names[name] ?? whole)
  return named?.includes('{') ? undefined : named
}

/** No more fit on a phone. */
const mostLines = 10

/** What this person may do, with examples from their own customers: what they do most, or all that a topic has. */
export async function help(ctx: Ctx, core: Core, topic?: string): Promise<Card> {
  const all = await sayable(ctx, core)
  const known = topics.filter((one) => all.some(({ command }) => topicOf(command) === one))
  const asked = known.find(({ value }) => value === topic)
  const lines = asked ? all.filter(({ command }) => topicOf(command) === asked) : toBeginWith(all, ctx)
  const others = lines.length < all.length ? known.filter((one) => one !== asked) : []
  return helpCard({ lines, topic: asked, others }, ctx.me, ctx.language)
}

/** What they might try next: the sentences that help begins with, and help. */
export async function suggestions(ctx: Ctx, core: Core): Promise<string[]> {
  const all = await sayable(ctx, core)
  const asking = all.filter(({ command }) => command.name === 'help')
  return [...new Set([...toBeginWith(all, ctx), ...asking])].map(({ example }) => example)
}

interface Sayable {
  command: Command
  title: string
  example: string
}

/** What this person may and usually does say, in the names of what is theirs. */
async function sayable(ctx: Ctx, core: Core): Promise<Sayable[]> {
  const names = await namesOf(ctx)
  return core.commands.flatMap((command) => {
    const isTheirs = mayUse(command, ctx) && isFor(command.usual ?? 'everyone', ctx)
    const example = isTheirs && exampleFor(command, ctx.language, names)
    return example ? [{ command, title: command.title[ctx.language], example }] : []
  })
}

const toBeginWith = (all: Sayable[], ctx: Ctx): Sayable[] =>
  all.length <= mostLines ? all : all.filter(({ command }) => isFor(command.first ?? [], ctx))

const isFor = (whom: readonly Role[] | 'everyone', { me }: Ctx): boolean =>
  whom === 'everyone' || whom.includes(me.role)
