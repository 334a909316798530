import { normaliseText } from '../../lib/normalise-text.ts'
import { foldedSound, syllablesOf } from '../../lib/pinyin.ts'
import type { Tx } from '../context.ts'
import type { SpottedProduct } from './spot-products.ts'

/** A product that was written wrongly. Only one that sounds the same may be taken: 冰绿茶 is no slip for 冰红茶. */
export interface ProductLike {
  by: 'sound' | 'spelling'
  products: Pick<SpottedProduct, 'code' | 'name'>[]
}

/** Products whose whole name sounds like the words, else those that differ in one character. `said` is normalised. */
export async function productsLike(db: Tx, said: string): Promise<ProductLike | null> {
  if (said.length < 2) return null
  const products = await db.product.findMany({
    select: { code: true, name: true, nameEn: true, aliases: true },
  })
  const named = products.map(({ code, name, nameEn, aliases }) => ({
    product: { code, name },
    names: [name, nameEn, ...(JSON.parse(aliases) as string[])].map(normaliseText),
  }))
  const those = (alike: (name: string) => boolean) =>
    named.filter(({ names }) => names.some(alike)).map(({ product }) => product)
  const sound = soundOf(said)
  const sounding = sound ? those((name) => soundOf(name) === sound) : []
  if (sounding.length > 0) return { by: 'sound', products: sounding }
  const spelt = those((name) => differsInOne(name, said))
  return spelt.length > 0 ? { by: 'spelling', products: spelt } : null
}

const allHan = /^\p{Script=Han}+$/u

/** Of characters alone; letters have a spelling, not a sound. */
const soundOf = (words: string): string | null =>
  allHan.test(words) ? syllablesOf(words).map(foldedSound).join(' ') : null

/** One character is another, missing or too many; of words of letters only long ones. */
function differsInOne(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || short.length < (allHan.test(short) ? 2 : 4)) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  const rest = long.slice(same + 1)
  return rest === short.slice(short.length === long.length ? same + 1 : same)
}
