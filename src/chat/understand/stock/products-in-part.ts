import type { Ctx } from '../../../crm/context.ts'
import { normaliseText } from '../../../lib/normalise-text.ts'

interface Named {
  code: string
  name: string
  nameEn: string
}

/**
 * The products that are called by a part of their name: lager is the Lager Beer, and 葡萄 the 葡萄汁. Only where there is
 * no other it may be taken. `said` is normalised.
 */
export async function productsInPart(ctx: Pick<Ctx, 'db'>, said: string): Promise<Named[]> {
  const isChinese = /^\p{Script=Han}{2,}$/u.test(said)
  const words = /^[a-z' -]+$/.test(said) ? wordsOf(said) : []
  if (!isChinese && words.length === 0) return []
  const products = await ctx.db.product.findMany({ select: { code: true, name: true, nameEn: true } })
  return isChinese ? beginningWith(said, products) : products.filter((product) => hasWords(product, words))
}

/** 果汁 is no part that the 苹果汁 could be told by. */
function beginningWith(said: string, products: Named[]): Named[] {
  const having = products.filter(({ name }) => normaliseText(name).includes(said))
  return having.some(({ name }) => normaliseText(name).startsWith(said)) ? having : []
}

function hasWords({ nameEn }: Named, words: string[]): boolean {
  const own = new Set(wordsOf(normaliseText(nameEn)))
  return words.every((word) => own.has(word))
}

/** In the singular, which is only compared. */
const wordsOf = (words: string): string[] =>
  (words.match(/[a-z]{3,}/g) ?? []).map((word) => word.replace(/s$/, ''))
