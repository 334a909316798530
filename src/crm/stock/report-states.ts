/**
 * submitted > accepted, or returned > submitted again; an accepted report that is corrected is submitted again too.
 * Before it is handed in a report is a draft of the conversation, and has no state here.
 */
export type ReportState = 'submitted' | 'accepted' | 'returned'

/** Reports whose figures count in sums: handed in, and not sent back. */
export const standing = ['submitted', 'accepted'] satisfies ReportState[]
