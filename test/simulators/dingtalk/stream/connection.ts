import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { AckFrame, Frame } from './frames.ts'

/** One Stream connection, seen from the platform. */
export interface Connection {
  id: string
  socket: WebSocket
  subscriptions: { type: string; topic: string }[]
  /** draining: told to go, gets no more pushes. frozen: half open, nothing gets through, nobody notices. */
  state: 'open' | 'draining' | 'frozen' | 'closed'
  /** Data of the pings not yet answered, by messageId. */
  pings: Map<string, string>
  pongs: number
}

export const createConnection = (
  socket: WebSocket,
  subscriptions: Connection['subscriptions'],
): Connection => ({ id: randomUUID(), socket, subscriptions, state: 'open', pings: new Map(), pongs: 0 })

export const listensTo = ({ subscriptions }: Connection, { type, headers }: Frame) =>
  subscriptions.some(
    (one) => one.type === type && (type === 'EVENT' ? one.topic === '*' : one.topic === headers.topic),
  )

/** Sends a frame; into the void on a frozen connection. */
export function sendFrame(connection: Connection, frame: Frame) {
  if (connection.state === 'frozen') return
  const headers = { ...frame.headers, connectionId: connection.id }
  connection.socket.send(JSON.stringify({ ...frame, headers }), () => {})
}

/** Sends a ping frame, which must come back with the same data. */
export function ping(connection: Connection, frame: Frame) {
  connection.pings.set(frame.headers.messageId!, frame.data)
  sendFrame(connection, frame)
}

/** Takes the answer to a ping; false if this is something else, a text if the answer is wrong. */
export function takePong(connection: Connection, ack: AckFrame): boolean | string {
  const sent = connection.pings.get(ack.headers.messageId)
  if (sent === undefined) return false
  connection.pings.delete(ack.headers.messageId)
  connection.pongs += 1
  return (ack.code === 200 && ack.data === sent) || `a ping was answered with ${ack.code} ${ack.data}`
}

/** Goes half open: stops reading, so that neither pings nor a farewell are ever answered. */
export function freeze(connection: Connection) {
  connection.state = 'frozen'
  connection.socket.pause()
}
