import type { Ctx } from '../../crm/context.ts'
import type { Field } from '../../crm/fields.ts'
import { visibleTo } from '../../crm/people/visibility.ts'
import { dateInWords, periodInWords } from '../../lib/date-in-words.ts'
import { periodOf } from '../../lib/period.ts'
import { Temporal } from '../../lib/time.ts'
import { nameIn } from '../../lib/words.ts'
import type { FieldValue } from '../core.ts'
import { contactNames } from './fields/contact-names.ts'
import {
  readChoiceField,
  readDateField,
  readMoneyField,
  readNumberField,
  readPeriodField,
  readPhoneField,
  readTimeField,
} from './fields/read-figure.ts'
import {
  readContactField,
  readContractField,
  readCustomerField,
  readMemberField,
  readProductField,
} from './fields/read-reference.ts'
import { readStockLines, stockLinesInWords } from './fields/stock-lines.ts'
import { todayOf } from './moments.ts'
import type { Line } from './stock/read-lines.ts'

/** Reads what was typed into one field of a form; `given` is the rest of it. */
export async function understandField(
  ctx: Ctx,
  field: Field,
  typed: string,
  given: Record<string, unknown>,
): Promise<FieldValue> {
  switch (field.kind) {
    case 'customer':
      return readCustomerField(ctx, typed)
    case 'contact':
      return readContactField(ctx, typed, given.customer)
    case 'member':
      return readMemberField(ctx, typed)
    case 'product':
      return readProductField(ctx, typed)
    case 'contract':
      return readContractField(ctx, typed)
    case 'date':
      return readDateField(ctx, typed, field.slot ?? 'next')
    case 'time':
      return readTimeField(ctx, typed)
    case 'period':
      return readPeriodField(ctx, typed)
    case 'number':
      return readNumberField(typed)
    case 'money':
      return readMoneyField(typed)
    case 'phone':
      return readPhoneField(typed)
    case 'choice':
      return readChoiceField(field, typed)
    case 'stock_lines':
      return readStockLines(ctx, typed)
    case 'draft':
    case 'report':
    case 'words':
    case 'query':
      return { value: typed }
  }
}

/** How a value stands in a field of a form: words that `understandField` reads back. */
export async function fieldInWords(
  ctx: Ctx,
  field: Field,
  value: unknown,
  input: Record<string, unknown> = {},
): Promise<string> {
  const { language } = ctx
  switch (field.kind) {
    case 'contact':
      return (await contactNames(ctx, input.customer, [String(value)]))(String(value))
    case 'customer':
      return customerInWords(ctx, String(value))
    case 'member': {
      const member = await ctx.db.member.findUnique({ where: { code: String(value) } })
      return member ? nameIn(member, language) : String(value)
    }
    case 'product': {
      const product = await ctx.db.product.findUnique({ where: { code: String(value) } })
      return product ? nameIn(product, language) : String(value)
    }
    case 'date':
      return dateInWords(Temporal.PlainDate.from(String(value)), language, todayOf(ctx))
    case 'period': {
      const period = periodOf(String(value))
      return period ? periodInWords(period, language) : String(value)
    }
    case 'money':
      return `${Number(value) / 100}${language === 'zh' ? '元' : ' yuan'}`
    case 'choice':
      return field.options?.find((option) => option.value === value)?.words[language] ?? String(value)
    case 'stock_lines':
      return stockLinesInWords(ctx, value as Line[])
    default:
      return String(value)
  }
}

/** With the code, so that one of several that share a name is read back. */
async function customerInWords(ctx: Ctx, code: string): Promise<string> {
  const customer = await ctx.db.customer.findFirst({ where: { ...visibleTo(ctx.me), code } })
  return customer ? `${nameIn(customer, ctx.language)} ${code}` : code
}
