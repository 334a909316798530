/** What can go wrong with a call to the Web API. */
export type Fault =
  | { status: 429; retryAfter: number }
  | { status: 500 | 502 | 503 | 504 }
  | { error: string }
  /** No answer at all; the call was carried out (`after`) or was not (`before`). */
  | { silent: 'before' | 'after' }
  /** The connection is cut; the call was carried out (`after`) or was not (`before`). */
  | { cut: 'before' | 'after' }
  | { slowMs: number }

export interface Faults {
  /** The next `times` calls to the method (`*`: any method) fail like this. */
  next(method: string, fault: Fault, times?: number): void
  /** Asked for every call that no `next` claims. */
  decideBy(decide: (method: string) => Fault | undefined): void
  clear(): void
  /** The fault of this call, used up. */
  take(method: string): Fault | undefined
}

export function createFaults(): Faults {
  const queue: Array<{ method: string; fault: Fault; left: number }> = []
  let decide: (method: string) => Fault | undefined = () => undefined
  return {
    next: (method, fault, times = 1) => {
      queue.push({ method, fault, left: times })
    },
    decideBy: (given) => {
      decide = given
    },
    clear: () => {
      queue.length = 0
      decide = () => undefined
    },
    take: (method) => {
      const found = queue.find((row) => row.left > 0 && (row.method === method || row.method === '*'))
      if (!found) return decide(method)
      found.left -= 1
      return found.fault
    },
  }
}
