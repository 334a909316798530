import { Hono } from 'hono'
import * as z from 'zod'
import { viewOf } from '../dingtalk/client/card-view.ts'
import { sentenceOf } from '../dingtalk/client/hands.ts'
import type { DingtalkSimulator } from '../dingtalk/simulator.ts'
import type { Post } from '../dingtalk/state/timeline.ts'

const said = z.object({ as: z.string(), text: z.string().min(1).max(20_000) })
const followed = z.object({ as: z.string(), url: z.string() })
const pressed = z.object({ as: z.string(), card: z.string(), button: z.number().int() })
const submitted = z.object({ as: z.string(), card: z.string(), values: z.record(z.string(), z.unknown()) })
const uploaded = z.object({ as: z.string(), file: z.instanceof(File) })

/** The messenger on the page for a simulated DingTalk: what somebody sees in the robot's conversation, and does there. */
export function dingtalkPane(dingtalk: DingtalkSimulator): Hono {
  const pane = new Hono()
  pane.get('/', (c) => c.json({ posts: shownTo(dingtalk, c.req.query('as') ?? '') }))
  pane.post('/say', async (c) => {
    const { as, text } = said.parse(await c.req.json())
    return c.json(taken(await dingtalk.user(as).says(text)))
  })
  pane.post('/follow', async (c) => {
    const { as, url } = followed.parse(await c.req.json())
    const sentence = sentenceOf(url)
    return c.json(sentence === undefined ? {} : taken(await dingtalk.user(as).says(sentence)))
  })
  pane.post('/press', async (c) => {
    const { as, card, button } = pressed.parse(await c.req.json())
    const view = dingtalk.user(as).card(card)
    const only = view.buttons[button]
    if (!only) throw new RangeError('This is not on the card any more · 卡片已经变了')
    return c.json(ended(await dingtalk.user(as).pressesStale({ ...view, buttons: [only] }, only.text)))
  })
  pane.post('/submit', async (c) => {
    const { as, card, values } = submitted.parse(await c.req.json())
    return c.json(ended(await dingtalk.user(as).submits(card, values)))
  })
  pane.post('/file', async (c) => {
    const { as, file } = uploaded.parse(await c.req.parseBody())
    return c.json(
      taken(await dingtalk.user(as).sendsFile(file.name, new Uint8Array(await file.arrayBuffer()))),
    )
  })
  return pane
}

/** How much the robot has to show this person by now. */
export const seenInDingtalk = (dingtalk: DingtalkSimulator, code: string): number =>
  postsFor(dingtalk, code).filter(({ from }) => from === 'robot').length

function postsFor({ directory, timeline }: DingtalkSimulator, code: string): Post[] {
  const human = directory.byStaffId(code)
  if (!human) throw new RangeError(`there is no ${code}`)
  const { id } = directory.single(human)
  return timeline.posts.filter(
    ({ conversationId, only, recalled }) =>
      conversationId === id && !recalled && (!only || only.includes(human.key)),
  )
}

const shownTo = (dingtalk: DingtalkSimulator, code: string) =>
  postsFor(dingtalk, code).map(({ id, at, from, message, card }) => {
    const stored = card === undefined ? undefined : dingtalk.cards.get(card)
    return { id, at, mine: from !== 'robot', message, card: stored && viewOf(stored, code) }
  })

const taken = ({ taken }: { taken: boolean }) =>
  taken ? {} : { problem: 'The robot did not answer in time · 机器人没有及时应答' }

const ended = ({ outcome, reason }: { outcome: string; reason?: string }) =>
  outcome === 'changed' || outcome === 'unchanged' ? {} : { problem: reason ?? outcome }
