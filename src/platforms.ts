import { dingtalkBot } from '../bots/dingtalk/bot.ts'
import { dingtalkDoor } from '../bots/dingtalk/http.ts'
import { registerDingtalkCallbacks } from '../bots/dingtalk/register-callbacks.ts'
import { dingtalkSettings } from '../bots/dingtalk/settings.ts'
import { slackBot } from '../bots/slack/bot.ts'
import { slackDoor } from '../bots/slack/http.ts'
import { slackSettings } from '../bots/slack/settings.ts'
import type { Door } from './app.ts'
import type { Bot } from './chat/contract.ts'
import type { Company } from './company.ts'
import type { Log } from './lib/log.ts'

export interface PlatformParts {
  env: Record<string, string | undefined>
  fetch: typeof fetch
  wall(): Date
  log: Log
}

/** The platforms that have settings. What is half-filled or ambiguous is refused with the lines to mend. */
export function openPlatforms({ env, ...parts }: PlatformParts) {
  const slack = withBot(slackSettings(env), (settings) => slackBot({ settings, ...parts }))
  const dingtalk = withBot(dingtalkSettings(env), (settings) => dingtalkBot({ settings, ...parts }))

  /** The doors of those that call us over HTTP. */
  function doors(company: Company): Door[] {
    const { wall, log } = parts
    const { background } = company
    const open: Door[] = []
    if (slack?.settings.transport.mode === 'http') {
      const { bot } = slack
      const { signingSecret } = slack.settings.transport
      const app = slackDoor({ bot, signingSecret, wall, log, background, receive: company.receiving(bot) })
      open.push({ path: `/${bot.platform}`, app })
    }
    if (dingtalk?.settings.transport.mode === 'http') {
      const { bot, settings } = dingtalk
      open.push({
        path: `/${bot.platform}`,
        app: dingtalkDoor({ bot, settings, wall, log, background, receive: company.receiving(bot) }),
      })
    }
    return open
  }

  /** Tells the platforms where they find us, as far as that is told and not entered in their consoles. */
  async function announce(): Promise<void> {
    if (dingtalk) await registerDingtalkCallbacks({ settings: dingtalk.settings, ...parts })
  }

  const bots: Bot[] = [slack, dingtalk].flatMap((platform) => (platform ? [platform.bot as Bot] : []))
  return { slack, dingtalk, bots, doors, announce }
}

export type Platforms = ReturnType<typeof openPlatforms>

const withBot = <Settings, B>(settings: Settings | null, botOf: (settings: Settings) => B) =>
  settings && { settings, bot: botOf(settings) }
