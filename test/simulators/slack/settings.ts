import type { RateLimit } from './api/rate-limits.ts'

/** What can be set at the start, and most of it changed while the simulator runs. */
export interface Settings {
  team: { id: string; domain: string; name: string }
  app: { id: string; name: string; botUser: string; botId: string }
  botToken: string
  appToken: string
  signingSecret: string
  /** Scopes of the bot token. */
  scopes: string[]
  /** Scopes of the app-level token. */
  appScopes: string[]
  /** When set, every call with the bot token is refused with it: `token_revoked`, `account_inactive`. */
  tokenError?: string
  /** Socket Mode on stops HTTP delivery for the whole app, and the other way round. */
  mode: 'socket' | 'http'
  urls: { commands: string; interactivity: string; events: string }
  /** Subscribed bot events, as the app's settings page names them. */
  events: string[]
  /** False: this workspace is not yet reached by the roll-out and answers `invalid_blocks`. */
  chartsRolledOut: boolean
  /** "Escape channels, users, and links" of the slash command. */
  escapesCommandText: boolean
  /** How long Slack waits for an acknowledgement. */
  ackMs: number
  /** Waits before the first, second and third redelivery of an event that was not acknowledged. */
  eventRetryMs: number[]
  /** How often the server pings each socket. */
  pingMs: number
  /** How long a socket may stay open after a `disconnect` frame. */
  disconnectGraceMs: number
  /** By method; `*` for the methods not named. */
  rateLimits: 'off' | Record<string, RateLimit>
}

export const EVERY_SCOPE = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:read',
  'mpim:write',
  'users:read',
  'users:read.email',
]

export const defaultSettings = (): Settings => ({
  team: { id: 'T0SIMTEAM', domain: 'simulated', name: 'Simulated Workspace' },
  app: { id: 'A0SIMAPP', name: 'app', botUser: 'U0SIMBOT', botId: 'B0SIMBOT' },
  botToken: 'xoxb-simulated-bot-token',
  appToken: 'xapp-simulated-app-token',
  signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
  scopes: [...EVERY_SCOPE],
  appScopes: ['connections:write'],
  mode: 'socket',
  urls: { commands: '', interactivity: '', events: '' },
  events: ['app_home_opened', 'app_mention', 'message.im'],
  chartsRolledOut: true,
  escapesCommandText: true,
  ackMs: 3000,
  eventRetryMs: [0, 60_000, 300_000],
  pingMs: 10_000,
  disconnectGraceMs: 10_000,
  rateLimits: {},
})
