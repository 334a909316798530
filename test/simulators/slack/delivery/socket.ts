import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Settings } from '../settings.ts'
import { isObject, type Json, object } from '../wire.ts'
import type { Attempt, Carrier, Delivery } from './deliver.ts'

const PATH = '/link/'
const LEAVE_MS = 200

export interface Connection {
  readonly id: string
  /** Sends a `disconnect` frame; the server closes the socket itself when the app lets the grace pass. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void
  /** Cuts the socket without a word. */
  cut(): void
  /** Half-open: the socket stays, but nothing is read, answered or sent on it any more. */
  freeze(): void
}

export interface SocketMode {
  ticketUrl(): string
  /** Sockets that said hello and are not closed, frozen ones included. */
  connections(): Connection[]
  carrier: Carrier
  /** Takes leave of every socket. */
  close(): Promise<void>
}

interface Link extends Connection {
  socket: WebSocket
  frozen: boolean
}

/** Called when the acknowledgement came, or the socket it was expected on closed. */
type Waiting = (end: { payload?: unknown } | 'closed') => void

export interface SocketParts {
  server: Server
  settings: Settings
  url: () => string
  changed: () => void
}

export function createSocketMode({ server, settings, url, changed }: SocketParts): SocketMode {
  const tickets = new Set<string>()
  const links: Link[] = []
  const waiting = new Map<string, { link: Link; end: Waiting }>()
  const sockets = new WebSocketServer({ noServer: true, autoPong: false })
  let turn = 0

  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '', url())
    if (pathname !== PATH || !tickets.delete(searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => greet(webSocket))
  })

  function greet(socket: WebSocket): void {
    const link = createLink(socket, settings)
    links.push(link)
    const pinging = setInterval(() => link.frozen || socket.ping(), settings.pingMs).unref()
    socket.on('ping', (data) => link.frozen || socket.pong(data))
    socket.on('message', (data) => link.frozen || hear(String(data)))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(pinging)
      links.splice(links.indexOf(link), 1)
      for (const { link: on, end } of [...waiting.values()]) if (on === link) end('closed')
      changed()
    })
    socket.send(JSON.stringify(hello(links.length, settings)))
    changed()
  }

  function hear(data: string): void {
    const frame = parsed(data)
    waiting.get(String(frame.envelope_id))?.end({ payload: frame.payload })
  }

  const carrier: Carrier = (delivery, attempt) => {
    const link = links[turn++ % Math.max(1, links.length)]
    if (!link) {
      attempt.outcome = 'connection_failed'
      return Promise.resolve()
    }
    attempt.connection = link.id
    attempt.envelopeId = randomUUID()
    return new Promise((resolve) => {
      const began = performance.now()
      const late = setTimeout(() => {
        attempt.outcome = 'timeout'
        resolve()
      }, settings.ackMs)
      const end: Waiting = (how) => {
        clearTimeout(late)
        waiting.delete(attempt.envelopeId!)
        if (how !== 'closed') acknowledged(attempt, how.payload, performance.now() - began)
        else if (attempt.outcome === 'pending') attempt.outcome = 'connection_failed'
        resolve()
      }
      waiting.set(attempt.envelopeId!, { link, end })
      if (!link.frozen) link.socket.send(JSON.stringify(envelope(delivery, attempt)))
    })
  }

  return {
    ticketUrl: () => {
      const ticket = randomBytes(16).toString('hex')
      tickets.add(ticket)
      return `${url().replace('http', 'ws')}${PATH}?ticket=${ticket}&app_id=${settings.app.id}`
    },
    connections: () => [...links],
    carrier,
    close: async () => {
      await Promise.all(links.map(takeLeave))
      sockets.close()
    },
  }
}

function createLink(socket: WebSocket, settings: Settings): Link {
  const link: Link = {
    id: randomUUID(),
    socket,
    frozen: false,
    disconnect: (reason) => {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'simulated' } }))
      setTimeout(() => socket.terminate(), settings.disconnectGraceMs).unref()
    },
    cut: () => socket.terminate(),
    freeze: () => {
      link.frozen = true
      socket.pause()
    },
  }
  return link
}

const takeLeave = ({ socket, frozen }: Link): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve())
    if (frozen) socket.terminate()
    else socket.close(1001)
    setTimeout(() => socket.terminate(), LEAVE_MS).unref()
  })

/** Too late is still noted, with the time it took, but it no longer counts. */
function acknowledged(attempt: Attempt, payload: unknown, ackMs: number): void {
  attempt.ackMs = ackMs
  if (attempt.outcome !== 'pending') return
  attempt.outcome = 'acknowledged'
  const isEmpty = payload === undefined || (isObject(payload) && Object.keys(payload).length === 0)
  if (!isEmpty) attempt.response = payload
}

const hello = (count: number, { app }: Settings): Json => ({
  type: 'hello',
  num_connections: count,
  connection_info: { app_id: app.id },
  debug_info: { host: 'simulated', approximate_connection_time: 18_060 },
})

const envelope = ({ kind, payload }: Delivery, { envelopeId, retry, retryReason }: Attempt): Json => ({
  envelope_id: envelopeId,
  type: kind,
  accepts_response_payload: kind !== 'events_api',
  payload,
  ...(kind === 'events_api' && { retry_attempt: retry, retry_reason: retryReason }),
})

function parsed(data: string): Json {
  try {
    return object(JSON.parse(data))
  } catch {
    return {}
  }
}
