import type { Delivery, Kind } from './delivery/deliver.ts'
import type { Json } from './wire.ts'

export interface ApiCall {
  method: string
  args: Json
  /** Clock of the simulator when the call came, in milliseconds since the epoch. */
  at: number
  tookMs: number
  /** HTTP status; 0 when no answer was given. */
  status: number
  answer: Json
}

export interface ResponseUrlCall {
  url: string
  body: Json
  at: number
  status: number
  answer: Json
}

export interface Latencies {
  count: number
  p50: number
  p99: number
  max: number
}

export interface Records {
  calls: ApiCall[]
  responseUrlCalls: ResponseUrlCall[]
  deliveries: Delivery[]
  /** How long the app took to acknowledge, in milliseconds; what it never acknowledged is not counted. */
  latencies(kind?: Kind): Latencies
  clear(): void
}

export function createRecords(): Records {
  const calls: ApiCall[] = []
  const responseUrlCalls: ResponseUrlCall[] = []
  const deliveries: Delivery[] = []
  return {
    calls,
    responseUrlCalls,
    deliveries,
    latencies: (kind) => {
      const wanted = deliveries.filter((delivery) => !kind || delivery.kind === kind)
      const acknowledged = wanted.flatMap((delivery) => delivery.attempts.map((attempt) => attempt.ackMs))
      return summary(acknowledged.filter((ms) => ms !== undefined))
    },
    clear: () => {
      for (const rows of [calls, responseUrlCalls, deliveries]) rows.length = 0
    },
  }
}

function summary(milliseconds: number[]): Latencies {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { count: sorted.length, p50: rank(0.5), p99: rank(0.99), max: sorted.at(-1) ?? 0 }
}
