import { Decimal } from 'decimal.js'
import type { Words } from '../../../lib/words.ts'
import type { QuantityPart } from '../amount-at.ts'
import type { Figure } from './figure-words.ts'
import type { AmountToken, FigureToken, Group } from './groups.ts'
import { lineDoubts, type ProductNames } from './line-doubts.ts'

export interface FigureSaid {
  figure: Figure
  parts: QuantityPart[]
  sign: number
}

/** Three bare numbers are likely in this order, which is asked about; of two, or between slashes, there is none. */
const inOrder: Figure[][] = [[], ['closing'], [], ['opening', 'received', 'closing']]

/**
 * An amount belongs to the figure before it; one alone is the closing, or what stands over the whole list; in a table
 * it is what its column is.
 */
export function figuresOfGroup(
  { header, said }: Group,
  columns: FigureToken[],
  product: ProductNames,
  doubts: Words[],
): FigureSaid[] {
  const found: FigureSaid[] = []
  const bare: FigureSaid['parts'][] = []
  let slashed = false
  let label: FigureToken | undefined
  for (const [i, token] of said.entries()) {
    if (token.is === 'figure') label = token.behind ? label : token
    else if (token.is === 'none') found.push({ figure: token.figure, parts: nothing, sign: 1 })
    else if (token.is === 'text') doubts.push(lineDoubts.unread(token.said))
    else if (token.is === 'each' || token.is === 'in turn') doubts.push(lineDoubts.whichFigure(product))
    else if (token.is === 'amount') {
      const behind = figureBehind(said[i + 1])
      const meant = behind ?? label
      const sign = signOf(token, meant)
      if (behind && label && !label.weak && label.figure !== behind.figure)
        doubts.push(lineDoubts.whichFigure(product))
      else if (meant?.figure === 'sold') doubts.push(lineDoubts.sold(product))
      else if (token.amount.parts.length === 0 || sign === null)
        doubts.push(lineDoubts.howMany(product, token.said))
      else {
        if (token.roughly) doubts.push(lineDoubts.roughly(product, token.said))
        if (meant) found.push({ figure: meant.figure as Figure, parts: token.amount.parts, sign })
        else {
          slashed ||= bare.length > 0 && token.gap?.includes('/') === true
          bare.push(token.amount.parts)
        }
      }
      label = undefined
    }
  }
  if (label) doubts.push(lineDoubts.howMuch(product))
  const place = { found, header, columns, said: said.length > 0, slashed }
  return [...found, ...placed(bare, place, product, doubts)]
}

const figureBehind = (token: Group['said'][number] | undefined): FigureToken | undefined =>
  token?.is === 'figure' && token.behind ? token : undefined

const beside = new Set<Figure>(['adjustment', 'gifts', 'inTransit'])

const nothing = [{ number: new Decimal(0) }]

/** Only an adjustment may be below nothing: null for any other. */
function signOf({ minus }: AmountToken, label: FigureToken | undefined): number | null {
  if (!minus) return label?.sign ?? 1
  return label?.figure === 'adjustment' && label.sign === 1 ? -1 : null
}

interface Place {
  found: FigureSaid[]
  header: Group['header']
  columns: FigureToken[]
  said: boolean
  /** 20/30/12 */
  slashed: boolean
}

/** What numbers without a word are. */
function placed(
  bare: QuantityPart[][],
  { found, header, columns, said, slashed }: Place,
  product: ProductNames,
  doubts: Words[],
): FigureSaid[] {
  if (bare.length === 0) {
    if (!said) doubts.push(lineDoubts.howMuch(product))
    return []
  }
  if (columns.length > 0 && bare.length === columns.length && found.length === 0)
    return columns.flatMap(({ figure, sign }, i) =>
      figure === 'sold' ? [] : { figure, parts: bare[i]!, sign },
    )
  if (bare.length === 1 && header && header.figure !== 'sold')
    return [{ figure: header.figure, parts: bare[0]!, sign: header.sign }]
  const places = columns.length > 0 || slashed ? [] : (inOrder[bare.length] ?? [])
  // 没进货 12 and 12箱 退2箱 leave one meaning for the number; 进30 12 does not.
  const isLast = bare.length === 1 && found.every((one) => one.parts === nothing || beside.has(one.figure))
  if (places.length === 0 || (found.length > 0 && !isLast)) {
    doubts.push(lineDoubts.whichFigure(product))
    return []
  }
  if (bare.length > 1) doubts.push(lineDoubts.whichFigure(product))
  return bare.map((parts, i) => ({ figure: places[i]!, parts, sign: 1 }))
}
