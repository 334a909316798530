import { DWClient, type DWClientDownStream, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import type { Log } from '../../src/lib/log.ts'
import type { DingtalkSettings } from './settings.ts'

/** Something the platform wants to be acknowledged. */
export interface Push {
  kind: 'message' | 'press'
  id: string
  /** JSON. */
  data: string
}

/** Answers a push where it came from; false where that connection is gone. */
export type Respond = (body: object | null) => boolean

/** How a connection ends: it was told to go and another one should take its place first, or it is gone. */
export type End = 'told' | 'lost'

/** One connection, from its ticket to its end. */
export interface Line {
  over: Promise<End>
  closed: Promise<void>
  isOpen(): boolean
  /** Leaves time to answer what was received, then closes. */
  retire(): void
  close(): void
}

export interface LineParts {
  settings: Pick<DingtalkSettings, 'clientId' | 'clientSecret' | 'apiUrl'>
  fetch: typeof fetch
  log: Log
  /** Milliseconds. */
  timing: { pingEvery: number; openWithin: number; drain: number }
  taken(push: Push, respond: Respond): void
  /** Gives up opening. */
  signal: AbortSignal
}

/** So many pings without any sound from the other side, and a connection is dead. */
const mostUnheard = 2

export async function openLine(parts: LineParts): Promise<Line> {
  const { timing, taken, signal } = parts
  const over = Promise.withResolvers<End>()
  const closed = Promise.withResolvers<void>()
  let unheard = 0
  const heard = () => {
    unheard = 0
  }
  const client = new ContainedClient(parts, {
    heard,
    told: () => over.resolve('told'),
    taken: (push) => taken(push, (body) => client.respond(push.id, body)),
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
  taken(push: Push): void
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

const kinds: Record<string, Push['kind']> = { [TOPIC_ROBOT]: 'message', [TOPIC_CARD]: 'press' }

/** The SDK's client for one connection, of which nothing that arrives can end the process. */
class ContainedClient extends DWClient {
  readonly #parts: LineParts
  readonly #hearing: Hearing

  constructor(parts: LineParts, hearing: Hearing) {
    const { clientId, clientSecret } = parts.settings
    const subscriptions = Object.keys(kinds).map((topic) => ({ type: 'CALLBACK', topic }))
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
  respond(id: string, body: object | null): boolean {
    if (!this.isOpen) return false
    this.socketCallBackResponse(id, body)
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

  override onSystem(frame: DWClientDownStream): void {
    if (frame.headers.topic === 'disconnect') this.#hearing.told()
    else super.onSystem(frame)
  }

  /** Past the SDK's event emitter, which would throw for a topic of the name `error`. */
  override onCallback({ headers, data }: DWClientDownStream): void {
    const kind = kinds[headers.topic]
    if (kind && headers.messageId) this.#hearing.taken({ kind, id: headers.messageId, data })
  }
}

const mend = (status: number): string =>
  status === 400 || status === 401
    ? 'are client id and secret right, is the app published, is its stream mode on?'
    : 'is the address reachable?'
