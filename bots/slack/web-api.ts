import { NotSent } from '../../src/chat/contract.ts'
import { type Limits, pacing } from './pacing.ts'
import { Refused } from './refused.ts'

export type Answer = Record<string, unknown>

export interface WebApi {
  /** Ends in a slash. */
  readonly url: string
  /** Throws `Refused` where Slack said no, `NotSent` where it said nothing or to come again later. */
  call(method: string, args: Record<string, unknown>): Promise<Answer>
  /** A GET or POST to one of Slack's own hosts outside the API. No redirect is followed. */
  request(url: string, init: RequestInit): Promise<Response>
  authorised(url: string): Promise<Response>
}

export interface WebApiParts {
  fetch: typeof fetch
  /** Ends in a slash. */
  apiUrl: string
  token: string
  limits: Limits
  wall(): Date
}

const patience = 10_000

/** https://docs.slack.dev/apis/web-api */
export function webApi({ fetch, apiUrl, token, limits, wall }: WebApiParts): WebApi {
  /** Rate limits hold for a method in the whole workspace: nothing more is asked of it before its time. */
  const closedUntil = new Map<string, number>()
  const turn = pacing(limits)
  const authorization = `Bearer ${token}`

  async function request(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    } catch (error) {
      throw new NotSent('again', `no answer from ${new URL(url).host}: ${(error as Error).name}`)
    }
  }

  function checkGate(method: string): void {
    const wait = ((closedUntil.get(method) ?? 0) - wall().getTime()) / 1000
    if (wait > 0) throw new NotSent('again', `${method}: rate limited`, Math.ceil(wait))
  }

  async function call(method: string, args: Record<string, unknown>): Promise<Answer> {
    checkGate(method)
    await turn(method, args.channel)
    const response = await request(apiUrl + method, encoded(args, authorization))
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after')) || 1
      closedUntil.set(method, wall().getTime() + seconds * 1000)
      throw new NotSent('again', `${method}: rate limited`, seconds)
    }
    const answer = response.ok ? await json(response) : null
    if (!answer) throw new NotSent('again', `${method}: HTTP ${response.status}`)
    if (answer.ok !== true) throw new Refused(method, String(answer.error))
    return answer
  }

  return {
    url: apiUrl,
    call,
    request,
    authorised: (url) => request(url, { headers: { authorization } }),
  }
}

/** Not every method reads JSON; where nothing is nested a form will do for all. */
function encoded(args: Record<string, unknown>, authorization: string): RequestInit {
  const given = Object.entries(args).filter(([, value]) => value !== undefined)
  const nested = given.some(([, value]) => typeof value === 'object')
  const type = nested ? 'application/json' : 'application/x-www-form-urlencoded'
  return {
    method: 'POST',
    headers: { authorization, 'content-type': `${type}; charset=utf-8` },
    body: nested
      ? JSON.stringify(Object.fromEntries(given))
      : new URLSearchParams(
          Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
        ).toString(),
  }
}

const json = (response: Response) => response.json().catch(() => null) as Promise<Answer | null>
