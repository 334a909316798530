import type { Ctx } from '../../../crm/context.ts'
import { productsByCode } from '../../../crm/products/product-by-code.ts'
import { spotProducts } from '../../../crm/products/spot-products.ts'
import { unitNamed, unitsOf } from '../../../crm/products/units.ts'
import { normalise } from '../normalise.ts'
import { outlineOf } from '../outline.ts'
import { productsAsThings, type Thing } from '../spot.ts'
import type { Figure } from '../stock/figure-words.ts'
import type { Line } from '../stock/read-lines.ts'
import { tokensOf } from '../stock/tokens.ts'
import type { Understood } from '../understood.ts'
import { unitFor } from '../unit-of.ts'
import { asked, type Base, changedTo } from './base.ts'
import type { CorrectionSaid } from './correction-said.ts'

/** What one side of a change says of a stock line: 可乐, 存, 15箱. */
export interface LinePart {
  product?: string
  figure?: Figure
  number?: number
  unit?: string
}

export const linesOf = ({ input }: Base): Line[] => (input.lines ?? []) as Line[]

/** Where it is not clear which figure is meant, the form asks. */
export const withLines = (base: Base, lines: Line[] | 'unclear'): Understood =>
  lines === 'unclear' ? asked(base, 'lines', whichLine) : changedTo(base, { ...base.input, lines })

/** A change of a product or a figure in the lines of a stock report; null where it is about something else. */
export async function correctedLines(
  ctx: Ctx,
  base: Base,
  { what, from, to }: CorrectionSaid,
): Promise<Understood | null> {
  const [old, now] = [
    await linePartOf(ctx, [what, from].filter(Boolean).join(' ')),
    await linePartOf(ctx, to),
  ]
  if (!now || !old) return null
  const lines = linesOf(base)
  const changed =
    now.number === undefined ? withProduct(lines, old, now) : await withNumber(ctx, lines, old, now)
  return changed && withLines(base, changed)
}

/** Null where the words are no part of a stock line, or of more than one. */
export async function linePartOf(ctx: Ctx, words: string): Promise<LinePart | null> {
  const said = normalise(words)
  const things: Thing[] = productsAsThings(await spotProducts(ctx.db, said.text))
  const part: LinePart = {}
  let sign = 1
  for (const token of tokensOf(outlineOf(said, things), [])) {
    if (token.is === 'product' && part.product) return null
    if (token.is === 'amount' && part.number !== undefined) return null
    if (token.is === 'product') part.product = token.product.products[0]!.code
    else if (token.is === 'figure' && token.weak && part.figure) continue
    else if (token.is === 'figure' && token.figure !== 'sold') {
      part.figure = token.figure
      sign = token.sign
    } else if (token.is === 'amount' && !token.minus && token.amount.parts.length === 1) {
      part.number = token.amount.parts[0]!.number.toNumber()
      part.unit = token.amount.parts[0]!.unit
    } else if (token.is === 'none') Object.assign(part, { figure: token.figure, number: 0 })
    else return null
  }
  if (part.number !== undefined) part.number *= sign
  return part
}

/** 不是可乐 是雪碧, 应该是可乐: another product, the same figures. */
function withProduct(lines: Line[], old: LinePart, now: LinePart): Line[] | 'unclear' | null {
  if (!now.product || now.figure) return null
  const meant = lines.filter(({ product }) => old.product === undefined || product === old.product)
  if (meant.length !== 1) return 'unclear'
  return lines.map((line) => (line === meant[0] ? { ...line, product: now.product! } : line))
}

/** 存15不是12, 可乐改成15箱: the one figure that is meant. */
async function withNumber(
  ctx: Ctx,
  lines: Line[],
  old: LinePart,
  now: LinePart,
): Promise<Line[] | 'unclear' | null> {
  const product = now.product ?? old.product
  const figure = now.figure ?? old.figure
  const places = lines.flatMap((line) =>
    figuresOf(line)
      .filter(
        ([name, { quantity }]) =>
          (product === undefined || line.product === product) &&
          (figure === undefined || name === figure) &&
          (old.number === undefined || quantity === old.number),
      )
      .map(([name]) => ({ line, name })),
  )
  const [place, another] = places
  if (!place || another)
    return places.length === 0 && product === undefined && figure === undefined ? null : 'unclear'
  return withFigure(ctx, lines, { ...place, part: now })
}

/** In the unit that was said, else the one that stands there. */
export async function withFigure(
  ctx: Ctx,
  lines: Line[],
  { line, name, part }: { line: Line; name: Figure; part: LinePart },
): Promise<Line[] | 'unclear'> {
  const counted = (await productsByCode(ctx.db, [line.product])).get(line.product)!
  const before = line[name] ?? figuresOf(line)[0]?.[1]
  const unit = part.unit
    ? unitFor(part.unit, unitsOf(counted))
    : before
      ? unitNamed(counted, before.unit)
      : unitsOf(counted)[0]
  if (!unit) return 'unclear'
  const figure = { quantity: part.number!, unit: unit.name }
  return lines.map((one) => (one === line ? { ...one, [name]: figure } : one))
}

const figuresOf = ({ product: _, ...figures }: Line) =>
  Object.entries(figures) as [Figure, { quantity: number; unit: string }][]

const whichLine = {
  zh: '要改的是哪个产品的哪个数？请写成“可乐存15箱”。',
  en: 'Which figure of which product is to change? Please write it like “Cola stock 15 cases”.',
}
