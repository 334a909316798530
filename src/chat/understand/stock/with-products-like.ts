import type { Ctx } from '../../../crm/context.ts'
import { productsByCode } from '../../../crm/products/product-by-code.ts'
import { productsLike } from '../../../crm/products/products-like.ts'
import { spotProducts } from '../../../crm/products/spot-products.ts'
import { type Outline, outlineOf } from '../outline.ts'
import { productsAsThings, type Thing, type ThingOf } from '../spot.ts'
import { pasted } from './pasted.ts'
import { type NamedProduct, productsInPart } from './products-in-part.ts'
import { type Token, tokensOf } from './tokens.ts'

type TextToken = Extract<Token, { is: 'text' }>

export interface NearlyNamed {
  outline: Outline<Thing>
  /** Names that a word nearly is, to be asked about. */
  nearly: Map<string, string[]>
  /** A part of a name, or what sounds like one, was taken for the name. */
  guessed: boolean
}

const mostWords = 12

/** The outline with the products in it whose name is written as it sounds (芬打), or the other way round (可乐罐装). */
export async function withProductsLike(ctx: Pick<Ctx, 'db'>, outline: Outline<Thing>): Promise<NearlyNamed> {
  const tokens = tokensOf({ ...outline, text: pasted(outline) }, [])
  const products = tokens.some(({ is }) => is === 'text') ? await named(ctx) : []
  const things: Thing[] = []
  const nearly: NearlyNamed['nearly'] = new Map()
  for (const [i, token] of tokens.entries()) {
    if (token.is !== 'text' || things.length + nearly.size >= mostWords) continue
    const whole = await turnedName(ctx, outline, tokens, i)
    const like = whole ? null : await likeSaid(ctx, products, token.said)
    const alone = like?.sure && standsAlone(outline, token, tokens[i - 1])
    if (whole) things.push(whole)
    else if (like && alone) things.push(thingOf(outline, token, like.products))
    else if (like)
      nearly.set(
        token.said,
        like.products.map(({ name }) => name),
      )
  }
  if (things.length === 0) return { outline, nearly, guessed: false }
  return {
    outline: outlineOf(outline.said, [...things, ...outline.things.values()]),
    nearly,
    guessed: true,
  }
}

const named = ({ db }: Pick<Ctx, 'db'>): Promise<NamedProduct[]> =>
  db.product.findMany({ select: { code: true, name: true, nameEn: true } })

interface Like {
  products: { code: string; name: string }[]
  sure: boolean
}

async function likeSaid(ctx: Pick<Ctx, 'db'>, products: NamedProduct[], said: string): Promise<Like | null> {
  const inPart = productsInPart(products, said)
  if (inPart.length > 0) return { products: inPart, sure: inPart.length === 1 }
  const like = await productsLike(ctx.db, said)
  return like && { products: like.products, sure: like.by === 'sound' }
}

/** Not a part of a longer word of which the rest was read as something else. */
const standsAlone = ({ text }: Outline, { from, to }: TextToken, before: Token | undefined) =>
  (before?.is === 'amount' || !/\p{Script=Han}/u.test(text[from - 1] ?? '')) && text[to] !== 'G'

function thingOf(
  outline: Outline,
  { from, to }: TextToken,
  products: { code: string; name: string }[],
): ThingOf<'G'> {
  const span = { start: outline.starts[from]!, end: outline.ends[to - 1]! }
  const spotted = products.map((product) => ({
    ...product,
    by: 'name' as const,
    from: span.start,
    to: span.end,
  }))
  return { mark: 'G', ...span, products: spotted }
}

/** 可乐罐装 for 罐装可乐. */
async function turnedName(
  ctx: Pick<Ctx, 'db'>,
  outline: Outline<Thing>,
  tokens: Token[],
  i: number,
): Promise<Thing | null> {
  const before = tokens[i - 1]
  const token = tokens[i] as TextToken
  if (before?.is !== 'product' || token.from !== before.at + 1) return null
  const { start, end } = before.product
  const name = token.said + outline.said.text.slice(start, end)
  const spotted = (await spotProducts(ctx.db, name)).filter(({ from, to }) => to - from === name.length)
  const [thing] = productsAsThings(spotted)
  return thing ? { ...thing, start, end: outline.ends[token.to - 1]! } : null
}

export type Products = Awaited<ReturnType<typeof productsByCode>>

/** What the products of an outline are counted in. */
export async function productsOf(ctx: Pick<Ctx, 'db'>, outline: Outline<Thing>): Promise<Products> {
  const codes = [...outline.things.values()].flatMap((thing) =>
    thing.mark === 'G' ? thing.products.map(({ code }) => code) : [],
  )
  return productsByCode(ctx.db, [...new Set(codes)])
}
