/** How much of what a figure is about has been reported. */
export interface Coverage {
  expected: number
  reported: number
  /** Not reported, and counted with the figures of the period before. */
  estimated: number
  /** Expected, but not asked for: someone excused it and said why. */
  excused: number
}

/** What neither a report nor an estimate stands for. */
export const unknown = ({ expected, reported, estimated }: Coverage): number =>
  expected - reported - estimated
