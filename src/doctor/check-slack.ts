import httpManifest from '../../bots/slack/manifest-http.json' with { type: 'json' }
import socketManifest from '../../bots/slack/manifest-socket.json' with { type: 'json' }
import { published } from '../../bots/slack/pacing.ts'
import { Refused } from '../../bots/slack/refused.ts'
import type { SlackSettings } from '../../bots/slack/settings.ts'
import { webApi } from '../../bots/slack/web-api.ts'
import { checkClock } from './check-clock.ts'
import { bad, type Finding, good, mind } from './finding.ts'
import { observedFetch } from './observed-fetch.ts'

export interface SlackCheck {
  settings: SlackSettings
  fetch: typeof fetch
  wall(): Date
}

/** The scopes that the app's manifest asks for. */
const scopes = {
  socket: socketManifest.oauth_config.scopes.bot,
  http: httpManifest.oauth_config.scopes.bot,
}

/** What Slack says to the tokens. Nothing is sent to anybody. */
export async function checkSlack({ settings, fetch, wall }: SlackCheck): Promise<Finding[]> {
  const { apiUrl, botToken, transport } = settings
  const observed = observedFetch(fetch, wall)
  const calling = (token: string) => webApi({ fetch: observed.fetch, apiUrl, token, limits: published, wall })
  const bot = await tokenFindings(async () => {
    const { team, user } = await calling(botToken).call('auth.test', {})
    const granted = observed.header('x-oauth-scopes')
    return [
      good(`the bot token is that of ${user} in ${team}`),
      scopeFinding(scopes[transport.mode], granted),
    ]
  }, 'SLACK_BOT_TOKEN: copy the bot token of “OAuth & Permissions” again, after reinstalling the app if need be')
  const socket = transport.mode === 'socket' ? await socketFindings(calling(transport.appToken)) : []
  return [...bot, ...socket, ...checkClock('Slack', observed.ahead())]
}

const socketFindings = (api: ReturnType<typeof webApi>): Promise<Finding[]> =>
  tokenFindings(async () => {
    await api.call('apps.connections.open', {})
    return [good('a socket can be opened')]
  }, 'SLACK_APP_TOKEN: make an app-level token with the scope connections:write in “Basic Information”, and turn Socket Mode on')

function scopeFinding(wanted: string[], granted: string | undefined): Finding {
  if (granted === undefined)
    return mind(
      'which scopes are granted was not told',
      `compare them with the manifest: ${wanted.join(', ')}`,
    )
  const held = granted.split(/,\s*/)
  const missing = wanted.filter((scope) => !held.includes(scope))
  if (missing.length === 0) return good(`all ${wanted.length} scopes are granted`)
  return bad(
    `scopes are missing: ${missing.join(', ')}`,
    'add them in “OAuth & Permissions” (or paste the manifest of bots/slack again) and reinstall the app',
  )
}

async function tokenFindings(ask: () => Promise<Finding[]>, mend: string): Promise<Finding[]> {
  try {
    return await ask()
  } catch (error) {
    const { message } = error as Error
    if (error instanceof Refused) return [bad(`Slack refuses the token: ${message}`, mend)]
    return [bad(message, 'is the network there, and is SLACK_API_URL right where it is given?')]
  }
}
