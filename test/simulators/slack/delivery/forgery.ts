import type { Settings } from '../settings.ts'
import type { Json } from '../wire.ts'
import type { Delivery, Kind } from './deliver.ts'
import { type SignedRequest, send, signed, signedRequest } from './http.ts'

const MINUTES = 60
const ANSWER_MS = 5000

/** What may be wrong with a request. */
export type Flaw =
  /** Signed six minutes ago. */
  | 'stale'
  /** Signed for six minutes from now. */
  | 'future'
  | 'unsigned'
  /** Signed with another secret. */
  | 'wrong-secret'
  /** One byte was added after signing. */
  | 'altered-body'

export interface Reply {
  status: number
  text: string
}

export interface Forgery {
  /** A request that an app must refuse. */
  send(kind: Kind, payload: Json, flaw: Flaw): Promise<Reply>
  /** The very bytes of an earlier request over HTTP, once more. */
  replay(delivery: Delivery): Promise<Reply>
}

export interface Checks {
  /** What Slack sends when a request address is entered; the answer must carry the challenge. */
  verifyUrl(challenge?: string): Promise<Reply>
  /** What Slack sends to a command's address at times to see its certificate. */
  sslCheck(): Promise<Reply>
}

export function createForgery(settings: Settings, clock: () => number): Forgery {
  return {
    send: (kind, payload, flaw) => reply(flawed(kind, payload, flaw, settings, Math.floor(clock() / 1000))),
    replay: (delivery) => {
      const request = delivery.attempts.find((attempt) => attempt.request)?.request
      if (!request) throw new Error('this delivery did not go over HTTP')
      return reply(request)
    },
  }
}

export function createChecks(settings: Settings, clock: () => number): Checks {
  const post = (url: string, body: string, type: string) =>
    reply(signed(url, body, type, settings.signingSecret, Math.floor(clock() / 1000)))
  return {
    verifyUrl: (challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P') => {
      const body = { token: 'deprecated', challenge, type: 'url_verification' }
      return post(settings.urls.events, JSON.stringify(body), 'application/json')
    },
    sslCheck: () =>
      post(settings.urls.commands, 'token=deprecated&ssl_check=1', 'application/x-www-form-urlencoded'),
  }
}

function flawed(kind: Kind, payload: Json, flaw: Flaw, settings: Settings, now: number): SignedRequest {
  const shift = { stale: -6 * MINUTES, future: 6 * MINUTES }[flaw as string] ?? 0
  const secret = flaw === 'wrong-secret' ? 'not-the-signing-secret' : settings.signingSecret
  const request = signedRequest(kind, payload, { ...settings, signingSecret: secret }, now + shift)
  if (flaw === 'unsigned') delete request.headers['x-slack-signature']
  if (flaw === 'altered-body') request.body += ' '
  return request
}

async function reply(request: SignedRequest): Promise<Reply> {
  const { response, text } = await send(request, ANSWER_MS)
  return { status: response.status, text }
}
