import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { type Acknowledging, acknowledging } from './acknowledge.ts'
import { verifying } from './signature.ts'

const mostBytes = 1024 * 1024

export interface SlackDoor extends Acknowledging {
  signingSecret: string
}

/** Slack over HTTP: commands, interactivity and events, all at `/events`. */
export function slackDoor({ signingSecret, ...parts }: SlackDoor): Hono {
  const { wall, log, background } = parts
  const door = new Hono()
  const verify = verifying(signingSecret, wall)
  const acknowledge = acknowledging(parts)

  door.get('/events', (c) => c.body(null, 200))
  door.post('/events', bodyLimit({ maxSize: mostBytes }), async (c) => {
    const raw = new Uint8Array(await c.req.arrayBuffer())
    const text = new TextDecoder().decode(raw)
    const form = isForm(c) ? new URLSearchParams(text) : null
    if (form && isCertificateCheck(form)) return c.body(null, 200)
    if (!(await verify(c.req.raw.headers, raw))) {
      log.warn({ bytes: raw.length }, 'a request without the valid signature of Slack was refused')
      return c.body(null, 401)
    }
    const body = bodyOf(text, form)
    if (!body) return c.body(null, 400)
    if (body.type === 'url_verification') return c.json({ challenge: String(body.challenge) })
    return acknowledged(c, body)
  })

  async function acknowledged(c: Context, payload: object): Promise<Response> {
    try {
      const { body, afterwards } = await acknowledge(payload)
      if (afterwards) background(afterwards(true))
      return body ? c.json(body) : c.body(null, 200)
    } catch (error) {
      if (error instanceof z.ZodError) {
        log.warn({ error }, 'a signed payload of an unknown shape was refused')
        return c.body(null, 400, { 'x-slack-no-retry': '1' })
      }
      log.error({ error }, 'a message was not stored and not acknowledged')
      return c.body(null, 500)
    }
  }

  return door
}

const isForm = (c: Context) =>
  c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true

/** Slack looks at the certificate at times; such a request asks for nothing, and is signed or not. */
const isCertificateCheck = (form: URLSearchParams) =>
  form.get('ssl_check') === '1' && !form.has('command') && !form.has('payload')

/** Events are JSON, interactivity is JSON in a form, commands are a form. */
function bodyOf(text: string, form: URLSearchParams | null): Record<string, unknown> | null {
  try {
    const payload = form?.get('payload') ?? (form ? undefined : text)
    const body = payload === undefined ? Object.fromEntries(form!) : JSON.parse(payload)
    return typeof body === 'object' && body !== null ? body : null
  } catch {
    return null
  }
}
