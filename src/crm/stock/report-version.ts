import type { StockFigures } from './figures.ts'
import type { ExistingReport } from './report-sheet.ts'
import type { ReportState } from './report-states.ts'

/** A version of a report that a later one replaced. Moments are ISO texts. */
export interface ReportVersion {
  version: number
  state: ReportState
  submittedById: number | null
  submittedAt: string | null
  reviewedById: number | null
  reviewedAt: string | null
  reason: string | null
  explanation: string | null
  lines: (StockFigures & { productId: number; remarks: string | null })[]
}

export const earlierVersions = (report: { earlier: string }): ReportVersion[] => JSON.parse(report.earlier)

/** The report as it is, to be kept beside its next version. */
export function versionOf(report: ExistingReport): ReportVersion {
  const { version, state, submittedById, reviewedById, reason, explanation } = report
  return {
    version,
    state: state as ReportState,
    submittedById,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    reviewedById,
    reviewedAt: report.reviewedAt?.toISOString() ?? null,
    reason,
    explanation,
    lines: report.lines.map(({ productId, remarks, ...line }) => ({
      productId,
      remarks,
      ...figuresIn(line),
    })),
  }
}

export const figuresIn = ({
  opening,
  received,
  inTransit,
  closing,
  adjustment,
  gifts,
}: StockFigures): StockFigures => ({
  opening,
  received,
  inTransit,
  closing,
  adjustment,
  gifts,
})

export const sameFigures = (a: StockFigures, b: StockFigures): boolean =>
  JSON.stringify(figuresIn(a)) === JSON.stringify(figuresIn(b))
