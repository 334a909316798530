import type { Rules } from '../rules.ts'
import { netShipment, type StockFigures } from './figures.ts'
import { isWithin, likelyRange } from './likely-range.ts'

/** What the books say about a product before the period. */
export interface Past {
  /** The closing that stands from the period before; null for a first report, which sets the opening stock. */
  lastClosing: number | null
  /** Closings of the periods before, the latest first. */
  closings: number[]
  /** Base units of a case. */
  perCase: number
}

/** A figure that is taken only with an explanation. Quantities are base units. */
export type Challenge =
  | { kind: 'negative'; net: number }
  | { kind: 'opening'; opening: number; expected: number }
  | { kind: 'outlier'; closing: number; from: number; to: number }

/** What is asked about the figures of one product before they can be sent. */
export function challengesOf(
  figures: StockFigures,
  past: Past,
  rules: Pick<Rules, 'outlierDeviations' | 'outlierPeriods'>,
): Challenge[] {
  const { opening, closing } = figures
  const challenges: Challenge[] = []
  const net = netShipment(figures)
  if (net < 0) challenges.push({ kind: 'negative', net })
  if (past.lastClosing !== null && opening !== past.lastClosing)
    challenges.push({ kind: 'opening', opening, expected: past.lastClosing })
  const likely = likelyRange(past.closings, past.perCase, rules)
  if (likely && !isWithin(closing, likely)) challenges.push({ kind: 'outlier', closing, ...likely })
  return challenges
}
