import { rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { BUSINESS_ZONE, instantOf, localDate } from '../../../src/lib/time.ts'
import { type DingtalkSimulator, simulateDingtalk } from '../dingtalk/simulator.ts'
import { type SlackSimulator, simulateSlack } from '../slack/simulate-slack.ts'
import { messengers } from './messengers.ts'
import { colleagues, inDingtalk, inSlack } from './people.ts'
import { type Service, startService } from './service.ts'

export interface SimulationOptions {
  /** Emptied first: the messengers remember nothing either. */
  database: string
  /** Whether DingTalk has the card template. */
  template: boolean
  /** 0 takes any free one. */
  pagePort: number
  servicePort: number
}

export interface Simulation {
  /** The page with the two messengers. */
  url: string
  service: Service
  stop(): Promise<void>
}

/** The service beside a simulated Slack and a simulated DingTalk in which everybody of the demo company is a member. */
export async function startSimulation(options: SimulationOptions): Promise<Simulation> {
  const people = colleagues(localDate(instantOf(new Date()), BUSINESS_ZONE))
  const slack = await simulateSlack({ members: people.map(inSlack) })
  const dingtalk = await simulateDingtalk({ people: people.map(inDingtalk) })
  let playground = ''
  const page = messengers({ slack, dingtalk, people, playground: () => playground })
  const server = await listen(page, options.pagePort)

  for (const part of ['', '-wal', '-shm']) rmSync(options.database + part, { force: true })
  const service = await startService(settingsFor(slack, dingtalk, options))
  playground = `${service.url}/playground`
  // What is said to a messenger without a connection is lost, or comes a minute later.
  await Promise.all([
    slack.when(() => slack.connections().length > 0, 15_000),
    dingtalk.stream.connected(15_000),
  ])
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    service,
    stop: async () => {
      await service.stop()
      await Promise.all([slack.close(), dingtalk.close(), closed(server)])
    },
  }
}

/** What anyone would set to connect the service to the two. */
function settingsFor(
  slack: SlackSimulator,
  dingtalk: DingtalkSimulator,
  { database, template, servicePort }: SimulationOptions,
): Record<string, string> {
  return {
    PORT: String(servicePort),
    PLAYGROUND: '1',
    QUDAO_DB: database,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.settings.botToken,
    SLACK_APP_TOKEN: slack.settings.appToken,
    DINGTALK_API_URL: dingtalk.apiUrl,
    DINGTALK_OAPI_URL: dingtalk.oapiUrl,
    DINGTALK_CLIENT_ID: dingtalk.app.clientId,
    DINGTALK_CLIENT_SECRET: dingtalk.app.clientSecret,
    ...(template && { DINGTALK_CARD_TEMPLATE_ID: dingtalk.app.templateIds[0]! }),
  }
}

function listen(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server as Server))
    server.once('error', reject)
  })
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
