import { Hono } from 'hono'
import * as z from 'zod'
import type { Card } from '../../cards/card.ts'
import type { Bot, Sent } from '../../src/chat/contract.ts'
import { isPassing } from '../../src/lib/is-passing.ts'
import type { Log } from '../../src/lib/log.ts'
import type { Messages, Shown } from './messages.ts'
import type { PlaygroundPayload } from './read.ts'
import type { PlaygroundMessage } from './render.ts'

/** What the page may ask of the company; handed in by the wiring. */
export interface PlaygroundCompany {
  bot: Bot<PlaygroundPayload, PlaygroundMessage>
  messages: Messages
  receive(payload: PlaygroundPayload, within: number): Promise<Carried | null>
  /** Sends everything that is owed by now. */
  deliver(): Promise<unknown>
  /** A card as it is, and as every platform would be sent it. */
  dresses(card: Card, as: string): Record<string, unknown>
  people(): Promise<unknown[]>
  company(as: string): Promise<unknown>
  /** What somebody who has said nothing yet is shown: nothing of it is kept. */
  greeting(as: string): Promise<Card>
  understand(as: string, text: string, now: string | undefined): Promise<unknown>
  now(): string
  /** Moves the business clock forward to an ISO moment (local to the head office where it names no zone). */
  moveTo(now: string): Promise<void>
  wall(): Date
  log: Log
}

interface Carried {
  card: Parameters<Bot['render']>[0]
  to: Parameters<Bot['send']>[0]
  language: 'zh' | 'en'
  carried(sent: Sent): Promise<void>
}

const surface = {
  id: z.string().max(100).optional(),
  message: z.string().optional(),
  redrawable: z.boolean().optional(),
  limits: z.object({ formsUntil: z.number().optional(), mostCharacters: z.number().optional() }).optional(),
  /** Milliseconds the imitated platform waits for an answer; later ones come as messages. */
  within: z.number().min(0).max(30_000).optional(),
}
const said = z.object({ as: z.string(), text: z.string().max(20_000), ...surface })
const sentence = z.union([z.string(), z.object({ say: z.string() }).transform(({ say }) => say)])
const pressed = z.object({
  as: z.string(),
  button: sentence,
  values: z.record(z.string(), z.coerce.string()).optional(),
  ...surface,
})
const mostBytes = 10 * 1024 * 1024

/** The JSON API that the page itself uses. */
export function playgroundApi(company: PlaygroundCompany): Hono {
  const api = new Hono()
  api.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
    if (isAskersMistake(error)) return c.json({ error: error.message }, 400)
    company.log.error({ error }, 'the playground could not do what it was asked')
    return isPassing(error) ? c.json({ error: busy }, 503) : c.json({ error: broken }, 500)
  })
  api.get('/people', async (c) => c.json(await company.people()))
  api.get('/company', async (c) => c.json(await company.company(c.req.query('as') ?? '')))
  api.get('/greeting', async (c) => c.json({ card: await company.greeting(c.req.query('as') ?? '') }))
  api.get('/understand', async (c) => {
    const { as = '', text = '', now } = c.req.query()
    return c.json(await company.understand(as, text, now))
  })
  api.get('/messages', async (c) => {
    const { as = '', mine } = c.req.query()
    return c.json({ messages: await company.messages.of(as, mine !== undefined) })
  })
  api.get('/latest', async (c) => c.json(await company.messages.latest()))
  api.get('/raw', async (c) => {
    const { as = '', id } = c.req.query()
    const shown = (await company.messages.of(as, false)).find((message) => message.id === id)
    return shown?.card ? c.json(company.dresses(shown.card, as)) : c.json({ error: 'no such message' }, 404)
  })
  api.get('/clock', (c) => c.json({ now: company.now() }))
  api.post('/clock', async (c) => {
    await company.moveTo(z.object({ now: z.string() }).parse(await c.req.json()).now)
    return c.json({ now: company.now() })
  })
  api.post('/say', async (c) => {
    const { within, ...payload } = said.parse(await c.req.json())
    await company.messages.keep(payload.as, { text: payload.text })
    return c.json({ messages: await take(company, payload, within) })
  })
  api.post('/press', async (c) => {
    const { within, ...payload } = pressed.parse(await c.req.json())
    return c.json({ messages: await take(company, await onMessage(company, payload), within) })
  })
  api.post('/file', async (c) => {
    const { as, file } = await c.req.parseBody()
    if (typeof as !== 'string' || !(file instanceof File))
      return c.json({ error: 'as and file are needed' }, 400)
    if (file.size > mostBytes) return c.json({ error: 'at most 10 MB' }, 413)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const id = await company.messages.keep(as, { text: file.name, file: { name: file.name, bytes } })
    return c.json({ messages: await take(company, { as, file: { id, name: file.name, size: file.size } }) })
  })
  return api
}

const busy =
  'The database is busy, nothing was saved. Please send it again in a moment. 数据库正忙，什么都没有保存，请过一会儿再发一次。'
const broken =
  'Something went wrong here, and it is in the log. Please try again in a moment. 这边出错了，已记入日志，请过一会儿再试。'

/** A date that is none, a body that is no JSON. */
const isAskersMistake = (error: Error) => error instanceof RangeError || error instanceof SyntaxError

type Unsent = Omit<PlaygroundPayload, 'id' | 'at'> & { id?: string }

/** Hands a message to the company as a platform would, and returns what the member sees of it. */
async function take(company: PlaygroundCompany, payload: Unsent, within = 10_000): Promise<Shown[]> {
  const before = await company.messages.version()
  const at = company.wall().getTime()
  const answer = await company.receive({ ...payload, id: payload.id ?? crypto.randomUUID(), at }, within)
  await show(company, answer).catch((error) =>
    company.log.warn({ error }, 'what was accepted is shown later'),
  )
  return company.messages.since(payload.as, before)
}

/** What does not get through stays owed, and the next tick brings it. */
async function show(company: PlaygroundCompany, answer: Carried | null): Promise<void> {
  if (answer) {
    const { bot } = company
    const sent = await bot.send(answer.to, bot.render(answer.card, { language: answer.language }))
    await answer.carried(sent)
  }
  await company.deliver()
}

/** A press that does not say on which message: the last one that has the button. */
async function onMessage<P extends Unsent>(company: PlaygroundCompany, payload: P): Promise<P> {
  if (payload.message || !payload.button) return payload
  const shown = await company.messages.of(payload.as, false)
  const say = JSON.stringify(payload.button)
  const last = shown.findLast(({ card }) => card && JSON.stringify(card).includes(`"say":${say}`))
  return { ...payload, message: last?.id }
}
