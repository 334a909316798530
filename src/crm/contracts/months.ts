/** Twelve whole numbers that add up to the volume exactly, in whole multiples of `unit` where the volume is one; what is left over goes to the first months. */
export function evenSplit(volume: number, unit = 1): number[] {
  if (volume % unit !== 0) return evenSplit(volume)
  const units = volume / unit
  return Array.from(
    { length: 12 },
    (_, month) => (Math.floor(units / 12) + (month < units % 12 ? 1 : 0)) * unit,
  )
}

export interface MonthRun {
  /** 1 to 12, both included. */
  from: number
  to: number
  volume: number
}

/** Neighbouring months of the same volume taken together: twelve figures as people would say them. */
export function monthRuns(months: number[]): MonthRun[] {
  const runs: MonthRun[] = []
  months.forEach((volume, index) => {
    const last = runs.at(-1)
    if (last?.volume === volume) last.to = index + 1
    else runs.push({ from: index + 1, to: index + 1, volume })
  })
  return runs
}
