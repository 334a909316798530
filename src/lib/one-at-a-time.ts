/**
 * Runs never overlap: a call while one is running waits for it and then runs once more, for all that waited together
 * (with the arguments of the last of them).
 */
export function oneAtATime<Args extends unknown[], T>(
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let running: Promise<unknown> | undefined
  let waiting: { args: Args; done: Promise<T> } | undefined
  const start = (...args: Args): Promise<T> => {
    const run = work(...args)
    const over = run.then(
      () => {},
      () => {},
    )
    running = over
    void over.then(() => {
      if (running === over) running = undefined
    })
    return run
  }
  return (...args) => {
    if (!running) return start(...args)
    if (waiting) {
      waiting.args = args
      return waiting.done
    }
    const queued = { args, done: undefined as unknown as Promise<T> }
    queued.done = running.then(() => {
      waiting = undefined
      return start(...queued.args)
    })
    waiting = queued
    return queued.done
  }
}
