import type { Tx } from '../context.ts'
import { type NamedProduct, type ProductKey, type ProductKeyKind, productKeys } from './product-keys.ts'

/** A product named in a sentence: `text.slice(from, to)` is how. */
export interface SpottedProduct {
  code: string
  name: string
  nameEn?: string
  by: ProductKeyKind
  from: number
  to: number
}

/**
 * The products a sentence names, in its order. `text` is normalised (`normaliseText`), positions are positions in it.
 * A longer name wins over one within it; products that share a name are all returned, with the same position.
 */
export const spotProducts = async (db: Tx, text: string): Promise<SpottedProduct[]> =>
  spotAmong(await wordsOfProducts(db), text)

/** All products, as JSON of what they are called. */
export async function wordsOfProducts(db: Tx): Promise<string> {
  const [{ products }] = await db.$queryRaw<[{ products: string }]>`
    SELECT json_group_array(json_object('code', code, 'name', name, 'nameEn', nameEn, 'aliases', aliases, 'pinyin', pinyin))
      AS products FROM Product`
  return products
}

/** The same among products that were read before. */
export function spotAmong(products: string, text: string): SpottedProduct[] {
  const hits = keysOf(products)
    .filter(({ key }) => text.includes(key))
    .flatMap(({ key, kind, code, name, nameEn }) =>
      placesOf(key, text).map((from) => ({ code, name, nameEn, by: kind, from, to: from + key.length })),
    )
  return longestFirst(hits).sort((a, b) => a.from - b.from)
}

type Key = ProductKey & Pick<NamedProduct, 'code' | 'name' | 'nameEn'>

/**
 * Products are read anew for each sentence, so a change counts at once. Only what follows from their words is kept, by
 * these words: deriving it again would take longer than reading the products.
 */
const known = new Map<string, Key[]>()
/** Companies, each with the products it has now. */
const mostKnown = 20

function keysOf(products: string): Key[] {
  let keys = known.get(products)
  if (!keys) {
    if (known.size >= mostKnown) known.clear()
    keys = (JSON.parse(products) as NamedProduct[]).flatMap((product) =>
      productKeys(product).map((key) => ({
        ...key,
        code: product.code,
        name: product.name,
        nameEn: product.nameEn,
      })),
    )
    known.set(products, keys)
  }
  return keys
}

function placesOf(key: string, text: string): number[] {
  const places: number[] = []
  for (let from = text.indexOf(key); from >= 0; from = text.indexOf(key, from + 1))
    if (isWhole(text, from, from + key.length) && !isMeasure(text, from, key)) places.push(from)
  return places
}

/** 500ml says how large something is, whatever product goes by ML, and 20 cs are cases. */
const isMeasure = (text: string, from: number, key: string) =>
  /^(?:ml|cl|l|lt|g|kg|oz|cs|ctns?|btls?|pcs?|dz)$/.test(key) && /\d ?$/.test(text.slice(0, from))

/** Latin words and numbers count only whole: `kl` is not in `klmn`, but it is in `kl20`. */
function isWhole(text: string, from: number, to: number): boolean {
  return isBorder(text.slice(from - 1, from), text[from]!) && isBorder(text[to - 1]!, text.slice(to, to + 1))
}

const isBorder = (before: string, after: string) =>
  !/^(?:\p{Script=Latin}{2}|\p{Nd}{2})$/u.test(before + after)

const rank: Record<ProductKeyKind, number> = { code: 0, name: 1, alias: 2, pinyin: 3, initials: 4 }

function longestFirst(hits: SpottedProduct[]): SpottedProduct[] {
  const kept: SpottedProduct[] = []
  const ordered = hits.sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from || rank[a.by] - rank[b.by],
  )
  for (const hit of ordered) if (kept.every((other) => standsBeside(hit, other))) kept.push(hit)
  return kept
}

const standsBeside = (hit: SpottedProduct, other: SpottedProduct) =>
  hit.to <= other.from || other.to <= hit.from || sharesName(hit, other)

const sharesName = (hit: SpottedProduct, other: SpottedProduct) =>
  hit.from === other.from && hit.to === other.to && hit.code !== other.code
