import { Decimal } from 'decimal.js'
import type { Quantity } from '../../../crm/products/quantity.ts'
import { type Counted, type Unit, unitsOf } from '../../../crm/products/units.ts'
import type { Words } from '../../../lib/words.ts'
import type { QuantityPart } from '../amount-at.ts'
import type { Outline } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import { unitFor } from '../unit-of.ts'
import { isDozen } from '../unit-words.ts'
import type { Figure } from './figure-words.ts'
import { lineDoubts } from './line-doubts.ts'
import { type Token, tokensOf } from './tokens.ts'

export type Line = { product: string } & { [figure in Figure]?: Quantity }

export interface LinesRead {
  lines: Line[]
  doubts: Words[]
  /** No unit was said at all: cases were taken. */
  assumed: boolean
}

type ProductOf = (code: string) => Counted

/** Reads the lines of a stock report out of an outline: `G期初20 进30 存12箱`, one product after the other. */
export function readLines(outline: Outline<Thing>, productOf: ProductOf): LinesRead {
  const units = [...outline.things.values()].flatMap((thing) =>
    thing.mark === 'G' ? unitsOf(productOf(thing.products[0]!.code)).map(({ name }) => name) : [],
  )
  const tokens = tokensOf(outline, [...new Set(units)])
  const read: LinesRead = { lines: [], doubts: [], assumed: false }
  const { groups, rest } = grouped(amountsComeFirst(tokens) ? turned(tokens) : tokens)
  for (const token of rest) doubtRest(read, token)
  for (const group of groups) addLine(read, group, { productOf, unit: unitSaid(tokens) })
  return read
}

/** The unit that a bare number takes: the one that is said elsewhere. */
const unitSaid = (tokens: Token[]): string | undefined =>
  tokens
    .flatMap((token) => (token.is === 'amount' && token.amount.parts.length === 1 ? token.amount.parts : []))
    .find(({ unit }) => unit)?.unit

/** 20箱可乐 15箱雪碧: what is counted stands before what it is of. */
function amountsComeFirst(tokens: Token[]): boolean {
  const before = tokens[tokens.findIndex(({ is }) => is === 'product') - 1]
  const last = tokens.findLastIndex(({ is }) => is === 'product')
  const after = tokens.slice(last + 1)
  return before?.is === 'amount' && !after.some(({ is }) => is === 'amount' || is === 'sold out')
}

/** The same with each product before its amounts. */
function turned(tokens: Token[]): Token[] {
  const result: Token[] = []
  let held: Token[] = []
  for (const token of tokens) {
    if (token.is === 'product') {
      result.push(token, ...held)
      held = []
    } else held.push(token)
  }
  return [...result, ...held]
}

interface Group {
  product: ThingOf<'G'>
  /** 迷你 of 迷你可乐: then it is another product. */
  prefix: string | undefined
  /** The figure that stands before the product: 进货 可乐20 雪碧10. */
  header: (Token & { is: 'figure' }) | undefined
  said: Token[]
}

function grouped(tokens: Token[]): { groups: Group[]; rest: Token[] } {
  const groups: Group[] = []
  const rest: Token[] = []
  let header: Group['header']
  for (const [i, token] of tokens.entries()) {
    const following = tokens[i + 1]?.is
    const before = tokens[i - 1]
    if (token.is === 'product') {
      const prefix = before?.is === 'text' && before.beside ? before.said : undefined
      if (prefix !== undefined) (groups.at(-1)?.said ?? rest).pop()
      groups.push({ product: token.product, prefix, header, said: [] })
    } else if (token.is === 'figure' && !token.behind && (following === 'product' || following === undefined))
      header = token
    else (groups.at(-1)?.said ?? rest).push(token)
  }
  return { groups, rest }
}

function doubtRest({ doubts }: LinesRead, token: Token): void {
  if (token.is === 'text') doubts.push(lineDoubts.unread(token.said))
  if (token.is === 'amount') doubts.push(lineDoubts.ofWhat(token.said))
}

function addLine(
  read: LinesRead,
  group: Group,
  { productOf, unit }: { productOf: ProductOf; unit: string | undefined },
): void {
  const { products } = group.product
  if (group.prefix !== undefined) {
    read.doubts.push(lineDoubts.noSuchProduct(`${group.prefix}${products[0]!.name}`))
    return
  }
  if (products.length > 1) {
    read.doubts.push(lineDoubts.whichProduct(products.map(({ name }) => name)))
    return
  }
  const [{ code }] = products as [(typeof products)[number]]
  const product = productOf(code)
  const said = figuresOf(read, group, product.name)
  const line = read.lines.find((one) => one.product === code) ?? { product: code }
  for (const { figure, parts, sign } of said) {
    const quantity = quantityOf(parts, product, unit)
    if (typeof quantity === 'string') read.doubts.push(lineDoubts.noSuchUnit(product, quantity))
    else if (line[figure]) read.doubts.push(lineDoubts.twice(product.name))
    else line[figure] = { ...quantity, quantity: quantity.quantity * sign }
    read.assumed ||= parts.every((part) => !part.unit) && !unit
  }
  if (Object.keys(line).length > 1 && !read.lines.includes(line)) read.lines.push(line)
}

interface FigureSaid {
  figure: Figure
  parts: QuantityPart[]
  sign: number
}

/** Of three bare numbers the order is known; of two it is not. */
const inOrder: Figure[][] = [[], ['closing'], [], ['opening', 'received', 'closing']]

/** An amount belongs to the figure before it; one alone is the closing, or what stands over the whole list. */
function figuresOf(read: LinesRead, { header, said }: Group, name: string): FigureSaid[] {
  const found: FigureSaid[] = []
  const bare: QuantityPart[][] = []
  let label: Group['header']
  for (const token of said) {
    if (token.is === 'figure' && token.behind && bare.length > 0)
      found.push({ figure: 'closing', parts: bare.pop()!, sign: 1 })
    else if (token.is === 'figure') label = token
    else if (token.is === 'sold out')
      found.push({ figure: 'closing', parts: [{ number: new Decimal(0) }], sign: 1 })
    else if (token.is === 'text') read.doubts.push(lineDoubts.unread(token.said))
    else if (token.is === 'amount') {
      const { parts } = token.amount
      if (parts.length === 0) read.doubts.push(lineDoubts.howMany(name, token.said))
      else if (label?.figure === 'sold') read.doubts.push(lineDoubts.sold(name))
      else if (label) found.push({ figure: label.figure, parts, sign: label.sign })
      else bare.push(parts)
      label = undefined
    }
  }
  if (bare.length === 0) {
    if (said.length === 0) read.doubts.push(lineDoubts.howMuch(name))
    return found
  }
  if (bare.length === 1 && header && header.figure !== 'sold')
    return [{ figure: header.figure, parts: bare[0]!, sign: header.sign }, ...found]
  const places = inOrder[bare.length] ?? []
  if (places.length === 0 || found.length > 0) read.doubts.push(lineDoubts.whichFigure(name))
  if (found.length > 0) return found
  return bare.slice(0, places.length).map((parts, i) => ({ figure: places[i]!, parts, sign: 1 }))
}

/** A unit that the product does not have is given back. A bare number takes the unit said elsewhere, else cases. */
function quantityOf(parts: QuantityPart[], product: Counted, common: string | undefined): Quantity | string {
  const units = unitsOf(product)
  const counted: { number: Decimal; unit: Unit }[] = []
  for (const { number, unit = common } of parts) {
    const known = unitFor(unit, units)
    if (!known) return unit!
    counted.push({ number: isDozen(unit ?? '') && known.per === 1 ? number.times(12) : number, unit: known })
  }
  const [only, another] = counted as [(typeof counted)[number], (typeof counted)[number]?]
  if (!another) return { quantity: only.number.toNumber(), unit: only.unit.name }
  const base = counted.reduce((sum, { number, unit }) => sum.plus(number.times(unit.per)), new Decimal(0))
  return { quantity: base.toNumber(), unit: units.at(-1)!.name }
}
