/** People whom the platform protects from the robot for a while: sends skip them. */
export function createThrottling() {
  const left = new Map<string, number>()
  return {
    /** The next sends to this person are flow-controlled. */
    next: (staffId: string, times = 1) => void left.set(staffId, times),
    take: (staffId: string): boolean => {
      const times = left.get(staffId) ?? 0
      left.set(staffId, times - 1)
      return times > 0
    },
  }
}

export type Throttling = ReturnType<typeof createThrottling>
