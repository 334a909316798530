import { postSessionMessage } from '../hosts/session-routes.ts'
import type { Callback } from '../record.ts'
import { robotTopic } from '../stream/frames.ts'
import type { Push } from '../stream/pushes.ts'
import type { Streams } from '../stream/streams.ts'
import type { World } from '../world.ts'
import { answerBody, post } from './post.ts'
import type { RobotPayload } from './robot-payload.ts'
import { robotSign } from './signature.ts'

/** What became of a message on its way to the service. */
export interface Delivery {
  by: 'stream' | 'http' | 'nowhere'
  /** Taken by the service, and within the platform's clock. */
  taken: boolean
  msgId?: string
  push?: Push
  callback?: Callback
}

export const nowhere: Delivery = { by: 'nowhere', taken: false }

/** Waits for the promise, but no longer than the clock. */
export async function within<T>(world: World, ms: number, promise: Promise<T>): Promise<T | undefined> {
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  const cancel = world.later(ms, () => resolve(undefined))
  const first = await Promise.race([promise, over, world.closing.then(() => undefined)])
  cancel()
  return first
}

/** The headers of a robot callback as the platform signs it. */
export function robotHeaders(world: World, at = world.now(), secret = world.app.clientSecret) {
  const timestamp = String(at)
  return { 'content-type': 'application/json; charset=utf-8', timestamp, sign: robotSign(timestamp, secret) }
}

async function byStream(world: World, streams: Streams, payload: RobotPayload): Promise<Delivery> {
  const fresh = () => ({ ...payload, msgId: `msg${crypto.randomUUID()}` })
  const push = streams.pushes.send({
    type: 'CALLBACK',
    topic: robotTopic,
    data: (attempt) => (attempt > 0 && world.settings.freshIdsOnRedelivery ? fresh() : payload),
  })
  const ack = await within(world, world.settings.streamClock, push.acked)
  return { by: 'stream', taken: !!ack, msgId: payload.msgId, push }
}

async function byHttp(world: World, url: string, payload: RobotPayload): Promise<Delivery> {
  const headers = robotHeaders(world)
  const callback = await post(world, { kind: 'robot', url, headers, body: JSON.stringify(payload) })
  if (callback.inTime) showAnswer(world, payload.conversationId, callback)
  return { by: 'http', taken: callback.inTime && callback.status === 200, msgId: payload.msgId, callback }
}

/** The answer to a robot callback may itself be a message. */
function showAnswer(world: World, conversationId: string, callback: Callback) {
  const body = answerBody(callback)
  if (!body?.msgtype || body.msgtype === 'empty') return
  const wrong = postSessionMessage(world, conversationId, body)
  if (wrong) world.recorder.violations.push(`the answer to a robot callback is no message: ${wrong}`)
}

/** Brings a message to the service and waits until it is acknowledged or the clock has run out. */
export function toRobot(world: World, streams: Streams, payload: RobotPayload): Promise<Delivery> {
  const way = world.settings.robotDelivery
  return way.by === 'http' ? byHttp(world, way.url, payload) : byStream(world, streams, payload)
}
