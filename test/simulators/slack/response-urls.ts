import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { checkedContent, postAsApp } from './api/chat-methods.ts'
import { Refusal } from './api/refusal.ts'
import { type Json, type Message, object } from './wire.ts'
import { type Posted, withIds } from './workspace.ts'
import type { World } from './world.ts'

const USES = 5
const LIFE_MS = 30 * 60_000

/** What an app may answer to for a while after someone used it. */
interface ResponseUrl {
  user: string
  channel: string
  /** The message whose element was used; a slash command has none. */
  source?: Posted
  at: number
  uses: number
}

export interface ResponseUrls {
  issue(kind: 'commands' | 'actions', user: string, channel: string, source?: Posted): string
  get(token: string): ResponseUrl | undefined
}

export function createResponseUrls(clock: () => number, url: () => string, team: string): ResponseUrls {
  const issued = new Map<string, ResponseUrl>()
  return {
    issue: (kind, user, channel, source) => {
      const token = randomBytes(12).toString('hex')
      issued.set(token, { user, channel, at: clock(), uses: 0, ...(source && { source }) })
      return `${url()}/${kind}/${team}/${issued.size}/${token}`
    },
    get: (token) => issued.get(token),
  }
}

export function responseUrlRoutes(world: World): Hono {
  const app = new Hono()
  app.post('/:kind{commands|actions}/:team/:number/:token', async (c) => {
    const body = object(await c.req.json().catch(() => undefined))
    const { status, answer } = answerTo(c.req.param('token'), body, world)
    const call = { url: c.req.url, body, at: world.clock(), status, answer }
    world.records.responseUrlCalls.push(call)
    return Response.json(answer, { status })
  })
  return app
}

function answerTo(token: string, body: Json, world: World): { status: number; answer: Json } {
  try {
    const responseUrl = world.responseUrls.get(token)
    if (!responseUrl || world.clock() - responseUrl.at > LIFE_MS) throw new Refusal('expired_url')
    if (responseUrl.uses >= USES) throw new Refusal('used_url')
    responseUrl.uses += 1
    respond(responseUrl, body, world)
    return { status: 200, answer: { ok: true } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isGone = ['expired_url', 'used_url'].includes(error.message)
    return { status: isGone ? 404 : 400, answer: error.answer }
  }
}

/** Deletes or replaces the message that was used, or says something new, to all or to the one who asked. */
export function respond(to: Omit<ResponseUrl, 'at' | 'uses'>, body: Json, world: World): void {
  const { user, channel, source } = to
  if (source && body.delete_original === true) {
    world.workspace.remove(source)
    return
  }
  const content = checkedContent(body, world)
  if (source && body.replace_original === true) replace(source.message, content, world)
  else if (body.response_type === 'in_channel') {
    const thread = body.thread_ts ? { thread_ts: String(body.thread_ts) } : {}
    postAsApp(world, channel, { ...content, ...thread })
  } else {
    const { botUser, botId } = world.settings.app
    world.workspace.post(channel, { user: botUser, bot_id: botId, ...content }, user)
  }
}

function replace(message: Message, { text, blocks }: Pick<Message, 'text' | 'blocks'>, world: World): void {
  message.text = text
  if (blocks) message.blocks = withIds(blocks, world.workspace.nextId)
  else delete message.blocks
  world.changes.notify()
}
