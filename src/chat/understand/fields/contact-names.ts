import type { Ctx } from '../../../crm/context.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { nameIn } from '../../../lib/words.ts'
import type { Choice } from '../understood.ts'

/** The contacts of a customer as the reader knows them, by their names on file; anybody else goes by what was said. */
export async function contactNames(
  ctx: Pick<Ctx, 'db' | 'me' | 'language'>,
  customer: unknown,
  names: string[],
): Promise<(name: string) => string> {
  if (ctx.language === 'zh' || typeof customer !== 'string') return (name) => name
  const contacts = await ctx.db.contact.findMany({
    where: { name: { in: names }, customer: { ...visibleTo(ctx.me), code: customer } },
    select: { name: true, nameEn: true },
  })
  const known = new Map(contacts.map((contact) => [contact.name, nameIn(contact, ctx.language)]))
  return (name) => known.get(name) ?? name
}

/** Several to choose from. */
export async function contactOptions(
  ctx: Pick<Ctx, 'db' | 'me' | 'language'>,
  customer: unknown,
  names: string[],
): Promise<Choice['options']> {
  const inWords = await contactNames(ctx, customer, names)
  return names.map((name) => ({ value: name, label: inWords(name) }))
}
