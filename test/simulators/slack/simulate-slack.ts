import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createFaults, type Faults } from './api/faults.ts'
import { fileRoutes } from './api/file-routes.ts'
import { webApi } from './api/web-api.ts'
import { createChanges } from './changes.ts'
import { createDeliveries, type Deliveries } from './delivery/deliver.ts'
import { type Checks, createChecks, createForgery, type Forgery } from './delivery/forgery.ts'
import { createHttpCarrier } from './delivery/http.ts'
import { type Connection, createSocketMode } from './delivery/socket.ts'
import { createFiles } from './files.ts'
import { createPerson, type Person } from './person/user.ts'
import { createRecords, type Records } from './records.ts'
import { createResponseUrls, responseUrlRoutes } from './response-urls.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { createTriggers } from './triggers.ts'
import { createViews } from './views.ts'
import { type Conversation, createWorkspace, type Member } from './workspace.ts'
import type { World } from './world.ts'

export interface SlackOptions extends Partial<Settings> {
  /** Milliseconds since the epoch; decides expiry, signatures and rate limits. Waiting is always real. */
  clock?: () => number
  port?: number
  members?: Member[]
  conversations?: Conversation[]
}

/** A whole Slack on the loopback address, with one workspace and one installed app. */
export interface SlackSimulator {
  /** Without a slash at the end. */
  url: string
  /** What an app takes as the base of the Web API; ends in `/api/`. */
  apiUrl: string
  /** May be changed at any time. */
  settings: Settings
  records: Records
  faults: Faults
  deliveries: Deliveries
  forgery: Forgery
  checks: Checks
  members: Map<string, Member>
  conversations: Map<string, Conversation>
  connections(): Connection[]
  user(id: string): Person
  /** The first truthy answer, asked now and after every change. */
  when<T>(look: () => T, ms?: number): Promise<NonNullable<T>>
  /** Resolves when no payload is on its way to the app any more. */
  idle(): Promise<void>
  close(): Promise<void>
}

export async function simulateSlack(options: SlackOptions = {}): Promise<SlackSimulator> {
  const { clock = Date.now, port = 0, members = [], conversations = [], ...given } = options
  const settings: Settings = { ...defaultSettings(), ...given }
  const app = new Hono<{ Bindings: HttpBindings }>()
  const server = await listen(app, port)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const world = createWorld({ settings, clock, server, url, members, conversations })

  app.route('/', webApi(world))
  app.route('/', fileRoutes(world))
  app.route('/', responseUrlRoutes(world))

  const { records, faults, deliveries, workspace, changes, socketMode } = world
  return {
    url,
    apiUrl: `${url}/api/`,
    settings,
    records,
    faults,
    deliveries,
    forgery: createForgery(settings, clock),
    checks: createChecks(settings, clock),
    members: workspace.members,
    conversations: workspace.conversations,
    connections: socketMode.connections,
    user: (id) => {
      const member = workspace.members.get(id)
      if (!member) throw new Error(`${id} is not a member of this workspace`)
      return createPerson(world, member)
    },
    when: changes.when,
    idle: deliveries.idle,
    close: async () => {
      deliveries.close()
      await socketMode.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface WorldParts {
  settings: Settings
  clock: () => number
  server: Server
  url: string
  members: Member[]
  conversations: Conversation[]
}

function createWorld({ settings, clock, server, url: base, members, conversations }: WorldParts): World {
  const url = () => base
  const changes = createChanges()
  const changed = changes.notify
  const records = createRecords()
  const workspace = createWorkspace({ settings, clock, changed, members, conversations })
  const { nextId } = workspace
  const socketMode = createSocketMode({ server, settings, url, changed })
  const carriers = { socket: socketMode.carrier, http: createHttpCarrier(settings, clock) }
  return {
    settings,
    clock,
    url,
    changes,
    records,
    workspace,
    socketMode,
    faults: createFaults(),
    triggers: createTriggers(clock),
    views: createViews({ settings, clock, changed, nextId }),
    files: createFiles({ settings, clock, nextId, url }),
    responseUrls: createResponseUrls(clock, url, settings.team.id),
    deliveries: createDeliveries({ settings, clock, records, changes, workspace, carriers }),
  }
}

function listen(app: Hono<{ Bindings: HttpBindings }>, port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server as Server))
  })
}
