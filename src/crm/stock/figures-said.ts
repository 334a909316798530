import type { Product } from '#prisma'
import type { Words } from '../../lib/words.ts'
import { type Quantity, toBase } from '../products/quantity.ts'
import { refuse } from '../refusal.ts'
import type { StockFigures } from './figures.ts'
import type { SheetRow } from './report-sheet.ts'

/** What a person said of one product, by code. */
export type LineSaid = { product: string } & { [figure in keyof StockFigures]?: Quantity }

/** What was said, then what was reported before, then what is the rule: opens with the last closing, nothing came or went. */
export function figuresOf({ product, past, reported }: SheetRow, said: LineSaid[]): StockFigures {
  const figure = (name: keyof StockFigures): number | undefined => {
    const [quantity, another] = said.flatMap((line) => line[name] ?? [])
    if (another) refuse('stock.twice', twice(product))
    if (!quantity) return reported?.[name]
    const base = toBase(quantity, product)
    if (base < 0 && name !== 'adjustment') refuse('stock.below_nothing', belowNothing(product))
    return base
  }
  const opening = figure('opening') ?? past.lastClosing
  const closing = figure('closing')
  if (closing === undefined) refuse('stock.no_closing', noClosing(product))
  if (opening === null) refuse('stock.no_opening', noOpening(product))
  return {
    opening,
    received: figure('received') ?? 0,
    inTransit: figure('inTransit') ?? 0,
    closing,
    adjustment: figure('adjustment') ?? 0,
    gifts: figure('gifts') ?? 0,
  }
}

const noClosing = ({ name, nameEn }: Product): Words => ({
  zh: `${name}还差期末库存，请补上，如“存12箱”。`,
  en: `${nameEn}: the closing stock is missing. Please add it, like “stock 12 cases”.`,
})

const noOpening = ({ name, nameEn }: Product): Words => ({
  zh: `${name}第一次上报，请写期初库存，如“期初20箱 进30 存12”。`,
  en: `${nameEn} is reported for the first time: please give the opening stock, like “opening 20 received 30 stock 12”.`,
})

const twice = ({ name, nameEn }: Product): Words => ({
  zh: `${name}的同一个数写了两次，请只留一个。`,
  en: `${nameEn}: the same figure is given twice. Please keep one.`,
})

const belowNothing = ({ name, nameEn }: Product): Words => ({
  zh: `${name}的数量不能小于零；退货请写“退3箱”。`,
  en: `${nameEn}: a quantity cannot be below zero. For a return, write “returned 3 cases”.`,
})
