import * as z from 'zod'

export interface SlackSettings {
  botToken: string
  /** Ends in a slash. */
  apiUrl: string
  transport: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
}

const starting = (prefix: string, what: string) =>
  z.string().refine((value) => value.startsWith(prefix), `${what} starts with ${prefix}`)

const environment = z.object({
  SLACK_BOT_TOKEN: starting('xoxb-', 'the bot token of “OAuth & Permissions”').optional(),
  SLACK_APP_TOKEN: starting('xapp-', 'the app-level token of “Basic Information”').optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-z]{16,}$/i, 'the signing secret of “Basic Information” is letters and digits only')
    .optional(),
  SLACK_MODE: z.enum(['socket', 'http'], 'must be socket or http').optional(),
  SLACK_API_URL: z.url().refine(isSafe, 'must be https').optional(),
})

type Environment = z.infer<typeof environment>

/** Only to this machine may a token travel in the clear. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname)
}

/** Slack's settings, or null where none is given. Throws with the lines to mend. */
export function slackSettings(env: Record<string, string | undefined>): SlackSettings | null {
  const given = Object.entries(env).filter(([name, value]) => name in environment.shape && value)
  if (given.length === 0) return null
  const parsed = environment.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw mend(z.prettifyError(parsed.error))
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL } = parsed.data
  if (!botToken) throw mend('add SLACK_BOT_TOKEN=xoxb-… (“OAuth & Permissions” of the app)')
  return {
    botToken,
    apiUrl: withSlash(SLACK_API_URL ?? 'https://slack.com/api/'),
    transport: transportOf(parsed.data),
  }
}

function transportOf(env: Environment): SlackSettings['transport'] {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_MODE: wanted } = env
  if (appToken && signingSecret && !wanted)
    throw mend(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set: add SLACK_MODE=socket or SLACK_MODE=http',
    )
  const mode = wanted ?? (appToken ? 'socket' : 'http')
  if (mode === 'socket') {
    if (appToken) return { mode, appToken }
    throw mend('SLACK_MODE=socket: add SLACK_APP_TOKEN=xapp-… (“Basic Information”, scope connections:write)')
  }
  if (signingSecret) return { mode, signingSecret }
  throw mend(
    wanted
      ? 'SLACK_MODE=http: add SLACK_SIGNING_SECRET=… (“Basic Information”)'
      : 'add SLACK_APP_TOKEN=xapp-… to use a socket, or SLACK_SIGNING_SECRET=… to be called over HTTP',
  )
}

const mend = (lines: string) => new Error(`the settings of Slack do not work:\n${lines}`)

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)
