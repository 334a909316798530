/** Timers that end with the simulator. */
export function createTimers() {
  const timers = new Set<NodeJS.Timeout>()
  const { promise: closing, resolve } = Promise.withResolvers<void>()
  let closed = false
  return {
    closing,
    later: (ms: number, run: () => void) => {
      if (closed) return () => {}
      const timer = setTimeout(() => {
        timers.delete(timer)
        run()
      }, ms)
      timers.add(timer)
      return () => {
        timers.delete(timer)
        clearTimeout(timer)
      }
    },
    close: () => {
      closed = true
      timers.forEach(clearTimeout)
      resolve()
    },
  }
}
