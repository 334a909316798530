import type { Settings } from '../settings.ts'
import { type Json, object } from '../wire.ts'
import type { Attempt, Carrier, Kind } from './deliver.ts'
import { signature } from './signature.ts'

/** The bytes of one request, kept so that they can be sent again. */
export interface SignedRequest {
  url: string
  headers: Record<string, string>
  body: string
}

const TARGETS = { slash_commands: 'commands', interactive: 'interactivity', events_api: 'events' } as const
const FORM = 'application/x-www-form-urlencoded'

/** A payload as Slack posts it to the app's request address of its kind, signed at `seconds`. */
export function signedRequest(kind: Kind, payload: Json, settings: Settings, seconds: number): SignedRequest {
  return signed(
    settings.urls[TARGETS[kind]],
    encode(kind, payload),
    typeOf(kind),
    settings.signingSecret,
    seconds,
  )
}

export function signed(
  url: string,
  body: string,
  type: string,
  secret: string,
  seconds: number,
): SignedRequest {
  const headers = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': signature(secret, seconds, body),
  }
  return { url, headers, body }
}

const typeOf = (kind: Kind): string => (kind === 'events_api' ? 'application/json' : FORM)

function encode(kind: Kind, payload: Json): string {
  if (kind === 'events_api') return JSON.stringify(payload)
  const fields =
    kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>)
  return new URLSearchParams(fields).toString()
}

export function createHttpCarrier(settings: Settings, clock: () => number): Carrier {
  return async ({ kind, payload }, attempt) => {
    const request = signedRequest(kind, payload, settings, Math.floor(clock() / 1000))
    if (attempt.retry) {
      request.headers['x-slack-retry-num'] = String(attempt.retry)
      request.headers['x-slack-retry-reason'] = attempt.retryReason
    }
    attempt.request = request
    await carry(request, attempt, settings.ackMs)
  }
}

async function carry(request: SignedRequest, attempt: Attempt, ackMs: number): Promise<void> {
  const began = performance.now()
  try {
    const { response, text } = await send(request, ackMs)
    attempt.ackMs = performance.now() - began
    attempt.status = response.status
    if (response.headers.get('x-slack-no-retry') === '1') attempt.noRetry = true
    attempt.outcome = response.ok ? 'acknowledged' : 'http_error'
    if (response.ok && text) attempt.response = responseOf(text)
  } catch (error) {
    attempt.outcome = (error as Error).name === 'TimeoutError' ? 'timeout' : 'connection_failed'
  }
}

/** Sends the bytes as they are; waits for the whole answer, at most `ms`. */
export async function send(
  { url, headers, body }: SignedRequest,
  ms: number,
): Promise<{ response: Response; text: string }> {
  const signal = AbortSignal.timeout(ms)
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
  return { response, text: await response.text() }
}

/** JSON where it is JSON, else the words of a plain answer. */
function responseOf(text: string): unknown {
  try {
    return object(JSON.parse(text))
  } catch {
    return { text }
  }
}
