import { setTimeout as pause } from 'node:timers/promises'
import { type Acknowledging, acknowledging } from './acknowledge.ts'
import { type End, type Line, type LineParts, openLine, type Push, type Respond } from './line.ts'
import { strangeness } from './strangeness.ts'

export interface DingtalkStreamParts extends Acknowledging, Pick<LineParts, 'settings' | 'fetch'> {
  timing?: Partial<typeof ordinary>
}

/** Milliseconds. */
const ordinary = {
  pingEvery: 20_000,
  openWithin: 15_000,
  firstPause: 1000,
  longestPause: 30_000,
  /** A connection that lasted so long was a good one: what comes after it is the first failure again. */
  good: 60_000,
  /** What a connection that was told to go has left to answer what it was given. */
  drain: 15_000,
}

export interface DingtalkStream {
  isConnected(): boolean
  /** Takes in nothing new, finishes what is under way, closes the connection. */
  stop(): Promise<void>
}

/**
 * DingTalk by Stream. Resolves after the first attempt to connect; from then on one connection is kept.
 *
 * Of the SDK its frames and its socket are used. Its own reconnecting and its heartbeat stay off: the one doubles its
 * attempts with every failed handshake and comes back after a disconnect, the other leaves its timers behind.
 * https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol
 */
export async function startDingtalkStream(parts: DingtalkStreamParts): Promise<DingtalkStream> {
  const { log } = parts
  const timing = { ...ordinary, ...parts.timing }
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const lines = new Set<Line>()
  const first = Promise.withResolvers<void>()
  const take = taking(parts)
  const taken = (push: Push, respond: Respond) => {
    if (stopping.signal.aborted) return
    const work = take(push, respond).finally(() => underWay.delete(work))
    underWay.add(work)
  }
  const kept = keepConnected()
  await first.promise

  async function keepConnected(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const began = performance.now()
      const end = await oneLine().catch((error) => {
        if (!stopping.signal.aborted)
          log.error({ error: String(error) }, 'no connection to DingTalk; it is tried again')
        return 'lost' as const
      })
      first.resolve()
      failures = performance.now() - began > timing.good ? 0 : failures + 1
      // Whoever was politely told to go comes back at once, but not again and again.
      if (failures > (end === 'told' ? 1 : 0)) await pauseAfter(failures)
    }
    first.resolve()
  }

  /** Opens a connection, lets older ones go, and waits until another one is needed. */
  async function oneLine(): Promise<End> {
    const line = await openLine({ ...parts, timing, taken, signal: stopping.signal })
    if (stopping.signal.aborted) line.close()
    for (const older of lines) older.retire()
    lines.add(line)
    void line.closed.then(() => lines.delete(line))
    log.info({}, 'connected to DingTalk')
    first.resolve()
    return line.over
  }

  /** Longer with every failure, and not for all of us at the same moment. */
  async function pauseAfter(failures: number): Promise<void> {
    const longest = Math.min(timing.firstPause * 2 ** (failures - 1), timing.longestPause)
    const length = longest * (0.5 + Math.random() / 2)
    await pause(length, null, { signal: stopping.signal }).catch(() => {})
  }

  return {
    isConnected: () => [...lines].some((line) => line.isOpen()),
    stop: async () => {
      stopping.abort()
      await Promise.allSettled(underWay)
      for (const line of lines) line.close()
      await kept
    },
  }
}

/** One push: committed, acknowledged with its answer where that is ready, and what follows. Never throws. */
function taking(parts: DingtalkStreamParts): (push: Push, respond: Respond) => Promise<void> {
  const { log, wall } = parts
  const acknowledge = acknowledging(parts)

  async function take({ kind, id, data }: Push, respond: Respond): Promise<void> {
    const body: unknown = JSON.parse(data)
    if (kind === 'message') {
      await acknowledge.message({ kind, body })
      respond(null)
      return
    }
    const press = { kind, body, frame: id, at: wall().getTime() }
    const { body: answer, afterwards } = await acknowledge.press(press)
    const arrived = respond(answer)
    await afterwards?.(arrived)
  }

  return async (push, respond) => {
    try {
      await take(push, respond)
    } catch (error) {
      const strange = strangeness(error)
      if (!strange) return log.error({ error }, 'a message was not stored and not acknowledged')
      log.warn({ strange }, 'a push of an unknown shape was put aside')
      respond(null)
    }
  }
}
