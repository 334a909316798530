import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import * as z from 'zod'
import { loopbackOnly } from '../../../src/loopback-only.ts'
import type { DingtalkSimulator } from '../dingtalk/simulator.ts'
import type { SlackSimulator } from '../slack/simulate-slack.ts'
import { dingtalkPane, seenInDingtalk } from './dingtalk-pane.ts'
import type { Colleague } from './people.ts'
import { seenInSlack, slackPane } from './slack-pane.ts'

export interface MessengerParts {
  slack: SlackSimulator
  dingtalk: DingtalkSimulator
  people: Colleague[]
  /** Where the playground is. */
  playground(): string
}

const scripts = ['page.js', 'pane.js', 'slack.js', 'dingtalk.js', 'markdown.js', 'elements.js']
const types: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  ...Object.fromEntries(scripts.map((name) => [name, 'text/javascript; charset=utf-8'])),
}

/** The page with the two messengers side by side, and what it asks of them. For who sits at this machine only. */
export function messengers({ slack, dingtalk, people, playground }: MessengerParts): Hono {
  const app = new Hono()
  app.onError((error, c) =>
    error instanceof z.ZodError
      ? c.json({ problem: z.prettifyError(error) }, 400)
      : c.json({ problem: error.message }, error instanceof RangeError ? 409 : 500),
  )
  app.get('/', (c) => c.redirect('/index.html'))
  for (const [name, type] of Object.entries(types)) {
    app.get(`/${name}`, async (c) => {
      const body = await readFile(new URL(`page/${name}`, import.meta.url), 'utf8')
      return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' })
    })
  }
  app.get('/people', (c) =>
    c.json({
      playground: playground(),
      people: people.map((one) => ({
        ...one,
        told: { slack: seenInSlack(slack, one.code), dingtalk: seenInDingtalk(dingtalk, one.code) },
      })),
    }),
  )
  app.route('/slack', slackPane(slack))
  app.route('/dingtalk', dingtalkPane(dingtalk))
  return loopbackOnly(app)
}
