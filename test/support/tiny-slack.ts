import type { SlackOptions } from '../simulators/slack/simulate-slack.ts'
import { slackBeside, type Transport } from './slack-beside.ts'
import { tinyCompany } from './tiny-company.ts'

const email = (name: string) => `${name}@example.com`

export const people = [
  { id: 'U0LI', name: 'li', email: email('li'), locale: 'zh-CN' },
  { id: 'U0BOSS', name: 'boss', email: email('boss'), locale: 'zh-CN' },
  { id: 'U0GUEST', name: 'guest', email: email('vice'), is_restricted: true },
  { id: 'U0LEFT', name: 'left', email: email('vice'), deleted: true },
  { id: 'U0OTHER', name: 'other', email: email('vice'), team_id: 'T0OTHER', is_stranger: true },
  { id: 'U0NEW', name: 'new', email: 'new@example.com' },
]

const everyone = [...people.map(({ id }) => id), 'U0SIMBOT']

export const sales = { id: 'C0SALES', name: 'sales', members: everyone }
/** A channel in which the app is not. */
export const lunch = { id: 'C0LUNCH', name: 'lunch', members: ['U0LI', 'U0BOSS'] }
/** The direct messages of two people. */
export const chat = { id: 'D0CHAT', name: 'directmessage', members: ['U0LI', 'U0BOSS'], is_im: true }

/** The smallest company in a Slack with colleagues, guests and strangers. Time stands still until it is told to pass. */
export async function tinySlack(via: Transport, options: SlackOptions = {}) {
  let now = () => new Date('2026-11-24T02:00:00Z')
  const logged: { level: string; message: string; fields: object }[] = []
  const keep = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, message, fields })
  const log = { info: keep('info'), warn: keep('warn'), error: keep('error') }
  const world = { members: people, conversations: [sales, lunch, chat], ...options }
  const { slack, bot, connect } = await slackBeside(world, () => now(), log)
  const tiny = await tinyCompany(':memory:', [bot])
  now = tiny.wall
  let connected = await connect(tiny.company, via)
  return {
    ...tiny,
    slack,
    bot,
    /** All that was logged, of the company and of the bot, as it would be written. */
    logs: () =>
      JSON.stringify([...tiny.logged, ...logged], (_, value) =>
        value instanceof Error ? String(value.stack) : value,
      ),
    quiet: () => connected.quiet(),
    leave: () => connected.leave(),
    comeBack: async () => {
      connected = await connect(tiny.company, via)
    },
    li: slack.user('U0LI'),
    boss: slack.user('U0BOSS'),
    number: async () => (await tiny.db.setting.findUnique({ where: { key: 'number' } }))?.value,
    close: async () => {
      await connected.leave()
      await tiny.company.settled()
      await slack.close()
      await tiny.close()
    },
  }
}

export type TinySlack = Awaited<ReturnType<typeof tinySlack>>
