import { readAnswer } from '../hosts/card-checks.ts'
import { Refusal } from '../hosts/refusal.ts'
import type { Callback } from '../record.ts'
import { type Card, changeCard } from '../state/cards.ts'
import type { Human } from '../state/directory.ts'
import { ackData, cardTopic } from '../stream/frames.ts'
import type { Push } from '../stream/pushes.ts'
import type { Streams } from '../stream/streams.ts'
import type { World } from '../world.ts'
import { answerBody, post } from './post.ts'
import { cardSign } from './signature.ts'
import { within } from './to-robot.ts'

export interface Action {
  actionIds: string[]
  params: Record<string, unknown>
}

/**
 * What the person sees of a press: the card answered with a change, without one, not in time, or with an error; the
 * client refused it (`reason` says why), or it had nowhere to go.
 */
export interface Press {
  outcome: 'changed' | 'unchanged' | 'late' | 'failed' | 'refused' | 'nowhere'
  reason?: string
  push?: Push
  callback?: Callback
}

/** The data of a card callback, the same in both modes. */
export function cardPayload(world: World, card: Card, human: Human, { actionIds, params }: Action) {
  const mine = world.directory.single(human).id
  const place = card.places.find((one) => one.conversationId === mine) ?? card.places[0]
  return {
    type: 'actionCallback',
    outTrackId: card.outTrackId,
    corpId: world.app.corpId,
    userId: human.staffId ?? human.unionId,
    userIdType: human.staffId ? 1 : 2,
    spaceId: place?.spaceId,
    spaceType: place?.spaceType,
    extension: '{}',
    [world.settings.cardContentField]: JSON.stringify({ cardPrivateData: { actionIds, params } }),
  }
}

/** The headers of a card callback; signed only if the route was registered with a secret. */
export function cardHeaders(
  world: World,
  apiSecret: string | undefined,
  at = world.now(),
): Record<string, string> {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  if (!apiSecret) return json
  const timestamp = String(at)
  return {
    ...json,
    'x-ddpaas-signature-timestamp': timestamp,
    'x-ddpaas-signature': cardSign(timestamp, apiSecret),
  }
}

/** Changes the card as the answer says; an answer the platform cannot use changes nothing. */
function apply(world: World, card: Card, presser: Human, answer: unknown): Press['outcome'] {
  try {
    const change = readAnswer(world, answer, presser.key)
    if (!change) return 'unchanged'
    changeCard(card, change, 'answer')
    world.timeline.changed()
    return 'changed'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    world.recorder.violations.push(`the answer to a press is unusable: ${error.message}`)
    return 'unchanged'
  }
}

async function pressByStream(world: World, streams: Streams, card: Card, presser: Human, action: Action) {
  const payload = cardPayload(world, card, presser, action)
  const push = streams.pushes.send({ type: 'CALLBACK', topic: cardTopic, data: () => payload })
  const ack = await within(world, world.settings.cardClock, push.acked)
  if (!ack) return { outcome: 'late' as const, push }
  return { outcome: apply(world, card, presser, ackData(ack)?.response), push }
}

async function pressByHttp(world: World, card: Card, presser: Human, action: Action): Promise<Press> {
  const route = world.cards.routes.get(card.callbackRouteKey ?? '')
  if (!route) return { outcome: 'nowhere', reason: 'the route key is not registered' }
  const body = JSON.stringify(cardPayload(world, card, presser, action))
  const headers = cardHeaders(world, route.apiSecret)
  const callback = await post(world, { kind: 'card', url: route.url, headers, body })
  if (!callback.inTime && callback.ms >= world.settings.cardClock) return { outcome: 'late', callback }
  if (callback.status !== 200) return { outcome: 'failed', callback }
  return { outcome: apply(world, card, presser, answerBody(callback)), callback }
}

/** Brings a press to the service, by the way chosen when the card was created, and shows its answer. */
export function toCard(
  world: World,
  streams: Streams,
  card: Card,
  presser: Human,
  action: Action,
): Promise<Press> {
  if (card.callbackType === 'STREAM') return pressByStream(world, streams, card, presser, action)
  if (card.callbackType === 'HTTP') return pressByHttp(world, card, presser, action)
  return Promise.resolve({ outcome: 'nowhere', reason: 'the card was created without callbackType' })
}
