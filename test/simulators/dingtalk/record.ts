/** A call of the service to the platform. */
export interface Call {
  at: number
  host: 'api' | 'oapi'
  method: string
  path: string
  body: unknown
  status: number
  /** The error code, or errcode, or name of the injected fault. */
  code?: string | number
  charged: boolean
  ms: number
}

/** What came back for a push over a Stream connection. */
export interface Ack {
  at: number
  messageId: string
  connectionId: string
  topic: string
  code: number
  data: string
  /** From the latest sending of this push to its acknowledgement. */
  ms: number
}

/** A callback the platform posted, and what came back. */
export interface Callback {
  at: number
  kind: 'robot' | 'card'
  url: string
  headers: Record<string, string>
  body: string
  /** Absent when the platform's clock ran out or the service was not there. */
  status?: number
  answer?: string
  ms: number
  inTime: boolean
}

export type Latency = { count: number; p50: number; p99: number }

/** The value below which the given share of the numbers lie (nearest rank). */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const latencyOf = (milliseconds: number[]): Latency => ({
  count: milliseconds.length,
  p50: percentile(milliseconds, 0.5),
  p99: percentile(milliseconds, 0.99),
})

export type Recorder = ReturnType<typeof createRecorder>

export function createRecorder(now: () => number) {
  const calls: Call[] = []
  const acks: Ack[] = []
  const callbacks: Callback[] = []
  const violations: string[] = []
  const warnings: string[] = []
  const charged = { calls: 0, pushes: 0, sessionMessages: 0, opens: 0 }
  return {
    calls,
    acks,
    callbacks,
    charged,
    /** Where the service broke the protocol. A good service leaves this empty. */
    violations,
    /** What works but should not be depended on: a value over the documented size, a variable no one draws. */
    warnings,
    call: (call: Omit<Call, 'at'>) => void calls.push({ at: now(), ...call }),
    callsTo: (path: string, host?: Call['host']) =>
      calls.filter((call) => call.path === path && (!host || call.host === host)),
    /** How fast pushes were acknowledged, by topic or all together. */
    ackLatency: (topic?: string) =>
      latencyOf(acks.filter((ack) => !topic || ack.topic === topic).map((ack) => ack.ms)),
    /** How fast posted callbacks were answered. */
    callbackLatency: (kind?: Callback['kind']) =>
      latencyOf(callbacks.filter((one) => !kind || one.kind === kind).map((one) => one.ms)),
  }
}
