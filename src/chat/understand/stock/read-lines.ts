import { type Quantity, toBase } from '../../../crm/products/quantity.ts'
import { type Counted, unitsOf } from '../../../crm/products/units.ts'
import { Refusal } from '../../../crm/refusal.ts'
import type { Words } from '../../../lib/words.ts'
import type { Outline } from '../outline.ts'
import type { Thing } from '../spot.ts'
import { unitFor } from '../unit-of.ts'
import type { Figure } from './figure-words.ts'
import { figuresOfGroup } from './figures-of-group.ts'
import { type FigureToken, type Group, grouped } from './groups.ts'
import { lineDoubts } from './line-doubts.ts'
import { pasted } from './pasted.ts'
import { plainAmounts } from './plain-amounts.ts'
import { sizeFits } from './size-fits.ts'
import { type Token, tokensOf } from './tokens.ts'
import { quantityOf, type UnitsSaid, unitBeside, unitOfAll, unitsIn } from './unit-meant.ts'

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
  // 本周没进货 可乐12箱 雪碧8箱: what stands before all of them is said of each.
  const { groups, columns, rest } = grouped(tokens)
  const declared = unitOfAll(tokens, rest)
  const told = { productOf, columns, nearly, units: { declared, others: unitsIn(tokens) } }
  for (const token of rest) doubtRest(read, token)
  const ofAll = rest.filter((token) => token.is === 'none' && token.figure !== 'closing')
  for (const group of groups) addLine(read, { ...group, said: [...ofAll, ...group.said] }, told)
  return read
}

/** The tokens of an outline that may be pasted from a list or a table. */
export function stockTokens(outline: Outline<Thing>, productOf: ProductOf): Token[] {
  const units = [...outline.things.values()].flatMap((thing) =>
    thing.mark === 'G' ? unitsOf(productOf(thing.products[0]!.code)).map(({ name }) => name) : [],
  )
  return plainAmounts(tokensOf({ ...outline, text: pasted(outline) }, [...new Set(units)]))
}

function doubtRest({ doubts }: LinesRead, token: Token): void {
  if (token.is === 'text') doubts.push(lineDoubts.unread(token.said))
  if (token.is === 'amount') doubts.push(lineDoubts.ofWhat(token.said))
}

function addLine(read: LinesRead, group: Group, told: Told): void {
  const named = productNamed(read, group, told)
  if (!named) return
  const { code, product } = named
  const line = read.lines.find((one) => one.product === code) ?? { product: code }
  const declared = unitBeside(group.said) ?? told.units.declared
  const units = { ...told.units, declared, own: unitsIn(group.said) }
  for (const said of figuresOfGroup(group, told.columns, product, read.doubts)) {
    const quantity = quantityOf(said.parts, product, units)
    if ('no' in quantity) read.doubts.push(lineDoubts.unit(product, quantity))
    else if (line[said.figure]) read.doubts.push(lineDoubts.twice(product))
    else {
      const { quantity: number, unit } = quantity.quantity
      putFigure(read, line, said.figure, { quantity: number * said.sign, unit }, product)
    }
    read.assumed ||= said.parts.every(({ unit }) => !unit) && !isUnitSaid(units)
  }
  if (Object.keys(line).length > 1 && !read.lines.includes(line)) read.lines.push(line)
}

const isUnitSaid = ({ declared, own, others }: UnitsSaid): boolean =>
  declared !== undefined || own.length + others.length > 0

/** The one product that a group is of, if it comes as large and in such units as was said. */
function productNamed(
  { doubts }: LinesRead,
  { product: thing, unknown, said }: Group,
  { productOf, nearly }: Told,
): { code: string; product: Counted } | null {
  const doubted = (doubt: Words) => {
    doubts.push(doubt)
    return null
  }
  if (!thing || unknown !== undefined)
    return doubted(lineDoubts.noSuchProduct(unknown!, nearly.get(unknown!) ?? []))
  const [{ code, name }, another] = thing.products as [(typeof thing.products)[number], unknown?]
  if (another) return doubted(lineDoubts.whichProduct(thing.products.map((one) => productOf(one.code))))
  const product = productOf(code)
  const size = said.find((token) => token.is === 'size' && !sizeFits(token.said, code, product))
  if (size?.is === 'size') return doubted(lineDoubts.noSuchProduct(`${name}${size.said}`, []))
  const unit = unitBeside(said)
  if (unit && !unitFor(unit, unitsOf(product))) return doubted(lineDoubts.noSuchUnit(product, unit))
  return { code, product }
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
