import { NotSent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { accessTokens } from './access-tokens.ts'
import { pacing } from './pacing.ts'
import { Refused } from './refused.ts'

export type Answer = Record<string, unknown>

export interface DingtalkApi {
  /** A call of the new API, which refuses with a status and a code. Throws `Refused` or `NotSent`. */
  call(method: 'POST' | 'PUT', path: string, body: object): Promise<Answer>
  /** A call of the old API, which refuses with an errcode. */
  old(path: string, body: object): Promise<Answer>
  /** A call of the old API that needs no token: answering where a message came from. */
  session(url: string, body: object): Promise<Answer>
  /** Fetches an address without saying who we are. No redirect is followed. */
  fetch(url: string): Promise<Response>
}

export interface DingtalkApiParts {
  fetch: typeof fetch
  apiUrl: string
  oapiUrl: string
  clientId: string
  clientSecret: string
  callsPerSecond: number
  wall(): Date
  log: Log
}

const patience = 10_000
const json = { accept: 'application/json', 'content-type': 'application/json' }

export function dingtalkApi(parts: DingtalkApiParts): DingtalkApi {
  const { fetch, apiUrl, oapiUrl, clientId, clientSecret, wall, log } = parts
  const pace = pacing({ most: parts.callsPerSecond, wall, log })
  const tokens = accessTokens({
    ask: () =>
      ask('POST', `${apiUrl}/v1.0/oauth2/accessToken`, { appKey: clientId, appSecret: clientSecret }),
    wall,
  })

  async function request(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    } catch (error) {
      throw new NotSent('again', `no answer from ${new URL(url).host}: ${(error as Error).name}`)
    }
  }

  async function ask(method: string, url: string, body: object, headers = {}): Promise<Answer> {
    const { pathname } = new URL(url)
    return pace(pathname, async () => {
      const init = { method, headers: { ...json, ...headers }, body: JSON.stringify(body) }
      return answerIn(pathname, await request(url, init))
    })
  }

  /** A token may have been withdrawn before its time: once, another one is tried. */
  async function authorised(call: (token: string) => Promise<Answer>): Promise<Answer> {
    const token = await tokens.get()
    try {
      return await call(token)
    } catch (error) {
      if (!(error instanceof Refused && error.isAboutToken)) throw error
      tokens.drop(token)
      return call(await tokens.get())
    }
  }

  return {
    call: (method, path, body) =>
      authorised((token) => ask(method, apiUrl + path, body, { 'x-acs-dingtalk-access-token': token })),
    old: (path, body) => authorised((token) => ask('POST', `${oapiUrl}${path}?access_token=${token}`, body)),
    session: (url, body) => ask('POST', url, body),
    fetch: (url) => request(url, {}),
  }
}

/** An address that asked too much is blocked for minutes, and gets a page or a strange object in place of an answer. */
const blockedFor = 300

async function answerIn(path: string, response: Response): Promise<Answer> {
  const answer = (await response.json().catch(() => null)) as Answer | null
  if (typeof answer !== 'object' || answer === null)
    throw new NotSent(
      'again',
      `${path}: HTTP ${response.status}, no JSON`,
      response.ok ? blockedFor : undefined,
    )
  if (answer.status === 1111) throw new NotSent('again', `${path}: blocked`, blockedFor)
  const code = answer.errcode ?? (response.ok ? 0 : (answer.code ?? `HTTP ${response.status}`))
  if (code !== 0) throw new Refused(path, String(code), String(answer.errmsg ?? answer.message ?? ''))
  return answer
}
