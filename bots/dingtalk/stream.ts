import { setTimeout as pause } from 'node:timers/promises'
import { DWClient, type DWClientDownStream, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import { ZodError } from 'zod'
import { type Acknowledging, acknowledging } from './acknowledge.ts'
import type { DingtalkSettings } from './settings.ts'

export interface DingtalkStreamParts extends Acknowledging {
  settings: Pick<DingtalkSettings, 'clientId' | 'clientSecret' | 'apiUrl'>
  fetch: typeof fetch
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

/** So many pings without any sound from the other side, and a connection is dead. */
const mostUnheard = 2

export interface DingtalkStream {
  isConnected(): boolean
  /** Takes in nothing new, finishes what is under way, closes the connection. */
  stop(): Promise<void>
}

type Frame = DWClientDownStream
/** Answers the frame where it came from; false where that connection is gone. */
type Respond = (body: object | null) => boolean

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
  const taken = (frame: Frame, respond: Respond) => {
    if (stopping.signal.aborted) return
    const work = take(frame, respond).finally(() => underWay.delete(work))
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
    const line = await openLine(parts, { timing, taken, signal: stopping.signal })
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
function taking(parts: DingtalkStreamParts): (frame: Frame, respond: Respond) => Promise<void> {
  const { log, wall } = parts
  const acknowledge = acknowledging(parts)

  async function take({ headers, data }: Frame, respond: Respond): Promise<void> {
    const body: unknown = JSON.parse(data)
    if (headers.topic === TOPIC_ROBOT) {
      await acknowledge.message({ kind: 'message', body })
      respond(null)
      return
    }
    if (headers.topic !== TOPIC_CARD) return
    const press = { kind: 'press' as const, body, frame: headers.messageId, at: wall().getTime() }
    const { body: answer, afterwards } = await acknowledge.press(press)
    await afterwards?.(respond(answer))
  }

  return async (frame, respond) => {
    try {
      await take(frame, respond)
    } catch (error) {
      if (error instanceof ZodError || error instanceof SyntaxError) {
        log.warn({ error }, 'a push of an unknown shape was put aside')
        respond(null)
      } else log.error({ error }, 'a message was not stored and not acknowledged')
    }
  }
}

/** How a connection ends: it was told to go and another one should take its place first, or it is gone. */
type End = 'told' | 'lost'

/** One connection, from its ticket to its end. */
interface Line {
  over: Promise<End>
  closed: Promise<void>
  isOpen(): boolean
  /** Leaves time to answer what was received, then closes. */
  retire(): void
  close(): void
}

interface LineParts {
  timing: typeof ordinary
  taken(frame: Frame, respond: Respond): void
  signal: AbortSignal
}

async function openLine(parts: DingtalkStreamParts, { timing, taken, signal }: LineParts): Promise<Line> {
  const over = Promise.withResolvers<End>()
  const closed = Promise.withResolvers<void>()
  let unheard = 0
  const heard = () => {
    unheard = 0
  }
  const client = new ContainedClient(parts, {
    heard,
    told: () => over.resolve('told'),
    taken: (frame) => taken(frame, (body) => client.respond(frame, body)),
  })
  await client.open(AbortSignal.any([signal, AbortSignal.timeout(timing.openWithin)]))
  const watch = setInterval(() => {
    if (unheard >= mostUnheard) return client.terminate()
    unheard += 1
    client.ping()
  }, timing.pingEvery)
  let farewell: NodeJS.Timeout | undefined
  client.whenClosed(() => {
    clearInterval(watch)
    clearTimeout(farewell)
    over.resolve('lost')
    closed.resolve()
  })
  return {
    over: over.promise,
    closed: closed.promise,
    isOpen: () => client.isOpen,
    retire: () => {
      farewell ??= setTimeout(() => client.terminate(), timing.drain)
    },
    close: () => client.terminate(),
  }
}

interface Hearing {
  heard(): void
  told(): void
  taken(frame: Frame): void
}

/** What of the SDK's socket is needed, which it keeps to itself. */
interface Socket {
  readyState: number
  ping(): void
  terminate(): void
  on(event: 'pong' | 'close', listener: () => void): void
}

const OPEN = 1
const CLOSED = 3

/** The SDK's client for one connection, of which nothing that arrives can end the process. */
class ContainedClient extends DWClient {
  readonly #parts: DingtalkStreamParts
  readonly #hearing: Hearing

  constructor(parts: DingtalkStreamParts, hearing: Hearing) {
    const { clientId, clientSecret } = parts.settings
    const subscriptions = [TOPIC_ROBOT, TOPIC_CARD].map((topic) => ({ type: 'CALLBACK', topic }))
    const options = {
      clientId,
      clientSecret,
      subscriptions,
      autoReconnect: false,
      keepAlive: false,
      debug: false,
    }
    super(options)
    this.#parts = parts
    this.#hearing = hearing
  }

  /** Unlike the SDK's `connect`, rejects where there is no connection, and gives up when it is told to. */
  async open(signal: AbortSignal): Promise<void> {
    Object.assign(this, { dw_url: await this.#askForTicket(signal) })
    const opened = this._connect()
    const late = () => this.terminate()
    signal.addEventListener('abort', late, { once: true })
    try {
      await opened
    } finally {
      signal.removeEventListener('abort', late)
    }
    signal.throwIfAborted()
    this.#socket?.on('pong', this.#hearing.heard)
  }

  /** A ticket opens one connection, within 90 seconds. */
  async #askForTicket(signal: AbortSignal): Promise<string> {
    const { settings, fetch } = this.#parts
    const { clientId, clientSecret, subscriptions } = this.config
    const response = await fetch(`${settings.apiUrl}/v1.0/gateway/connections/open`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ clientId, clientSecret, subscriptions }),
      redirect: 'manual',
      signal,
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    const { endpoint, ticket } = answer
    if (typeof endpoint !== 'string' || typeof ticket !== 'string')
      throw new Error(
        `the gateway answered ${response.status} ${answer.code ?? ''}: ${mend(response.status)}`,
      )
    return `${endpoint}?ticket=${encodeURIComponent(ticket)}`
  }

  get #socket(): Socket | undefined {
    return Reflect.get(this, 'socket')
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === OPEN
  }

  /** False where the connection is gone. */
  respond({ headers }: Frame, body: object | null): boolean {
    if (!this.isOpen) return false
    this.socketCallBackResponse(headers.messageId, body)
    return true
  }

  ping(): void {
    if (this.isOpen) this.#socket?.ping()
  }

  /** Without a farewell: a half-open connection would never answer it. */
  terminate(): void {
    this.#socket?.terminate()
  }

  whenClosed(then: () => void): void {
    if (this.#socket?.readyState === CLOSED) then()
    else this.#socket?.on('close', then)
  }

  override onDownStream(frame: string): void {
    this.#hearing.heard()
    try {
      super.onDownStream(frame)
    } catch (error) {
      this.#parts.log.warn({ error: (error as Error).name }, 'a frame of an unknown shape was put aside')
    }
  }

  override onSystem(frame: Frame): void {
    if (frame.headers.topic === 'disconnect') this.#hearing.told()
    else super.onSystem(frame)
  }

  /** Past the SDK's event emitter, which would throw for a topic of the name `error`. */
  override onCallback(frame: Frame): void {
    if (!frame.headers.messageId) throw new TypeError('a callback without an id')
    this.#hearing.taken(frame)
  }
}

const mend = (status: number): string =>
  status === 400 || status === 401
    ? 'are client id and secret right, is the app published, is its stream mode on?'
    : 'is the address reachable?'
