import type { Ctx } from '../../../crm/context.ts'
import type { Field } from '../../../crm/fields.ts'
import { customersLike } from '../customers/customers-like.ts'
import { customersNamed } from '../customers/customers-named.ts'
import { datesIn } from '../moments.ts'
import { plainText } from '../normalise.ts'
import { optionSaid } from '../option-said.ts'
import type { Span } from '../outline.ts'

/** Letters that may stand around a value: 去周五, 周五吧. */
const spare = 1

/** Whether words are a value of that field and nothing else: 周五, but not 周五去华联盘点. */
export async function isWholly(ctx: Ctx, field: Field, words: string): Promise<boolean> {
  const text = plainText(words).trim()
  const fills = (span: Span | null | undefined) => !!span && span.end - span.start >= text.length - spare
  switch (field.kind) {
    case 'date':
    case 'time':
      return datesIn(ctx, text).some(fills)
    case 'choice':
      return optionSaid(field, text)?.word === text
    case 'customer': {
      const named = await customersNamed(ctx, text, [])
      return named.length > 0 ? named.some(fills) : fills(await customersLike(ctx, text))
    }
    default:
      return !/[,，:：;；。]/u.test(text)
  }
}
