import { type Quantity, toBase } from '../../../crm/products/quantity.ts'
import { type Counted, unitsOf } from '../../../crm/products/units.ts'
import { Refusal } from '../../../crm/refusal.ts'
import type { Words } from '../../../lib/words.ts'
import type { Outline } from '../outline.ts'
import type { Thing } from '../spot.ts'
import type { Figure } from './figure-words.ts'
import { figuresOfGroup } from './figures-of-group.ts'
import { type FigureToken, type Group, grouped } from './groups.ts'
import { lineDoubts } from './line-doubts.ts'
import { pasted } from './pasted.ts'
import { sizeFits } from './size-fits.ts'
import { type Token, tokensOf } from './tokens.ts'
import { quantityOf, type UnitsSaid, unitDeclared, unitsIn } from './unit-meant.ts'

export type Line = { product: string } & { [figure in Figure]?: Quantity }

export interface LinesRead {
  lines: Line[]
  doubts: Words[]
  /** No unit was said at all: cases were taken. */
  assumed: boolean
}

type ProductOf = (code: string) => Counted

interface Told {
  productOf: ProductOf
  columns: FigureToken[]
  units: Pick<UnitsSaid, 'declared' | 'others'>
  /** Names that a word nearly is. */
  nearly: Map<string, string[]>
}

/** Reads the lines of a stock report out of an outline: `G期初20 进30 存12箱`, one product after the other. */
export function readLines(
  outline: Outline<Thing>,
  productOf: ProductOf,
  nearly: Told['nearly'] = new Map(),
): LinesRead {
  const tokens = stockTokens(outline, productOf)
  const read: LinesRead = { lines: [], doubts: [], assumed: false }
  const { groups, columns, rest } = grouped(tokens)
  const declared = unitDeclared(rest)
  const told = { productOf, columns, nearly, units: { declared, others: unitsIn(tokens) } }
  for (const token of rest) doubtRest(read, token)
  for (const group of groups) addLine(read, group, told)
  return read
}

/** The tokens of an outline that may be pasted from a list or a table. */
export function stockTokens(outline: Outline<Thing>, productOf: ProductOf): Token[] {
  const units = [...outline.things.values()].flatMap((thing) =>
    thing.mark === 'G' ? unitsOf(productOf(thing.products[0]!.code)).map(({ name }) => name) : [],
  )
  return tokensOf({ ...outline, text: pasted(outline) }, [...new Set(units)])
}

function doubtRest({ doubts }: LinesRead, token: Token): void {
  if (token.is === 'text') doubts.push(lineDoubts.unread(token.said))
  if (token.is === 'amount') doubts.push(lineDoubts.ofWhat(token.said))
}

function addLine(read: LinesRead, group: Group, { productOf, columns, units, nearly }: Told): void {
  const { product: thing, unknown, said } = group
  if (!thing || unknown !== undefined) {
    read.doubts.push(lineDoubts.noSuchProduct(unknown!, nearly.get(unknown!) ?? []))
    return
  }
  const [{ code, name }, another] = thing.products as [(typeof thing.products)[number], unknown?]
  if (another) {
    read.doubts.push(lineDoubts.whichProduct(thing.products.map((one) => one.name)))
    return
  }
  const product = productOf(code)
  const size = said.find((token) => token.is === 'size' && !sizeFits(token.said, code, product))
  if (size?.is === 'size') {
    read.doubts.push(lineDoubts.noSuchProduct(`${name}${size.said}`, []))
    return
  }
  const line = read.lines.find((one) => one.product === code) ?? { product: code }
  const meant = { ...units, declared: unitDeclared(said) ?? units.declared, own: unitsIn(said) }
  for (const { figure, parts, sign } of figuresOfGroup(group, columns, name, read.doubts)) {
    const quantity = quantityOf(parts, product, meant)
    if ('no' in quantity)
      read.doubts.push(
        quantity.no === 'unit' ? lineDoubts.noSuchUnit(product, quantity.unit) : lineDoubts.bare(product),
      )
    else if (line[figure]) read.doubts.push(lineDoubts.twice(name))
    else
      putFigure(
        read,
        line,
        figure,
        { ...quantity.quantity, quantity: quantity.quantity.quantity * sign },
        product,
      )
    read.assumed ||= parts.every((part) => !part.unit) && meant.own.length + meant.others.length === 0
  }
  if (Object.keys(line).length > 1 && !read.lines.includes(line)) read.lines.push(line)
}

/** What cannot be counted is asked about; a part of a bottle stays in its place meanwhile. */
function putFigure(read: LinesRead, line: Line, figure: Figure, quantity: Quantity, product: Counted): void {
  try {
    toBase(quantity, product)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    read.doubts.push(error.words)
    if (error.code !== 'product.part_unit') return
  }
  line[figure] = quantity
}
