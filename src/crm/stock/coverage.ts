/** How much of what a figure is about has been reported. */
export interface Coverage {
  expected: number
  reported: number
  /** Not reported, and counted with the figures of the period before. */
  estimated: number
}

export const addCoverage = (a: Coverage, b: Coverage): Coverage => ({
  expected: a.expected + b.expected,
  reported: a.reported + b.reported,
  estimated: a.estimated + b.estimated,
})

export const nobody: Coverage = { expected: 0, reported: 0, estimated: 0 }
