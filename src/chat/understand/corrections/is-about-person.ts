import type { Ctx } from '../../../crm/context.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { normalise } from '../normalise.ts'
import { outlineOf } from '../outline.ts'
import { peopleIn } from '../people-said.ts'

/** Whether a text names a person and nothing else: 李店长, manager li. */
export async function isAboutPerson(ctx: Ctx, text: string, customerCode: unknown): Promise<boolean> {
  const customer =
    typeof customerCode === 'string'
      ? await ctx.db.customer.findFirst({
          where: { ...visibleTo(ctx.me), code: customerCode },
          select: { id: true },
        })
      : null
  const said = normalise(text.trim())
  const people = await peopleIn(ctx, customer ? [customer] : [], outlineOf(said, []))
  return people.some(({ start, end }) => end - start === said.text.length)
}
