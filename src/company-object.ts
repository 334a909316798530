import type { Hono } from 'hono'
import { playgroundApi } from '../bots/playground/http.ts'
import { fillDemo } from '../prisma/demo/fill-demo.ts'
import { buildApp } from './app.ts'
import { type Company, openCompany } from './company.ts'
import { buildCore } from './core.ts'
import { bundledMigrations } from './db/bundled-migrations.ts'
import { clientInObject } from './db/client-in-object.ts'
import { durableObjectConnection, type ObjectStorage } from './db/durable-object-connection.ts'
import { migrate } from './db/migrate.ts'
import { consoleLog } from './lib/console-log.ts'
import type { Log } from './lib/log.ts'
import { BUSINESS_ZONE, instantOf, localDate } from './lib/time.ts'
import { localDoor, type Page } from './local-door.ts'
import { onceADay } from './once-a-day.ts'
import { openPlatforms, type Platforms } from './platforms.ts'
import { playgroundCompany, playgroundFor } from './playground.ts'
import { playgroundMessages } from './playground-messages.ts'
import { readSettings } from './settings.ts'

export interface Bindings {
  /** The playground's page, where it is worked on locally. */
  PAGE?: Page
  [setting: string]: unknown
}

interface ObjectState {
  storage: ObjectStorage & {
    getAlarm(): Promise<number | null>
    setAlarm(at: number): Promise<void>
    deleteAlarm(): Promise<void>
  }
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
}

/** Milliseconds after which the object looks whether it finished what it began, for it may be evicted at any moment. */
const lookAfter = 5_000
/** Until the alarm that is at work has set the next one itself. */
const takesAtMost = 60_000

const wall = () => new Date()

/** One company in one Durable Object: its state is the object's SQLite, its scheduler the object's alarm. */
export class CompanyObject {
  private readonly storage: ObjectState['storage']
  private readonly open: ReturnType<typeof openInObject>
  private readonly log = consoleLog()
  private requests = 0

  constructor(state: ObjectState, bindings: Bindings) {
    this.storage = state.storage
    this.open = state.blockConcurrencyWhile(async () => {
      const opened = await openInObject(state.storage, bindings, this.log)
      // Whatever was under way when the object was last evicted is finished now.
      await this.wakeBy(Date.now())
      return opened
    })
  }

  async fetch(request: Request): Promise<Response> {
    const { app } = await this.open
    this.requests += 1
    await this.wakeBy(Date.now() + lookAfter)
    return app.fetch(request)
  }

  /** Wakes `tick`; what is due is derived from data, so an alarm too many or too late changes nothing. */
  async alarm(): Promise<void> {
    await this.wakeBy(Date.now() + takesAtMost)
    const { company } = await this.open
    try {
      await company.tick()
    } catch (error) {
      this.log.error({ error }, 'a tick failed; the next one does what it left')
      return
    }
    await this.sleepUntilDue(company)
  }

  /** A request that came meanwhile is still looked after at its own time. */
  private async sleepUntilDue(company: Company): Promise<void> {
    const requests = this.requests
    const due = await company.nextWake()
    if (requests !== this.requests) return
    if (due) await this.storage.setAlarm(Math.max(due.epochMilliseconds, Date.now() + 1000))
    else await this.storage.deleteAlarm()
  }

  private async wakeBy(moment: number): Promise<void> {
    const set = await this.storage.getAlarm()
    if (set === null || set > moment) await this.storage.setAlarm(moment)
  }
}

async function openInObject(storage: ObjectStorage, bindings: Bindings, log: Log) {
  const env = settingsIn(bindings)
  const settings = readSettings(env)
  const platforms = openPlatforms({ env, fetch: (...request) => fetch(...request), wall, log })
  refuseSockets(platforms)
  const db = await openDatabase(storage)
  if (settings.demo && (await db.member.count()) === 0)
    await fillDemo(db, { anchor: localDate(instantOf(wall()), BUSINESS_ZONE) })
  const messages = await playgroundMessages(db, () => company.now())
  const playground = playgroundFor(db, messages, wall)
  const bots = [...platforms.bots, ...(settings.playground ? [playground] : [])]
  const company: Company = await openCompany({ db, core: buildCore(), bots, wall, log })
  const doors = platforms.doors(company)
  company.background(onceADay(db, { what: 'announced', as: JSON.stringify(env), wall }, platforms.announce))
  if (settings.playground) {
    const api = playgroundApi(playgroundCompany(company, playground, messages, platforms.bots))
    doors.push({ path: '/playground', app: localDoor(api, bindings.PAGE) })
  }
  const app: Hono = buildApp({ ready: async () => void (await db.setting.count()), doors })
  if (settings.playground) app.get('/', (c) => c.redirect('/playground'))
  return { company, app }
}

/** An object with a socket open would never sleep. */
function refuseSockets({ slack, dingtalk }: Platforms): void {
  if (slack?.settings.transport.mode === 'socket')
    throw new Error('a worker is called by Slack over HTTP: add SLACK_SIGNING_SECRET, remove SLACK_APP_TOKEN')
  if (dingtalk?.settings.transport.mode === 'stream')
    throw new Error('a worker is called by DingTalk over HTTP: add DINGTALK_MODE=http')
}

async function openDatabase(storage: ObjectStorage) {
  const connection = durableObjectConnection(storage)
  await migrate(connection, bundledMigrations, wall())
  return clientInObject(connection)
}

const settingsIn = (bindings: Bindings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
