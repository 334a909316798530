import type { Hono } from 'hono'
import type { World } from '../world.ts'
import { bodyOf, type HostEnv } from './host.ts'
import { Refusal } from './refusal.ts'
import { readSessionMessage } from './session-messages.ts'

/** Puts a session message into its conversation, or says what is wrong with it. */
export function postSessionMessage(world: World, conversationId: string, body: unknown): string | undefined {
  const read = readSessionMessage(body)
  if (typeof read === 'string') return read
  const { message, mentions, lostMentions } = read
  for (const id of lostMentions) {
    world.recorder.warnings.push(`@${id} was asked for but is not in the text`)
  }
  world.timeline.add({ conversationId, from: 'robot', message, mentions })
  return undefined
}

/** Replying to the address that came with a message. */
export function sessionRoutes(oapi: Hono<HostEnv>, world: World) {
  oapi.post('/robot/sendBySession', (c) => {
    const conversationId = world.sessions.conversationOf(c.req.query('session') ?? '')
    if (!conversationId) throw new Refusal(300001, 'session 不存在')
    const wrong = postSessionMessage(world, conversationId, bodyOf(c))
    if (wrong) throw new Refusal(400402, `invalid message: ${wrong}`)
    return c.json({ errcode: 0, errmsg: 'ok' })
  })
}
