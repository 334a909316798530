import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Acknowledgement, type Acknowledging, acknowledging } from './acknowledge.ts'
import type { DingtalkPayload } from './payload.ts'
import type { DingtalkSettings } from './settings.ts'
import { type Verify, verifyingMessages, verifyingPresses } from './signature.ts'
import { strangeness } from './strangeness.ts'

const mostBytes = 256 * 1024

export interface DingtalkDoor extends Acknowledging {
  settings: DingtalkSettings
  /** Knows of work that goes on after the acknowledgement, so that a stop can wait for it. */
  background(work: Promise<unknown>): void
}

type Acknowledge = (payload: DingtalkPayload) => Promise<Acknowledgement>

/**
 * DingTalk over HTTP: what people write comes to `/<secret>/message`, what they press to `/<secret>/press`.
 * Whoever does not know the address learns nothing from it.
 */
export function dingtalkDoor({ settings, ...parts }: DingtalkDoor): Hono {
  const { wall, log, background } = parts
  const { transport, clientSecret, templateId } = settings
  if (transport.mode !== 'http') throw new Error('DingTalk is connected by stream: it has no door')
  const door = new Hono()
  const acknowledge = acknowledging(parts)
  const pathOf = (place: string) => `/${transport.pathSecret}/${place}` as const

  function take(verify: Verify, payloadOf: (body: unknown, c: Context) => DingtalkPayload, by: Acknowledge) {
    return async (c: Context): Promise<Response> => {
      if (!(await verify(c.req.raw.headers))) {
        log.warn({}, 'a request without the valid signature of DingTalk was refused')
        return c.body(null, 401)
      }
      const body = await c.req.json().catch(() => null)
      if (typeof body !== 'object' || body === null) return c.body(null, 400)
      return answered(c, () => by(payloadOf(body, c)))
    }
  }

  async function answered(c: Context, by: () => Promise<Acknowledgement>): Promise<Response> {
    try {
      const { body, afterwards } = await by()
      if (afterwards) background(afterwards(!c.req.raw.signal.aborted))
      return c.json(body)
    } catch (error) {
      const strange = strangeness(error)
      if (strange) log.warn({ strange }, 'a signed payload of an unknown shape was refused')
      else log.error({ error }, 'a message was not stored and not acknowledged')
      return c.body(null, strange ? 400 : 500)
    }
  }

  door.use(bodyLimit({ maxSize: mostBytes }))
  door.post(
    pathOf('message'),
    take(
      verifyingMessages(clientSecret, wall),
      (body) => ({ kind: 'message', body }),
      templateId ? acknowledge.message : acknowledge.messageAnswered,
    ),
  )
  door.post(
    pathOf('press'),
    take(
      verifyingPresses(transport.cardSecret, wall),
      (body, c) => {
        const frame = c.req.header('x-ddpaas-signature-timestamp') ?? ''
        return { kind: 'press', body, frame, at: wall().getTime() }
      },
      acknowledge.press,
    ),
  )
  return door
}
