import type { Product } from '#prisma'
import { normaliseText } from '../../lib/normalise-text.ts'
import { nameIn, type Words } from '../../lib/words.ts'
import type { Ctx } from '../context.ts'
import { type CustomerFound, searchCustomers } from '../customers/search-customers.ts'
import { productsByCode } from '../products/product-by-code.ts'
import { toBase } from '../products/quantity.ts'
import { type SpottedProduct, spotProducts } from '../products/spot-products.ts'
import { Refusal, refuse } from '../refusal.ts'
import { amountsOf } from './amounts.ts'
import type { LineSaid } from './figures-said.ts'
import { fieldOfProduct } from './report-draft.ts'
import type { GivenReport } from './report-form.ts'

/** Reads a submitted form. Whatever cannot be read is refused together, each beside its field. */
export async function readReportForm(
  ctx: Ctx,
  given: GivenReport,
  values: Record<string, string>,
): Promise<GivenReport> {
  if (!given.customer) return { ...given, customer: await customerCalled(ctx, values.customer ?? '') }
  const errors: Record<string, Words> = {}
  const lines = [
    ...(await fromFields(ctx, values, errors)),
    ...(await fromMore(ctx, values.more ?? '', errors)),
  ]
  if (Object.keys(errors).length > 0) refuse('stock.unreadable', lookAtMarks, errors)
  const period = values.period || given.period
  return { ...given, period, lines, explanation: values.explanation?.trim() || undefined }
}

const prefix = fieldOfProduct('')

async function fromFields(
  ctx: Ctx,
  values: Record<string, string>,
  errors: Record<string, Words>,
): Promise<LineSaid[]> {
  const filled = Object.entries(values).filter(
    ([name, typed]) => name.startsWith(prefix) && typed.trim() !== '',
  )
  const products = await productsByCode(
    ctx.db,
    filled.map(([name]) => name.slice(prefix.length)),
  )
  return filled.flatMap(([name, typed]) =>
    lineOf(products.get(name.slice(prefix.length))!, typed, name, errors),
  )
}

/** One product a line, or several: `芬达 进30 存12`. A line with nothing but a name says nothing. */
async function fromMore(ctx: Ctx, typed: string, errors: Record<string, Words>): Promise<LineSaid[]> {
  const lines: LineSaid[] = []
  for (const line of typed.split('\n').map(normaliseText)) {
    const spotted = line === '' ? [] : await spotProducts(ctx.db, line)
    const problem = line === '' ? null : problemWith(line, spotted)
    if (problem) errors.more = both(errors.more, problem)
    else lines.push(...(await fromLine(ctx, line, spotted, errors)))
  }
  return lines
}

async function fromLine(
  ctx: Ctx,
  line: string,
  spotted: SpottedProduct[],
  errors: Record<string, Words>,
): Promise<LineSaid[]> {
  const products = await productsByCode(
    ctx.db,
    spotted.map(({ code }) => code),
  )
  return spotted.flatMap(({ code, to }, i) =>
    lineOf(products.get(code)!, line.slice(to, spotted[i + 1]?.from), 'more', errors),
  )
}

function lineOf(product: Product, typed: string, field: string, errors: Record<string, Words>): LineSaid[] {
  try {
    const amounts = amountsOf(typed, product)
    for (const quantity of Object.values(amounts)) toBase(quantity, product)
    return Object.keys(amounts).length > 0 ? [{ product: product.code, ...amounts }] : []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    errors[field] = both(errors[field], error.words)
    return []
  }
}

/** Several lines share a field. */
const both = (one: Words | undefined, other: Words): Words =>
  one ? { zh: `${one.zh}\n${other.zh}`, en: `${one.en}\n${other.en}` } : other

function problemWith(line: string, spotted: SpottedProduct[]): Words | null {
  const [first] = spotted
  if (!first || line.slice(0, first.from).trim() !== '')
    return {
      zh: `没认出“${line}”里的产品，请写产品名称或编号。`,
      en: `No product is known in “${line}”. Please give its name or code.`,
    }
  const shared = spotted.find((one, i) => spotted[i + 1]?.from === one.from)
  if (!shared) return null
  const names = spotted.filter(({ from }) => from === shared.from).map(({ name, code }) => `${name} ${code}`)
  return {
    zh: `“${line}”可能是${names.join('、')}，请写编号。`,
    en: `“${line}” may be ${names.join(', ')}. Please give the code.`,
  }
}

async function customerCalled(ctx: Ctx, typed: string): Promise<string> {
  const { found } = await searchCustomers(ctx, typed, { limit: 4 })
  const [best, second] = found
  if (best && !isGuess(best) && (!second || isGuess(second))) return best.code
  const names = (language: 'zh' | 'en') => found.map((one) => `${nameIn(one, language)} ${one.code}`)
  const words =
    found.length > 0
      ? {
          zh: `是哪一家？请写编号：${names('zh').join('，')}`,
          en: `Which one? Please give the code: ${names('en').join(', ')}`,
        }
      : {
          zh: `没有找到“${typed}”，请换个写法。`,
          en: `“${typed}” was not found. Please write it differently.`,
        }
  refuse('stock.which_customer', words, { customer: words })
}

/** Found by a part of its name, or by something like it. */
const isGuess = ({ by }: CustomerFound) => by === 'beginning' || by === 'part' || by === 'near'

const lookAtMarks = {
  zh: '有几处没看懂，请看标出的地方。',
  en: 'Some of it is not clear. Please look at what is marked.',
}
