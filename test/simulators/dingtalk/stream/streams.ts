import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { within } from '../callbacks/to-robot.ts'
import type { World } from '../world.ts'
import { type Connection, createConnection, ping, sendFrame, takePong } from './connection.ts'
import { readAck, systemFrame } from './frames.ts'
import { createPushes } from './pushes.ts'
import { createStreamFaults } from './stream-faults.ts'
import { createTickets, type Subscriptions } from './tickets.ts'

export type Streams = ReturnType<typeof createStreams>

/** The Stream gateway: tickets, connections and what is pushed over them. */
export function createStreams(world: World) {
  const { settings, recorder } = world
  const tickets = createTickets(world)
  const sockets = new WebSocketServer({ noServer: true })
  const connections: Connection[] = []
  const live = () => connections.filter((one) => one.state !== 'closed')
  const pushes = createPushes(world, live)
  const first = Promise.withResolvers<Connection>()
  let refusals = 0

  const system = (topic: string, data: object) => systemFrame(world.app.clientId, topic, data, world.now())
  const keepPinging = (connection: Connection) => {
    if (connection.state === 'closed') return
    ping(connection, system('ping', { opaque: crypto.randomUUID() }))
    world.later(settings.pingEvery, () => keepPinging(connection))
  }
  const receive = (connection: Connection, text: string) => {
    const ack = readAck(text)
    if (typeof ack === 'string') return void recorder.violations.push(ack)
    const pong = takePong(connection, ack)
    const wrong = pong === false ? pushes.receive(connection, ack) : pong
    if (typeof wrong === 'string') recorder.violations.push(wrong)
  }
  const welcome = (socket: WebSocket, subscriptions: Subscriptions) => {
    const connection = createConnection(socket, subscriptions)
    connections.push(connection)
    first.resolve(connection)
    socket.on('message', (text) => receive(connection, String(text)))
    socket.on('error', () => {})
    socket.on('close', () => {
      connection.state = 'closed'
    })
    if (settings.sendsRegistered) sendFrame(connection, system('REGISTERED', {}))
    keepPinging(connection)
  }
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? '', 'http://localhost').searchParams.get('ticket')
    const subscriptions = tickets.spend(ticket ?? '')
    if (subscriptions && refusals <= 0) {
      return sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened, subscriptions))
    }
    socket.on('error', () => {})
    const status = subscriptions ? '503 Service Unavailable' : '401 Unauthorized'
    if (subscriptions) refusals -= 1
    return void socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`)
  }

  return {
    ...createStreamFaults(world, live),
    /** Connections the platform believes alive, half-open ones included. */
    connections: live,
    /** Resolves when the service has connected for the first time; rejects after so many milliseconds. */
    connected: async (ms: number): Promise<void> => {
      if (!(await within(world, ms, first.promise))) throw new Error('no connection to DingTalk was opened')
    },
    openings: tickets.openings,
    pushes,
    listen: (server: Server) => void server.on('upgrade', upgrade),
    /** Answers `connections/open`: an endpoint and a ticket for one connection. */
    open: (body: Record<string, unknown>) => {
      const ticket = tickets.issue(body)
      return { endpoint: `${world.at.api.replace(/^http/, 'ws')}/connect`, ticket }
    },
    /** Pushes a subscribed event of the organisation. */
    event: (eventType: string, data: object) =>
      pushes.send({
        type: 'EVENT',
        topic: '*',
        headers: {
          eventType,
          eventId: crypto.randomUUID(),
          eventCorpId: world.app.corpId,
          eventBornTime: String(world.now()),
          eventUnifiedAppId: world.app.clientId,
        },
        data: () => data,
      }),
    /** The next handshakes are refused, though their tickets are good. */
    refuseHandshakes: (times = Number.POSITIVE_INFINITY) => {
      refusals = times
    },
    close: () => {
      for (const connection of connections) connection.socket.terminate()
      sockets.close()
    },
  }
}
