import type { Ctx } from '../../../crm/context.ts'
import { spotContacts } from '../../../crm/customers/spot-contacts.ts'
import { spotMembers } from '../../../crm/people/spot-members.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { spotProducts } from '../../../crm/products/spot-products.ts'
import { nameIn } from '../../../lib/words.ts'
import type { FieldValue } from '../../core.ts'
import { contractsIn } from '../contract-numbers.ts'
import { customersLike } from '../customers/customers-like.ts'
import { customersNamed } from '../customers/customers-named.ts'
import { namedOption } from '../named-option.ts'
import { plainText } from '../normalise.ts'
import type { Span } from '../outline.ts'
import { productsAsThings } from '../spot.ts'
import { contactOptions } from './contact-names.ts'

type Option = Extract<FieldValue, { options: unknown }>['options'][number]

/** One is meant, several are to choose from, none is an error. */
function oneOf(options: Option[], none: Extract<FieldValue, { error: unknown }>['error']): FieldValue {
  const [only, another] = options
  if (!only) return { error: none }
  return another ? { options: options.slice(0, 9) } : { value: only.value }
}

/** Of the parts that name something, the one that is the most of the text. */
const longest = <Spot extends Span>(spots: Spot[]): Spot | undefined =>
  spots.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0]

export async function readCustomerField(ctx: Ctx, typed: string): Promise<FieldValue> {
  const text = plainText(typed)
  const code = new RegExp(`(?<![a-z])${ctx.rules.customerPrefix}\\d+`, 'i').exec(text)
  const named = longest(await customersNamed(ctx, code ? code[0].toLowerCase() : text, []))
  const found = named ?? (await customersLike(ctx, text))
  const options = (found?.matches ?? []).map((one) => namedOption(one, ctx.language))
  if (found?.how === 'near' && options.length > 0) return { options }
  return oneOf(options, {
    zh: `没有找到您的客户“${typed}”，请写名称、编号或拼音。`,
    en: `None of your customers is “${typed}”. Please give the name, code or pinyin.`,
  })
}

/** A contact on file goes by the name there; anybody else by what was typed. */
export async function readContactField(ctx: Ctx, typed: string, customerCode: unknown): Promise<FieldValue> {
  const customer =
    typeof customerCode === 'string'
      ? await ctx.db.customer.findFirst({
          where: { ...visibleTo(ctx.me), code: customerCode },
          select: { id: true },
        })
      : null
  if (!customer) return { value: typed }
  const text = plainText(typed)
  const whole = (await spotContacts(ctx.db, customer.id, text)).find(
    ({ start, end }) => end - start === text.length,
  )
  const best = whole?.matches.filter(({ kind }) => kind === whole.matches[0]!.kind) ?? []
  if (best.length > 1)
    return {
      options: await contactOptions(
        ctx,
        customerCode,
        best.map(({ name }) => name),
      ),
    }
  return { value: best[0]?.kind === 'unlikely' ? typed : (best[0]?.name ?? typed) }
}

export async function readMemberField(ctx: Ctx, typed: string): Promise<FieldValue> {
  const spot = longest(await spotMembers(ctx.db, ctx.me, plainText(typed)))
  const options = (spot?.matches ?? []).map((one) => namedOption(one, ctx.language))
  return oneOf(options, {
    zh: `没有叫“${typed}”的同事，请写姓名或编号。`,
    en: `There is no colleague “${typed}”. Please give the name or code.`,
  })
}

export async function readProductField(ctx: Ctx, typed: string): Promise<FieldValue> {
  const spots = productsAsThings(await spotProducts(ctx.db, plainText(typed)))
  const options = spots.flatMap(({ products }) => products).map((one) => namedOption(one, ctx.language))
  return oneOf(options, {
    zh: `没有产品“${typed}”，请写产品的名称或编号。`,
    en: `There is no product “${typed}”. Please give its name or code.`,
  })
}

/** By number, or by the customer whose contract it is. */
export async function readContractField(ctx: Ctx, typed: string): Promise<FieldValue> {
  const [named] = contractsIn(plainText(typed))
  if (named) return { value: named.number }
  const customer = await readCustomerField(ctx, typed)
  const codes =
    'value' in customer
      ? [customer.value as string]
      : 'options' in customer
        ? customer.options.map(({ value }) => value)
        : []
  const contracts = await ctx.db.contract.findMany({
    where: { customer: { ...visibleTo(ctx.me), code: { in: codes } } },
    select: { number: true, customer: { select: { name: true, nameEn: true } } },
    orderBy: { number: 'desc' },
    take: 9,
  })
  const options = contracts.map((one) => ({
    value: one.number,
    label: `${one.number} ${nameIn(one.customer, ctx.language)}`,
  }))
  return oneOf(options, {
    zh: `没有找到合同“${typed}”，请写编号，如 HT-2026-0031。`,
    en: `There is no contract “${typed}”. Please give its number, like HT-2026-0031.`,
  })
}
