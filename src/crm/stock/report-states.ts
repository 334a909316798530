/** A report before it is handed in is a draft of the conversation: it has no state here. */
export const reportStates = ['submitted', 'accepted', 'returned'] as const

export type ReportState = (typeof reportStates)[number]

/** What a person does to a report, and the states in which it can be done. */
const from = {
  /** Again: before it was reviewed, after it was returned, or as a correction of what was accepted. */
  submit: ['submitted', 'returned', 'accepted'],
  accept: ['submitted'],
  return: ['submitted'],
} satisfies Record<string, ReportState[]>

export type ReportAction = keyof typeof from

export const mayFollow = (action: ReportAction, state: ReportState): boolean =>
  (from[action] as ReportState[]).includes(state)

/** Figures that count in sums: handed in, and not sent back. */
export const standing = ['submitted', 'accepted'] satisfies ReportState[]
