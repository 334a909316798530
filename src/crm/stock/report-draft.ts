import type { Product } from '#prisma'
import type { Period } from '../../lib/period.ts'
import type { Words } from '../../lib/words.ts'
import type { Ctx } from '../context.ts'
import { type CustomerWithOwner, customerByCode } from '../customers/customer-by-code.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { productsByCode } from '../products/product-by-code.ts'
import { Refusal, refuse } from '../refusal.ts'
import { type Challenge, challengesOf } from './challenges.ts'
import type { StockFigures } from './figures.ts'
import { figuresOf, type LineSaid } from './figures-said.ts'
import { periodToReport, weekNamed } from './report-period.ts'
import { byCode, type ExistingReport, noPast, type ReportSheet, reportSheet } from './report-sheet.ts'
import { sameFigures } from './report-version.ts'

/** A report as it was said. Products, customer and period by code. */
export interface ReportSaid {
  customer: string
  period?: string
  lines: LineSaid[]
  explanation?: string
}

/** A report as it would be handed in. */
export interface ReportDraft {
  customer: CustomerWithOwner
  period: Period
  /** The report of that week as it was handed in before. */
  existing: ExistingReport | null
  lines: DraftLine[]
  /** Products that belong on the report and of which nothing was said: they are not stored. */
  unreported: Product[]
  explanation: string | null
  /** Challenged figures that nothing was said about yet. */
  unanswered: DraftLine[]
}

export interface DraftLine {
  product: Product
  figures: StockFigures
  challenges: Challenge[]
  /** As it was handed in before. */
  reported: StockFigures | null
}

/** The form field that a product's figures are entered in. */
export const fieldOfProduct = (code: string) => `p_${code}`

/** The customer, where the person may report for it: the owner and who leads them, and in the pool anyone of the office. */
export async function reportableCustomer(ctx: Ctx, code: string): Promise<CustomerWithOwner> {
  const customer = await customerByCode(ctx, code)
  if (mayWorkOn(ctx.me, customer)) return customer
  const { owner, office } = customer
  refuse('stock.not_yours', {
    zh: `${customer.name}的进销存由${owner?.name ?? office.name}或其主管、办事处主任上报。`,
    en: `The stock of ${customer.nameEn ?? customer.name} is reported by ${owner?.nameEn ?? office.nameEn}, their team lead or office head.`,
  })
}

/** The week that is named, or the one that is to be reported. */
export const weekOfReport = (ctx: Ctx, { id }: { id: number }, week: string | undefined): Promise<Period> =>
  week ? Promise.resolve(weekNamed(week, ctx)) : periodToReport(ctx, id)

/** The week a report is about, as it was said so far. */
export const periodMeant = async (ctx: Ctx, { customer, period }: ReportSaid): Promise<Period> =>
  weekOfReport(ctx, await reportableCustomer(ctx, customer), period)

/** What would be handed in. Of a report that exists, everything that is not said anew stays as it was. */
export async function draftReport(ctx: Ctx, said: ReportSaid): Promise<ReportDraft> {
  const customer = await reportableCustomer(ctx, said.customer)
  const period = await weekOfReport(ctx, customer, said.period)
  const sheet = await reportSheet(ctx, customer.id, period)
  const lines = await linesOf(ctx, sheet, said.lines)
  const codes = new Set(lines.map(({ product }) => product.code))
  return {
    customer,
    period,
    existing: sheet.report,
    lines,
    unreported: sheet.rows.map(({ product }) => product).filter(({ code }) => !codes.has(code)),
    explanation: said.explanation?.trim() || (sheet.report?.explanation ?? null),
    unanswered: said.explanation?.trim() ? [] : lines.filter((line) => needsAnswer(line, sheet)),
  }
}

/** What was explained when it was handed in need not be explained again. */
function needsAnswer({ figures, challenges, reported }: DraftLine, { report }: ReportSheet): boolean {
  const explained = report?.explanation && reported && sameFigures(figures, reported)
  return challenges.length > 0 && !explained
}

async function linesOf(ctx: Ctx, sheet: ReportSheet, said: LineSaid[]): Promise<DraftLine[]> {
  const products = await productsByCode(ctx.db, [...new Set(said.map(({ product }) => product))])
  const rows = new Map(sheet.rows.map((row) => [row.product.code, row]))
  for (const [code, product] of products)
    if (!rows.has(code)) rows.set(code, { product, past: noPast(product), reported: null })
  const errors: Record<string, Words> = {}
  const lines = [...rows.values()].flatMap((row) => {
    const about = said.filter(({ product }) => product === row.product.code)
    if (about.length === 0 && !row.reported) return []
    try {
      const figures = figuresOf(row, about)
      return [
        {
          product: row.product,
          figures,
          challenges: challengesOf(figures, row.past, ctx.rules),
          reported: row.reported,
        },
      ]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      errors[fieldOfProduct(row.product.code)] = error.words
      return []
    }
  })
  if (Object.keys(errors).length > 0) refuse('stock.incomplete', together(errors), errors)
  return lines.sort((a, b) => byCode(a.product, b.product))
}

const together = (errors: Record<string, Words>): Words => ({
  zh: Object.values(errors)
    .map(({ zh }) => zh)
    .join('\n'),
  en: Object.values(errors)
    .map(({ en }) => en)
    .join('\n'),
})
