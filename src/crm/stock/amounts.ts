import { normaliseText } from '../../lib/normalise-text.ts'
import type { Language, Words } from '../../lib/words.ts'
import { mostBase, type Quantity, quantityInWords, toBase } from '../products/quantity.ts'
import { quantityAt } from '../products/quantity-at.ts'
import { type Counted, unitInWords, unitNamed, unitsOf } from '../products/units.ts'
import { refuse } from '../refusal.ts'
import type { StockFigures } from './figures.ts'

type Figure = keyof StockFigures

/** What was said of one product. */
export type Amounts = { [figure in Figure]?: Quantity }

/**
 * What a person typed of one product: `进30 存12箱6瓶`, `opening 20 received 30 stock 12`, `没了`. Without words one number
 * is the closing, two are received and closing, three have the opening before them. Refuses what it cannot read; nothing
 * typed is nothing said.
 */
export function amountsOf(typed: string, product: Counted): Amounts {
  const text = normaliseText(typed)
  const said: { figure: Figure | null; quantity: Quantity }[] = []
  for (
    let position = after(space, text, 0);
    position < text.length;
    position = after(space, text, position)
  ) {
    const read = amountAt(text, position, product)
    if (!read) refuse('stock.unreadable', unreadable(typed, product))
    said.push(read)
    position = read.end
  }
  return together(said) ?? refuse('stock.unreadable', unreadable(typed, product))
}

const space = /[\s,、;:=/|。]*/y
const soldOut = /(?:没有了|没了|没剩了?|没货了?|卖光了?|无货|断货|缺货|卖完了?|空了|sold out|out of stock)/y

const nothingCame = /(?:没有?|未|无)(?:进货?|到货|收货|补货|来货)了?(?![\d一二两三四五六七八九十])/y

const labels: [figure: Figure, words: RegExp, sign?: -1][] = [
  ['inTransit', /在途|路上|in transit|transit/y],
  ['opening', /期初库存|期初|上期|原有|opening|open/y],
  ['closing', /期末库存|期末|实地库存|库存|盘点|实存|剩余|还剩|还有|剩|存|closing|stock|left|counted|count/y],
  ['adjustment', /退货|退|returned/y, -1],
  ['adjustment', /调整|adjustment|adjusted/y],
  ['gifts', /赠品|赠|gifts?|free/y],
  ['received', /进货|到货|收货|进|到|收|received|in/y],
]

function amountAt(text: string, position: number, product: Counted) {
  const gone = after(soldOut, text, position)
  if (gone > position) return { figure: 'closing' as const, quantity: none(product), end: gone }
  const without = after(nothingCame, text, position)
  if (without > position) return { figure: 'received' as const, quantity: none(product), end: without }
  const label = labelAt(text, position)
  const read = quantityAt(text, after(space, text, label?.end ?? position), product)
  if (!read) return null
  const { quantity, unit } = read.quantity
  return {
    figure: label?.figure ?? null,
    quantity: { quantity: quantity * (label?.sign ?? 1), unit },
    end: read.end,
  }
}

function labelAt(text: string, position: number) {
  for (const [figure, words, sign] of labels) {
    const end = after(words, text, position)
    if (end > position) return { figure, sign, end }
  }
  return null
}

/** Where the pattern ends that stands at the position; the position itself where it does not. */
function after(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  return pattern.test(text) ? pattern.lastIndex : position
}

const inOrder: Figure[][] = [[], ['closing'], ['received', 'closing'], ['opening', 'received', 'closing']]

/** Null where a figure was said twice, or more numbers than there are places for. */
function together(said: { figure: Figure | null; quantity: Quantity }[]): Amounts | null {
  const bare = said.filter(({ figure }) => figure === null)
  const places = inOrder[bare.length]
  if (!places) return null
  const named = said
    .filter(({ figure }) => figure !== null)
    .map(({ figure, quantity }) => [figure!, quantity] as const)
  const placed = bare.map(({ quantity }, i) => [places[i]!, quantity] as const)
  const all = [...named, ...placed]
  return new Set(all.map(([figure]) => figure)).size === all.length ? Object.fromEntries(all) : null
}

const none = (product: Counted): Quantity => ({ quantity: 0, unit: unitsOf(product)[0]!.name })

function unreadable(typed: string, product: Counted) {
  const [largest, ...smaller] = unitsOf(product)
  const rest = smaller.at(-1)
  return {
    zh: `没看懂“${typed}”。请写成“进30 存12${largest!.name}${rest ? `6${rest.name}` : ''}”，或只写期末数。`,
    en: `“${typed}” is not clear. Please write “received 30 stock 12 ${largest!.en}${rest ? ` 6 ${rest.en}` : ''}”, or the closing alone.`,
  }
}

const figureWords: Record<Figure, Words> = {
  opening: { zh: '期初', en: 'opening' },
  received: { zh: '进', en: 'received' },
  inTransit: { zh: '在途', en: 'in transit' },
  closing: { zh: '存', en: 'stock' },
  adjustment: { zh: '调整', en: 'adjusted' },
  gifts: { zh: '赠', en: 'gift' },
}

/** In words that `amountsOf` reads back: `进30箱 存12箱6瓶`. */
export function amountsInWords(amounts: Amounts, product: Counted, language: Language): string {
  const gap = language === 'zh' ? '' : ' '
  return (Object.keys(figureWords) as Figure[])
    .flatMap((figure) => {
      const quantity = amounts[figure]
      return quantity
        ? `${figureWords[figure][language]}${gap}${saidInWords(quantity, product, language)}`
        : []
    })
    .join(language === 'zh' ? ' ' : ', ')
}

/** A part of a base unit, or too many of them, are shown as they were said: they are refused later, with the reason. */
function saidInWords({ quantity, unit }: Quantity, product: Counted, language: Language): string {
  const known = unitNamed(product, unit)
  if (known && Number.isInteger(quantity * known.per) && Math.abs(quantity * known.per) <= mostBase)
    return quantityInWords(toBase({ quantity, unit }, product), product, language)
  return `${quantity}${known ? unitInWords(known, quantity, language) : unit}`
}
