import { slackBot } from '../../../bots/slack/bot.ts'
import type { SlackPayload } from '../../../bots/slack/payload.ts'
import type { SlackMessage } from '../../../bots/slack/render.ts'
import { plainWords } from '../../simulators/slack/person/plain-words.ts'
import { simulateSlack } from '../../simulators/slack/simulate-slack.ts'
import type { Platform } from '../contract.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** A bot whose Slack cannot be reached. */
export const offline = () =>
  slackBot({
    settings: { botToken: 'xoxb-1', apiUrl: 'https://slack.com/api/' },
    fetch: () => Promise.reject(new Error('offline')),
    wall: () => new Date(),
    log: silent,
  })

/** Slack with two people in it, and the app beside them. */
export async function messenger(): Promise<Platform<SlackPayload, SlackMessage>> {
  const members = [
    { id: 'U0LI', name: 'li' },
    { id: 'U0WANG', name: 'wang' },
  ]
  const sales = { id: 'C0SALES', name: 'sales', members: ['U0LI', 'U0WANG', 'U0SIMBOT'] }
  const slack = await simulateSlack({ members, conversations: [sales] })
  const { botToken, team } = slack.settings
  const settings = { botToken, apiUrl: slack.apiUrl }
  const bot = slackBot({ settings, fetch, wall: () => new Date(), log: silent })
  const direct = (user: string) => bot.direct({ platform: 'slack', id: `${team.id}:${user}` })
  const seen = (conversation: string) =>
    conversation === sales.id ? slack.user('U0LI').messages(sales.id) : slack.user(conversation).messages()
  return {
    bot,
    addresses: [
      direct('U0LI'),
      direct('U0WANG'),
      { platform: 'slack', conversation: sales.id, kind: 'group' },
    ],
    count: ({ conversation }) => seen(conversation).length,
    newest: ({ conversation }) => {
      const last = seen(conversation).at(-1)
      return last ? plainWords(last) : ''
    },
    close: slack.close,
  }
}
