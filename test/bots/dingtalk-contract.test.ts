import { expect, test } from 'vitest'
import { dingtalkBot } from '../../bots/dingtalk/bot.ts'
import type { DingtalkPayload } from '../../bots/dingtalk/payload.ts'
import { plainPost } from '../../bots/dingtalk/plain-message.ts'
import type { DingtalkMessage } from '../../bots/dingtalk/render.ts'
import { sessionBody } from '../../bots/dingtalk/send.ts'
import type { DingtalkSettings } from '../../bots/dingtalk/settings.ts'
import { sentenceOf } from '../simulators/dingtalk/client/hands.ts'
import { readSessionMessage } from '../simulators/dingtalk/hosts/session-messages.ts'
import { simulateDingtalk } from '../simulators/dingtalk/simulator.ts'
import { settingsFor, silentLog } from '../support/dingtalk-company.ts'
import { botContract } from './contract.ts'
import { forgeries, genuine } from './dingtalk/forgeries.ts'
import { fixtures, message, press } from './dingtalk/payloads.ts'
import { hostileTexts } from './sample-cards.ts'

const room = 3072
const settings: DingtalkSettings = {
  clientId: 'ding-simulated',
  clientSecret: 'simulated-secret',
  templateId: 'universal.schema',
  apiUrl: 'https://api.dingtalk.com',
  oapiUrl: 'https://oapi.dingtalk.com',
  cardValueBytes: room,
  callsPerSecond: 1000,
  transport: { mode: 'stream' },
}
const wall = () => new Date('2026-11-24T10:00:00+08:00')

const bot = dingtalkBot({ settings, fetch, wall, log: silentLog })
const bytes = (text: string) => new TextEncoder().encode(text).length

interface Drawn {
  text: string
  action: { params: { actionId: string; params: { say: string } } }
}

/** What the template draws and the client sends back. */
function pressesOfCard({ params }: DingtalkMessage): DingtalkPayload[] {
  const buttons = (JSON.parse(params.btns) as Drawn[]).map(({ action }) =>
    press([action.params.actionId], action.params.params),
  )
  if (!params.form) return buttons
  const { fields } = JSON.parse(params.form) as { fields: { name: string; defaultValue?: unknown }[] }
  const filled = fields.filter(({ defaultValue }) => defaultValue !== undefined)
  const form = Object.fromEntries(filled.map(({ name, defaultValue }) => [name, defaultValue]))
  return [press(['form'], { form }), ...buttons]
}

function complaintsOfCard({ params }: DingtalkMessage): string[] {
  const sizes = Object.entries(params).map(([name, value]) => [name, bytes(value)] as const)
  const json = [params.config, params.table, params.chart, params.form, params.btns]
  for (const value of json) if (value) JSON.parse(value)
  return [
    ...sizes.filter(([, size]) => size > room).map(([name, size]) => `${name} has ${size} bytes`),
    ...(params.title ? [] : ['no title']),
    ...unwell(JSON.stringify(params)),
  ]
}

const unwell = (text: string) => (text.isWellFormed() ? [] : ['halves of characters'])

/** Without what this bot means: the title, quotations, labels in bold, links that say a sentence. */
const unmeant = (markdown: string) =>
  markdown
    .replace(/^### |^> /gm, '')
    .replace(/\*\*([^*\n]*)\*\*: /g, '$1: ')
    .replace(/\[[^[\]\n]*\]\(dtmd:\/\/dingtalkclient\/sendMessage\?content=[^)\s]*\)/g, '')

/** What comes alive in markdown: mentions, links, tags, emphasis, headings. */
const live = (markdown: string) =>
  [/@(所有人|all|here)/, /[*_`~[\]<>\\]/, /:\/\//, /^\s*#/m, /^\s*[-=]{2,}\s*$/m].flatMap(
    (pattern) => pattern.exec(unmeant(markdown))?.[0] ?? [],
  )

test.each(Object.entries(hostileTexts).filter(([what]) => /live|link|code|html/.test(what)))(
  'left as it is, %s would come alive',
  (_what, said) => expect(live(`words\n${said}`)).not.toEqual([]),
)

test('what is not forged is let in', async () => {
  expect(await genuine.say()).toBe(true)
  expect(await genuine.press()).toBe(true)
})

const posts = ({ plain }: DingtalkMessage) =>
  (['direct', 'group'] as const).map((kind) => plainPost(plain, kind, '截至 10:00'))

function complaintsOfPosts(drawn: DingtalkMessage): string[] {
  return posts(drawn).flatMap((post) => {
    const read = readSessionMessage(sessionBody(post))
    const size = bytes(JSON.stringify(post))
    return [
      ...(typeof read === 'string' ? [read] : []),
      ...(size > 15_000 ? [`${size} bytes`] : []),
      ...(post.buttons.length > 5 ? ['too many buttons'] : []),
      ...unwell(JSON.stringify(post)),
    ]
  })
}

/** Buttons first, then the links in the text, as a person finds them: their sentence comes back as text. */
function sentencesOf(drawn: DingtalkMessage): string[] {
  const [{ buttons, text } = { buttons: [], text: '' }] = posts(drawn)
  const links = [...text.matchAll(/\]\((dtmd:[^)]*)\)/g)].map(([, url]) => url!)
  return [...buttons.map(({ url }) => url), ...links].map((url) => sentenceOf(url)!)
}

async function platform(template: boolean) {
  const people = ['li', 'wang'].map((staffId) => ({ staffId, name: staffId }))
  const sim = await simulateDingtalk({ people, groups: [{ id: 'cid-office', members: ['li'] }] })
  const sender = dingtalkBot({ settings: settingsFor(sim, { template }), fetch, wall, log: silentLog })
  const person = (to: { conversation: string }) =>
    sim.user(to.conversation === 'cid-office' ? 'li' : to.conversation)
  const shownIn = ({ conversation }: { conversation: string }) =>
    sim.timeline.posts.filter(({ conversationId }) =>
      [conversation, `cid-single-${conversation}`].includes(conversationId),
    )
  return {
    bot: sender,
    addresses: [
      sender.direct({ platform: 'dingtalk', id: 'li' }),
      sender.direct({ platform: 'dingtalk', id: 'wang' }),
      { platform: 'dingtalk', conversation: 'cid-office', kind: 'group' as const },
    ],
    count: (to: { conversation: string }) => shownIn(to).length,
    newest: (to: { conversation: string }) => person(to).seesLast(),
    close: () => sim.close(),
  }
}

botContract('dingtalk with a template', {
  bot,
  fixtures,
  presses: pressesOfCard,
  complaints: complaintsOfCard,
  pings: ({ params }) => live(params.content),
  platform: () => platform(true),
  forgeries,
})

botContract('dingtalk without a template', {
  bot: {
    ...bot,
    // A sentence that a button made its reader say arrives as any other.
    read: (payload: DingtalkPayload) => {
      const incoming = bot.read(payload)
      if (incoming?.id !== 'said' || !('text' in incoming.say) || !incoming.say.text) return incoming
      return { ...incoming, say: { press: incoming.say.text } }
    },
  },
  fixtures,
  presses: (drawn) =>
    sentencesOf(drawn).map((say) => message({ msgtype: 'text', text: { content: say }, msgId: 'said' })),
  complaints: complaintsOfPosts,
  pings: (drawn) => posts(drawn).flatMap(({ text }) => live(text)),
  platform: () => platform(false),
})
