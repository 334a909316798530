import { playgroundApi } from '../bots/playground/http.ts'
import { fillDemo } from '../prisma/demo/fill-demo.ts'
import { buildApp } from './app.ts'
import { type Company, openCompany } from './company.ts'
import { buildCore } from './core.ts'
import { bundledMigrations } from './db/bundled-migrations.ts'
import { clientOn } from './db/client-on.ts'
import { durableObjectConnection, type ObjectStorage } from './db/durable-object-connection.ts'
import { migrate } from './db/migrate.ts'
import { consoleLog } from './lib/console-log.ts'
import { BUSINESS_ZONE, instantOf, localDate } from './lib/time.ts'
import { playgroundCompany, playgroundFor } from './playground.ts'
import { playgroundMessages } from './playground-messages.ts'
import { readSettings } from './settings.ts'

type Environment = Record<string, string | undefined>

interface Bindings {
  COMPANY: {
    idFromName(name: string): unknown
    get(id: unknown): { fetch(request: Request): Promise<Response> }
  }
}

interface ObjectState {
  storage: ObjectStorage & { getAlarm(): Promise<number | null>; setAlarm(at: number): Promise<void> }
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
}

/** Seconds after which the object wakes itself to finish what was accepted, should it be evicted before it is done. */
const wakeAfter = 20

/** One company in one Durable Object: its state is the object's SQLite, its scheduler the object's alarm. */
export class CompanyObject {
  private readonly state: ObjectState
  private readonly open: Promise<Awaited<ReturnType<typeof openInObject>>>

  constructor(state: ObjectState, env: Environment) {
    this.state = state
    this.open = state.blockConcurrencyWhile(() => openInObject(state.storage, env))
  }

  async fetch(request: Request): Promise<Response> {
    const { app, company } = await this.open
    await this.wakeBy(Date.now() + wakeAfter * 1000)
    const answer = await app.fetch(request)
    await this.wakeWhenDue(company)
    return answer
  }

  /** Wakes `tick`; what is due is derived from data, so an alarm too many or too late changes nothing. */
  async alarm(): Promise<void> {
    const { company } = await this.open
    await company.tick()
    await this.wakeWhenDue(company)
  }

  private async wakeWhenDue(company: Company): Promise<void> {
    const due = await company.nextWake()
    if (due) await this.wakeBy(Math.max(due.epochMilliseconds, Date.now() + 1000))
  }

  private async wakeBy(moment: number): Promise<void> {
    const set = await this.state.storage.getAlarm()
    if (set === null || set > moment) await this.state.storage.setAlarm(moment)
  }
}

async function openInObject(storage: ObjectStorage, env: Environment) {
  const settings = readSettings(env)
  const log = consoleLog()
  const wall = () => new Date()
  const connection = durableObjectConnection(storage)
  await migrate(connection, bundledMigrations, wall())
  const db = clientOn(connection)
  if (settings.demo && (await db.member.count()) === 0)
    await fillDemo(db, { anchor: localDate(instantOf(wall()), BUSINESS_ZONE) })
  const messages = await playgroundMessages(db, () => company.now())
  const playground = playgroundFor(db, messages, wall)
  const bots = settings.playground ? [playground] : []
  const company: Company = await openCompany({ db, core: buildCore(), bots, wall, log })
  const doors = settings.playground
    ? [{ path: '/playground', app: playgroundApi(playgroundCompany(company, playground, messages)) }]
    : []
  return { company, app: buildApp({ ready: async () => void (await db.setting.count()), doors }) }
}

/** Routes a request to its company: `/c/<company>/…`, or the one company there is. */
export default {
  fetch(request: Request, { COMPANY }: Bindings): Promise<Response> {
    const url = new URL(request.url)
    const [, name, rest] = /^\/c\/([a-z0-9-]{1,40})(\/.*)?$/.exec(url.pathname) ?? []
    if (name) url.pathname = rest ?? '/'
    return COMPANY.get(COMPANY.idFromName(name ?? 'company')).fetch(new Request(url, request))
  },
}
