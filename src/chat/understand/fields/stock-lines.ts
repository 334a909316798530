import type { Ctx } from '../../../crm/context.ts'
import { productsByCode } from '../../../crm/products/product-by-code.ts'
import { spotProducts } from '../../../crm/products/spot-products.ts'
import { productName, type Unit, unitInWords, unitNamed, unitsOf } from '../../../crm/products/units.ts'
import type { Language } from '../../../lib/words.ts'
import type { FieldValue } from '../../core.ts'
import { normalise } from '../normalise.ts'
import { outlineOf } from '../outline.ts'
import { productsAsThings, type Thing } from '../spot.ts'
import type { Figure } from '../stock/figure-words.ts'
import { type Line, readLines } from '../stock/read-lines.ts'
import { productsOf, withProductsLike } from '../stock/with-products-like.ts'

/** One product a line: 可乐 期初20箱 进30箱 存12箱. */
export async function readStockLines(ctx: Ctx, typed: string): Promise<FieldValue> {
  const said = normalise(typed)
  const things: Thing[] = productsAsThings(await spotProducts(ctx.db, said.text))
  const { outline, nearly } = await withProductsLike(ctx, outlineOf(said, things))
  const products = await productsOf(ctx, outline)
  const { lines, doubts } = readLines(outline, (code) => products.get(code)!, nearly)
  if (doubts.length === 0) return { value: lines }
  const inWords = (language: Language) => [...new Set(doubts.map((doubt) => doubt[language]))].join('\n')
  return { error: { zh: inWords('zh'), en: inWords('en') } }
}

const figureNames: Record<Language, Record<Figure, string>> = {
  zh: { opening: '期初', received: '进', inTransit: '在途', closing: '存', adjustment: '调整', gifts: '赠' },
  en: {
    opening: 'opening',
    received: 'received',
    inTransit: 'in transit',
    closing: 'stock',
    adjustment: 'adjusted',
    gifts: 'gift',
  },
}

export async function stockLinesInWords(ctx: Ctx, lines: Line[]): Promise<string> {
  const products = await productsByCode(ctx.db, [...new Set(lines.map(({ product }) => product))])
  const gap = ctx.language === 'zh' ? '' : ' '
  return lines
    .map(({ product: code, ...figures }) => {
      const product = products.get(code)!
      const words = Object.entries(figures).map(([figure, { quantity, unit }]) => {
        const known: Unit | undefined = unitNamed(product, unit) ?? unitsOf(product)[0]
        return `${figureNames[ctx.language][figure as Figure]}${gap}${quantity}${gap}${known ? unitInWords(known, quantity, ctx.language) : unit}`
      })
      return [productName(product, ctx.language), ...words].join(' ')
    })
    .join('\n')
}
