import type { Button, Card } from '../../../cards/card.ts'
import { type ProductField, stockFormCard, whichCustomerCard } from '../../../cards/stock-form-card.ts'
import { type Period, previousPeriod, weekOf } from '../../lib/period.ts'
import { localDate, type Temporal } from '../../lib/time.ts'
import { type Language, nameIn, type Words } from '../../lib/words.ts'
import type { Ctx } from '../context.ts'
import { productsByCode } from '../products/product-by-code.ts'
import { quantityInWords } from '../products/quantity.ts'
import { unitsOf } from '../products/units.ts'
import { Refusal } from '../refusal.ts'
import { type Amounts, amountsInWords } from './amounts.ts'
import type { StockFigures } from './figures.ts'
import type { LineSaid } from './figures-said.ts'
import {
  draftReport,
  fieldOfProduct,
  type ReportSaid,
  reportableCustomer,
  weekOfReport,
} from './report-draft.ts'
import { noPast, reportSheet, type SheetRow } from './report-sheet.ts'
import { explain, marksOf } from './submit-report.ts'

/** What is known of a report so far. */
export type GivenReport = Partial<ReportSaid>

/**
 * Platforms keep forms to some ten fields: so many products have one of their own, the others share a field with a line
 * each. One field a product, not one a figure: it takes "30 12" on a phone, and ten products stay one screen.
 */
const mostFields = 8

export async function reportForm(ctx: Ctx, given: GivenReport, submit: Button): Promise<Card> {
  const { language } = ctx
  if (!given.customer) return whichCustomerCard(submit, language)
  const customer = await reportableCustomer(ctx, given.customer)
  const period = await weekOfReport(ctx, customer, given.period)
  const sheet = await reportSheet(ctx, customer.id, period)
  const rows = [...sheet.rows, ...(await rowsBeyond(ctx, sheet.rows, given.lines ?? []))]
  const marks = await challengesOf(ctx, given)
  const own = rows.slice(0, mostFields)
  return stockFormCard(
    {
      customer,
      period,
      weeks: weeksToChoose(period, localDate(ctx.now, ctx.me.zone)),
      products: own.map((row) => fieldFor(row, given, marks, language)),
      more: moreField(rows.slice(mostFields), given, marks, language),
      explanation: explanationField(given.explanation ?? sheet.report?.explanation, marks, language),
    },
    submit,
    language,
  )
}

/** A line for each product without a field of its own. */
function moreField(rows: SheetRow[], given: GivenReport, marks: Record<string, Words>, language: Language) {
  const lines = rows.map((row) => `${nameIn(row.product, language)}: ${valueFor(row, given, language)}`)
  const marked = rows.flatMap(({ product }) => marks[fieldOfProduct(product.code)]?.[language] ?? [])
  return { value: lines.join('\n'), error: marked.length > 0 ? marked.join('\n') : undefined }
}

/** Asked only where a figure is to be explained, or shown where one was. */
function explanationField(said: string | null | undefined, marks: Record<string, Words>, language: Language) {
  const asked = Object.keys(marks).length > 0
  return asked || said ? { value: said ?? '', error: asked ? explain[language] : undefined } : null
}

/** The running week, the two before it, and the one the form is about. */
function weeksToChoose(period: Period, today: Temporal.PlainDate): Period[] {
  const running = weekOf(today)
  const last = previousPeriod(running)
  const weeks = [running, last, previousPeriod(last)]
  return weeks.some(({ id }) => id === period.id) ? weeks : [...weeks, period]
}

/** Products that were named and do not belong to the sheet. */
async function rowsBeyond(ctx: Ctx, rows: SheetRow[], lines: LineSaid[]): Promise<SheetRow[]> {
  const known = new Set(rows.map(({ product }) => product.code))
  const codes = lines.map(({ product }) => product).filter((code) => !known.has(code))
  const products = await productsByCode(ctx.db, [...new Set(codes)])
  return [...products.values()].map((product) => ({ product, past: noPast(product), reported: null }))
}

/** What is to be explained of the figures given so far; figures that are incomplete are asked for elsewhere. */
async function challengesOf(
  ctx: Ctx,
  { customer, lines, ...rest }: GivenReport,
): Promise<Record<string, Words>> {
  if (!customer || !lines || lines.length === 0) return {}
  try {
    return marksOf((await draftReport(ctx, { customer, lines, ...rest })).unanswered)
  } catch (error) {
    if (error instanceof Refusal) return {}
    throw error
  }
}

function fieldFor(
  row: SheetRow,
  given: GivenReport,
  marks: Record<string, Words>,
  language: Language,
): ProductField {
  const { product, past, reported } = row
  const field = fieldOfProduct(product.code)
  const opening = reported?.opening ?? past.lastClosing
  return {
    field,
    name: nameIn(product, language),
    opening: opening === null ? null : quantityInWords(opening, product, language),
    value: valueFor(row, given, language),
    error: marks[field]?.[language],
  }
}

/** What was said, over what was reported before. */
function valueFor(
  { product, past, reported }: SheetRow,
  { lines = [] }: GivenReport,
  language: Language,
): string {
  const unit = unitsOf(product).at(-1)!.name
  const before: Amounts = {}
  for (const figure of Object.keys(nothing) as (keyof StockFigures)[]) {
    const usual = figure === 'opening' ? past.lastClosing : nothing[figure]
    if (reported && reported[figure] !== usual) before[figure] = { quantity: reported[figure], unit }
  }
  const said = lines
    .filter((line) => line.product === product.code)
    .map(({ product: _, ...amounts }) => amounts)
  return amountsInWords(Object.assign(before, ...said), product, language)
}

/** Figures that need not be shown; a closing always is. */
const nothing: Record<keyof StockFigures, number | null> = {
  opening: null,
  received: 0,
  inTransit: 0,
  closing: null,
  adjustment: 0,
  gifts: 0,
}
