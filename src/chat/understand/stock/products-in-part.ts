import { normaliseText } from '../../../lib/normalise-text.ts'

export interface NamedProduct {
  code: string
  name: string
  nameEn: string
}

/**
 * The products that are called by a part of their name: lager is the Lager Beer, and 葡萄 the 葡萄汁. Only where there is
 * no other it may be taken. `said` is normalised.
 */
export function productsInPart(products: NamedProduct[], said: string): NamedProduct[] {
  if (/^\p{Script=Han}{2,}$/u.test(said)) return beginningWith(said, products)
  const words = /^[a-z' -]+$/.test(said) ? wordsOf(said) : []
  return words.length > 0 ? products.filter((product) => hasWords(product, words)) : []
}

/** 果汁 is no part that the 苹果汁 could be told by. */
function beginningWith(said: string, products: NamedProduct[]): NamedProduct[] {
  const having = products.filter(({ name }) => normaliseText(name).includes(said))
  return having.some(({ name }) => normaliseText(name).startsWith(said)) ? having : []
}

function hasWords({ nameEn }: NamedProduct, words: string[]): boolean {
  const own = new Set(wordsOf(normaliseText(nameEn)))
  return words.every((word) => own.has(word))
}

/** In the singular, which is only compared. */
const wordsOf = (words: string): string[] =>
  (words.match(/[a-z]{3,}/g) ?? []).map((word) => word.replace(/s$/, ''))
