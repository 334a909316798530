import { serve } from '@hono/node-server'
import { schedule } from 'node-cron'
import { playgroundDoor } from '../bots/playground/page.ts'
import { fillDemo } from '../prisma/demo/fill-demo.ts'
import { buildApp } from './app.ts'
import { type Company, openCompany } from './company.ts'
import { buildCore } from './core.ts'
import { openDatabase } from './db/open-node.ts'
import { nodeLog } from './lib/node-log.ts'
import { BUSINESS_ZONE, instantOf, localDate } from './lib/time.ts'
import { loopbackOnly } from './loopback-only.ts'
import { metricsOf } from './metrics.ts'
import { openPlatforms } from './platforms.ts'
import { playgroundCompany, playgroundFor } from './playground.ts'
import { playgroundMessages } from './playground-messages.ts'
import { readSettings } from './settings.ts'
import { openSockets, type Socket } from './sockets.ts'

const wall = () => new Date()
const settings = orExplain(() => readSettings(process.env))
const log = nodeLog(settings.logLevel)
const platforms = orExplain(() => openPlatforms({ env: process.env, fetch, wall, log }))
const { db, close } = await openDatabase(settings.database).catch((error: Error) =>
  giveUp(`the database ${settings.database} (QUDAO_DB) does not open: ${error.message}`),
)
if (settings.demo && (await db.member.count()) === 0) {
  await fillDemo(db, { anchor: localDate(instantOf(wall()), BUSINESS_ZONE) })
}

const messages = await playgroundMessages(db, () => company.now())
const playground = playgroundFor(db, messages, wall)
const bots = [...platforms.bots, ...(settings.playground ? [playground] : [])]
const company: Company = await openCompany({ db, core: buildCore(), bots, wall, log })

const doors = platforms.doors(company)
const isCalled = doors.length > 0
company.background(platforms.announce())
if (settings.playground) {
  const page = playgroundDoor(playgroundCompany(company, playground, messages, platforms.bots))
  doors.push({ path: '/playground', app: loopbackOnly(page) })
}
const app = buildApp({ ready: async () => void (await db.setting.count()), metrics: metricsOf(db), doors })
if (settings.playground) app.get('/', (c) => c.redirect('/playground'))

const hostname = settings.host ?? (isCalled ? '0.0.0.0' : '127.0.0.1')
const server = serve({ fetch: app.fetch, port: settings.port, hostname }, ({ port }) => {
  log.info({ port }, 'ready')
  if (settings.playground) process.stdout.write(`\n  Qudao 渠道  http://localhost:${port}/playground\n\n`)
})
server.on('error', (error) =>
  giveUp(`cannot listen at ${hostname}:${settings.port} (HOST, PORT): ${error.message}`),
)
const cron = schedule('* * * * *', () => tick())
let sockets: Socket[] = []
let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
sockets = await openSockets(platforms, company)
await tick()

/** Settings that do not work end the start with the lines to mend, and nothing else. */
function orExplain<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    giveUp((error as Error).message)
  }
}

function giveUp(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

async function tick(): Promise<void> {
  try {
    await company.tick()
  } catch (error) {
    log.error({ error }, 'a tick failed; the next one does what it left')
  }
}

/** Takes in nothing new, finishes what is under way, closes the database. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await cron.stop()
  await Promise.all([...sockets.map((socket) => socket.stop()), closeServer()])
  await company.stop()
  await close()
  process.exit(0)
}

/** Connections that are idle, or whose request does not come to an end, would hold the stop up. */
function closeServer(): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if (!('closeIdleConnections' in server)) return
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3_000)
  })
}
