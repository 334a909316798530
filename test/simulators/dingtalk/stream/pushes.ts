import type { Ack } from '../record.ts'
import type { World } from '../world.ts'
import { type Connection, listensTo, sendFrame } from './connection.ts'
import { type AckFrame, ackData, type Frame } from './frames.ts'

/** Something pushed until it is acknowledged or the platform gives up. */
export interface Push {
  messageId: string
  topic: string
  /** The connection of each attempt; 'nobody' when none was there. */
  attempts: string[]
  /** The first acknowledgement that counts. */
  acked: Promise<Ack>
  ack?: Ack
  /** Sends it once more now, acknowledged or not. */
  repeat: () => void
}

export interface NewPush {
  type: 'EVENT' | 'CALLBACK'
  topic: string
  headers?: Record<string, string>
  /** The data of an attempt; a repetition may differ. */
  data: (attempt: number) => object
}

type Running = Push & { frame: Frame; sentAt: number; settle: (ack: Ack) => void; cancel: () => void }

/** Code 200 settles a push, except an event put off with LATER. */
const counts = (ack: AckFrame) => ack.code === 200 && ackData(ack)?.status !== 'LATER'

export function createPushes(world: World, connections: () => Connection[]) {
  const { settings, recorder } = world
  const pushes = new Map<string, Running>()

  const pick = (frame: Frame): Connection | undefined => {
    const able = connections().filter(
      (one) => ['open', 'frozen'].includes(one.state) && listensTo(one, frame),
    )
    return able[Math.floor(world.random() * able.length)]
  }
  const attempt = (push: Running, data: (attempt: number) => object) => {
    const connection = pick(push.frame)
    push.frame.data = JSON.stringify(data(push.attempts.length))
    push.attempts.push(connection?.id ?? 'nobody')
    push.sentAt = performance.now()
    if (connection) sendFrame(connection, push.frame)
    push.cancel()
    if (push.attempts.length > settings.redeliveries) return
    push.cancel = world.later(settings.redeliverAfter, () => attempt(push, data))
  }

  return {
    all: () => [...pushes.values()] as Push[],
    send: ({ type, topic, headers, data }: NewPush): Push => {
      const messageId = crypto.randomUUID()
      const { promise: acked, resolve: settle } = Promise.withResolvers<Ack>()
      const frame: Frame = {
        specVersion: '1.0',
        type,
        headers: {
          appId: world.app.clientId,
          messageId,
          topic,
          contentType: 'application/json',
          time: String(world.now()),
          ...headers,
        },
        data: '',
      }
      const repeat = () => attempt(push, data)
      const push: Running = {
        ...{ messageId, topic, frame, acked, settle, repeat },
        attempts: [],
        sentAt: 0,
        cancel: () => {},
      }
      pushes.set(messageId, push)
      attempt(push, data)
      return push
    },
    /** Takes in an acknowledgement; says what is wrong with it, if anything. */
    receive: (connection: Connection, ack: AckFrame): string | undefined => {
      const push = pushes.get(ack.headers.messageId)
      if (!push) return `an acknowledgement of an unknown message ${ack.headers.messageId}`
      const written: Ack = {
        at: world.now(),
        messageId: push.messageId,
        connectionId: connection.id,
        topic: push.topic,
        code: ack.code,
        data: ack.data,
        ms: performance.now() - push.sentAt,
      }
      recorder.acks.push(written)
      if (!ackData(ack)) return 'the data of an acknowledgement is not JSON'
      if (!counts(ack)) return undefined
      push.cancel()
      push.ack ??= written
      push.settle(written)
      return undefined
    },
  }
}
