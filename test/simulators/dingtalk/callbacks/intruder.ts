import type { Callback } from '../record.ts'
import type { World } from '../world.ts'
import { type NewCallback, post } from './post.ts'
import { robotPayload } from './robot-payload.ts'
import { type Action, cardHeaders, cardPayload } from './to-card.ts'
import { robotHeaders } from './to-robot.ts'

/** What is wrong with a forged callback. Stale and future ones are signed well, but for another time. */
export type Forgery = 'unsigned' | 'wrongSignature' | 'wrongSecret' | 'stale' | 'future'

const past = 61 * 60_000

const shift = (forgery: Forgery) => (forgery === 'stale' ? -past : forgery === 'future' ? past : 0)

/** Spoils well-made headers: removes the signature, or changes its last character but one. */
function spoil(headers: Record<string, string>, name: string, forgery: Forgery): Record<string, string> {
  const { [name]: signature = '', ...rest } = headers
  if (forgery === 'unsigned') return rest
  if (forgery !== 'wrongSignature') return headers
  const spoiled = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
  return { ...rest, [name]: spoiled }
}

/** Somebody who found the callback addresses and is not DingTalk. Answers come back; nothing of them is shown. */
export function createIntruder(world: World) {
  const robotUrl = () => {
    const way = world.settings.robotDelivery
    if (way.by !== 'http') throw new Error('robot messages do not travel by HTTP')
    return way.url
  }
  const human = (staffId: string) => {
    const found = world.directory.byKey(staffId)
    if (!found) throw new Error(`there is no ${staffId}`)
    return found
  }
  return {
    /** Posts a message as if this person had written it. */
    says: (forgery: Forgery, staffId: string, text: string): Promise<Callback> => {
      const sender = human(staffId)
      const content = { msgtype: 'text', text: { content: text } }
      const payload = robotPayload(world, sender, world.directory.single(sender), content)
      const secret = forgery === 'wrongSecret' ? 'another secret' : world.app.clientSecret
      const headers = robotHeaders(world, world.now() + shift(forgery), secret)
      const body = JSON.stringify(payload)
      return post(world, { kind: 'robot', url: robotUrl(), headers: spoil(headers, 'sign', forgery), body })
    },
    /** Posts a press as if this person had pressed. */
    presses: (forgery: Forgery, staffId: string, outTrackId: string, action: Action): Promise<Callback> => {
      const card = world.cards.get(outTrackId)
      const route = world.cards.routes.get(card?.callbackRouteKey ?? '')
      if (!card || !route) throw new Error(`no HTTP card ${outTrackId}`)
      const secret = forgery === 'wrongSecret' ? 'another secret' : route.apiSecret
      const headers = cardHeaders(world, secret, world.now() + shift(forgery))
      const body = JSON.stringify(cardPayload(world, card, human(staffId), action))
      const spoiled = spoil(headers, 'x-ddpaas-signature', forgery)
      return post(world, { kind: 'card', url: route.url, headers: spoiled, body })
    },
    /** Posts a captured callback again, unchanged. */
    replays: ({ kind, url, headers, body }: NewCallback): Promise<Callback> =>
      post(world, { kind, url, headers, body }),
    /** Posts another body under captured headers: signatures do not cover the body. */
    reuses: ({ kind, url, headers }: NewCallback, body: object): Promise<Callback> =>
      post(world, { kind, url, headers, body: JSON.stringify(body) }),
  }
}
