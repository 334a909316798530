import { volumesFrom } from '../../../crm/contracts/volumes-in-words.ts'
import { productName, unitInWords, unitNamed } from '../../../crm/products/units.ts'
import { Refusal } from '../../../crm/refusal.ts'
import type { Words } from '../../../lib/words.ts'
import { type Outline, outlineOf, type Span, wordsAt } from '../outline.ts'
import type { Reading } from '../reading.ts'
import type { Thing } from '../spot.ts'
import { type Line, readLines } from '../stock/read-lines.ts'
import { type Products, productsOf, withProductsLike } from '../stock/with-products-like.ts'
import { tidied } from '../tidy.ts'

export interface VolumesSaid {
  words: string
  /** Why they cannot be taken as they are. */
  doubts: Words[]
}

/**
 * How much of each product is agreed: as it was written where the contract reads that, else product by product. `ends`:
 * where other terms begin; `aside`: words about the contract itself. Null where nothing is told.
 */
export async function volumesSaid(
  { ctx }: Reading,
  outline: Outline<Thing>,
  { aside, ends }: { aside: RegExp; ends: number[] },
): Promise<VolumesSaid | null> {
  const text = outline.text.replace(aside, (words) => ' '.repeat(words.length))
  const span = placeOf(text, ends)
  if (!span) return null
  const words = tidied(wordsAt(outline, span))
  if (await isReadable(ctx, words)) return { words, doubts: [] }
  const { outline: said, nearly } = await withProductsLike(ctx, only({ ...outline, text }, span))
  const products = await productsOf(ctx, said)
  const { lines, doubts } = readLines(said, (code) => products.get(code)!, nearly)
  if (doubts.length > 0 || !lines.every(isVolume) || lines.length === 0)
    return { words, doubts: doubts.length > 0 ? doubts : [notVolumes] }
  return { words: inWords(ctx, lines, products), doubts: [] }
}

/** Words of letters go on behind a blank: lager 300 cases. */
const clause = /(?:[^\s,，。;；:：]|(?<=[a-z\d]) (?=[a-z\dG]))+/gu

/** From the first clause with a product or a number in it. */
function placeOf(text: string, ends: number[]): Span | null {
  const start = Array.from(text.matchAll(clause)).find(([words]) => /[G\d]/.test(words))?.index
  if (start === undefined) return null
  return { start, end: Math.min(text.trimEnd().length, ...ends.filter((at) => at > start)) }
}

const notVolumes: Words = {
  zh: '各产品的数量没有看懂，请写成“可乐1200箱，雪碧600箱”。',
  en: 'The volumes are not clear. Please write them as “cola 1200 cases, sprite 600 cases”.',
}

async function isReadable({ db }: Pick<Reading['ctx'], 'db'>, words: string): Promise<boolean> {
  try {
    await volumesFrom(db, words)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

/** 一年1200箱, and the year itself. */
const aYear =
  /(?:全年|一年|每年|年[销量]+|任务|目标|量|数量)(?:是|为|共|总共|[:：])*|(?:per|a|each) year|yearly|annually/g

/** The outline with nothing in it but a part, and the products there. */
function only({ said, starts, ends, text, things }: Outline<Thing>, { start, end }: Span): Outline<Thing> {
  const kept = Array.from(said.text, () => ' ')
  const plain = text.replace(aYear, (words) => ' '.repeat(words.length))
  for (let i = start; i < end; i++)
    if (plain[i] !== ' ') for (let at = starts[i]!; at < ends[i]!; at++) kept[at] = said.text[at]!
  const products = [...things.values()].filter(({ mark }) => mark === 'G')
  return outlineOf({ ...said, text: kept.join('') }, products)
}

/** A line with the one figure that a number without a word is. */
const isVolume = ({ product, ...figures }: Line): boolean => Object.keys(figures).join() === 'closing'

const inWords = ({ language }: Reading['ctx'], lines: Line[], products: Products): string =>
  lines
    .map(({ product: code, closing }) => {
      const product = products.get(code)!
      const { quantity, unit } = closing!
      const words = unitInWords(unitNamed(product, unit)!, quantity, language)
      return language === 'zh'
        ? `${productName(product, language)}${quantity}${words}`
        : `${productName(product, language)} ${quantity} ${words}`
    })
    .join(language === 'zh' ? '，' : ', ')
