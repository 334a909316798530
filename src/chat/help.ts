import type { Card } from '../../cards/card.ts'
import { helpCard } from '../../cards/help-card.ts'
import type { Command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { visibleTo } from '../crm/people/visibility.ts'
import type { Language } from '../lib/words.ts'
import { type Core, mayUse } from './core.ts'

/** Names that stand in for `{customer}` and the like in examples: the person's own. */
export interface Names {
  customer: string
  contact: string
}

export async function namesOf(ctx: Ctx): Promise<Names> {
  const own = await ctx.db.customer.findFirst({
    where: { ...visibleTo(ctx.me), ownerId: ctx.me.id },
    include: { contacts: { take: 1, orderBy: { isKey: 'desc' } } },
    orderBy: { id: 'asc' },
  })
  const any =
    own ?? (await ctx.db.customer.findFirst({ where: visibleTo(ctx.me), include: { contacts: { take: 1 } } }))
  const english = ctx.language === 'en'
  const contact = any?.contacts[0]
  return {
    customer: (english && any?.nameEn) || any?.name || (english ? 'the customer' : '客户名称'),
    contact: (english && contact?.nameEn) || contact?.name || (english ? 'the manager' : '店长'),
  }
}

export const exampleFor = (command: Command, language: Language, names: Names): string =>
  (command.examples[language][0] ?? command.words[language][0] ?? '')
    .replaceAll('{customer}', names.customer)
    .replaceAll('{contact}', names.contact)

/** What this person may do, with examples from their own customers. */
export async function help(ctx: Ctx, core: Core): Promise<Card> {
  const names = await namesOf(ctx)
  const usable = core.commands.filter(
    (command) => mayUse(command, ctx) && command.examples[ctx.language].length > 0,
  )
  const lines = usable.map((command) => ({
    title: command.title[ctx.language],
    example: exampleFor(command, ctx.language, names),
  }))
  return helpCard(lines, ctx.me, ctx.language)
}
