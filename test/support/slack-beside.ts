import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { startSlackSocket } from '../../bots/slack/bolt.ts'
import { type SlackBot, slackBot } from '../../bots/slack/bot.ts'
import { slackDoor } from '../../bots/slack/http.ts'
import manifest from '../../bots/slack/manifest-socket.json' with { type: 'json' }
import { published } from '../../bots/slack/pacing.ts'
import type { SlackPayload } from '../../bots/slack/payload.ts'
import { buildApp } from '../../src/app.ts'
import type { Company } from '../../src/company.ts'
import type { Log } from '../../src/lib/log.ts'
import { type SlackOptions, type SlackSimulator, simulateSlack } from '../simulators/slack/simulate-slack.ts'

export type Transport = 'socket' | 'http'

interface Beside {
  slack: SlackSimulator
  bot: SlackBot
  /** Connects a company to it, through the real Bolt socket or through signed HTTP. */
  connect(company: Pick<Company, 'receive' | 'settled' | 'background'>, via: Transport): Promise<Connected>
}

interface Connected {
  /** Resolves when nothing is on its way, in Slack and in the company. */
  quiet(): Promise<void>
  /** The service goes away; Slack stays. */
  leave(): Promise<void>
}

/** A Slack beside a company, both on the same clock. The app has what its manifest asks for, and no more. */
export async function slackBeside(options: SlackOptions, wall: () => Date, log: Log): Promise<Beside> {
  const scopes = manifest.oauth_config.scopes.bot
  const events = manifest.settings.event_subscriptions.bot_events
  const slack = await simulateSlack({ clock: () => wall().getTime(), scopes, events, ...options })
  const { botToken, appToken, signingSecret } = slack.settings
  const { apiUrl } = slack
  const limits = options.rateLimits === 'off' ? {} : published
  const bot = slackBot({ settings: { botToken, apiUrl }, fetch, limits, wall, log })
  return {
    slack,
    bot,
    connect: async (company, via) => {
      const receive = (payload: SlackPayload, within: number) => company.receive(bot, payload, within)
      const parts = { bot, receive, background: company.background, wall, log }
      slack.settings.mode = via
      const leave =
        via === 'socket'
          ? (await startSlackSocket({ ...parts, appToken, apiUrl })).stop
          : await listen(
              slack,
              buildApp({
                ready: async () => {},
                doors: [{ path: '/slack', app: slackDoor({ ...parts, signingSecret }) }],
              }),
            )
      return {
        quiet: async () => {
          await slack.idle()
          await company.settled()
          await slack.idle()
        },
        leave,
      }
    },
  }
}

/** The service as Slack calls it; all three addresses of the app are one. */
async function listen(slack: SlackSimulator, app: ReturnType<typeof buildApp>): Promise<() => Promise<void>> {
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started as Server),
    )
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  slack.settings.urls = { commands: url, interactivity: url, events: url }
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}
