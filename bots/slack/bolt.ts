import { setTimeout as pause } from 'node:timers/promises'
import { type App, LogLevel, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../src/lib/log.ts'
import { type Acknowledging, acknowledging } from './acknowledge.ts'

export interface SlackSocketParts extends Acknowledging {
  appToken: string
  /** Ends in a slash. */
  apiUrl: string
  /** Milliseconds between two pings' worth of silence: a socket that stays silent so long is dead. */
  silence?: number
}

export interface SlackSocket {
  isConnected(): boolean
  /** Takes in nothing new, finishes what is under way, closes the socket. */
  stop(): Promise<void>
}

const helloWithin = 20_000
const longestPause = 30_000

/**
 * Slack by socket. Resolves after the first attempt to connect; from then on the connection is kept.
 *
 * Of Bolt only the receiver is used: its `App` acknowledges events before they could be stored. Its own reconnecting is
 * off: a failed reconnect of it, or a stop in the middle of one, is a rejection that nobody catches and ends the process,
 * and its pauses grow to hours.
 */
export async function startSlackSocket(parts: SlackSocketParts): Promise<SlackSocket> {
  const { log } = parts
  const underWay = new Set<Promise<void>>()
  const take = taking(parts)
  const process = async (event: ReceiverEvent): Promise<void> => {
    if (stopping.signal.aborted) return
    const taken = take(event).finally(() => underWay.delete(taken))
    underWay.add(taken)
    await taken
  }
  const stopping = new AbortController()
  const first = Promise.withResolvers<void>()
  let line: Line | undefined
  const kept = keepConnected()
  await first.promise

  async function keepConnected(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        line = await connect(parts, process, stopping.signal)
        log.info({}, 'connected to Slack')
        failures = 0
        first.resolve()
        await line.ended
        line = undefined
      } catch (error) {
        if (stopping.signal.aborted) break
        failures += 1
        log.error({ error: String(error), failures }, 'no connection to Slack; it is tried again')
        first.resolve()
        await pause(Math.min(250 * 2 ** failures, longestPause), null, { signal: stopping.signal }).catch(
          () => {},
        )
      }
    }
    first.resolve()
  }

  return {
    isConnected: () => line !== undefined,
    stop: async () => {
      stopping.abort()
      await Promise.allSettled(underWay)
      await line?.close()
      await kept
    },
  }
}

/** One payload: committed, acknowledged with its answer where that is ready, and what follows. */
function taking({ log, background, ...parts }: SlackSocketParts): (event: ReceiverEvent) => Promise<void> {
  const acknowledge = acknowledging({ log, ...parts })
  return async ({ body, ack }) => {
    try {
      const { body: answer, afterwards } = await acknowledge(body)
      const isThere = await arrived(ack(answer))
      if (afterwards) background(afterwards(isThere))
    } catch (error) {
      log.error({ error }, 'a message was not stored and not acknowledged')
    }
  }
}

const arrived = (acknowledged: Promise<void>): Promise<boolean> =>
  acknowledged.then(
    () => true,
    () => false,
  )

interface Line {
  /** Resolves when the socket is closed, by whichever side. */
  ended: Promise<void>
  close(): Promise<void>
}

/** One socket, from its ticket to its end. A new receiver each time: nothing of the last one is left. */
async function connect(
  { appToken, apiUrl, silence = 5000, log }: SlackSocketParts,
  process: (event: ReceiverEvent) => Promise<void>,
  signal: AbortSignal,
): Promise<Line> {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    autoReconnectEnabled: false,
    clientPingTimeout: silence,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: 10_000,
      },
    },
  })
  receiver.init({ processEvent: process } as unknown as App)
  const { client } = receiver
  const started = receiver.start()
  const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
  const close = async () => void (await Promise.race([client.disconnect(), pause(3000)]))
  try {
    await inTime(started, helloWithin, signal)
    return { ended, close }
  } catch (error) {
    await close()
    // A socket that opens all the same, after the ticket came late, is closed again.
    void started.then(close, () => {})
    throw error
  }
}

/** Rejects where a promise takes too long, or nobody waits for it any more. */
function inTime(promise: Promise<unknown>, milliseconds: number, stopping: AbortSignal): Promise<unknown> {
  const over = AbortSignal.any([stopping, AbortSignal.timeout(milliseconds)])
  const late = new Promise((_, reject) => {
    const why = () => reject(new Error(stopping.aborted ? 'stopped' : 'Slack did not say hello'))
    over.addEventListener('abort', why, { once: true })
  })
  return Promise.race([promise, late])
}

/** What Bolt notes in detail holds what people wrote: only its warnings are kept. */
function boltLog(log: Log): ConstructorParameters<typeof SocketModeReceiver>[0]['logger'] {
  const warn = (...words: unknown[]) => log.warn({ words: words.map(String) }, 'from the socket of Slack')
  const ignore = () => {}
  return {
    debug: ignore,
    info: ignore,
    warn,
    error: warn,
    setLevel: ignore,
    getLevel: () => LogLevel.WARN,
    setName: ignore,
  }
}
