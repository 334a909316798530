import { serve } from '@hono/node-server'
import { schedule } from 'node-cron'
import { playgroundDoor } from '../bots/playground/page.ts'
import { fillDemo } from '../prisma/demo/fill-demo.ts'
import { buildApp } from './app.ts'
import { openCompany } from './company.ts'
import { buildCore } from './core.ts'
import { openDatabase } from './db/open-node.ts'
import { nodeLog } from './lib/node-log.ts'
import { BUSINESS_ZONE, instantOf, localDate } from './lib/time.ts'
import { metricsOf } from './metrics.ts'
import { playgroundCompany, playgroundFor } from './playground.ts'
import { playgroundMessages } from './playground-messages.ts'
import { readSettings } from './settings.ts'

const settings = readSettings(process.env)
const log = nodeLog(settings.logLevel)
const wall = () => new Date()
const { db, close } = await openDatabase(settings.database)
if (settings.demo && (await db.member.count()) === 0) {
  await fillDemo(db, { anchor: localDate(instantOf(wall()), BUSINESS_ZONE) })
}

const messages = await playgroundMessages(db, () => company.now())
const playground = playgroundFor(db, messages)
const bots = settings.playground ? [playground] : []
const company = await openCompany({ db, core: buildCore(), bots, wall, log })
const doors = settings.playground
  ? [{ path: '/playground', app: playgroundDoor(playgroundCompany(company, playground, messages)) }]
  : []
const app = buildApp({ ready: async () => void (await db.setting.count()), metrics: metricsOf(db), doors })
if (settings.playground) app.get('/', (c) => c.redirect('/playground'))

// The playground lets anyone be anyone: it is never offered to other machines.
const hostname = settings.playground ? '127.0.0.1' : '0.0.0.0'
const server = serve({ fetch: app.fetch, port: settings.port, hostname }, ({ port }) => {
  log.info({ port }, 'ready')
  if (settings.playground) process.stdout.write(`\n  Qudao 渠道  http://localhost:${port}/playground\n\n`)
})
const cron = schedule('* * * * *', () => tick())
await tick()

async function tick(): Promise<void> {
  try {
    await company.tick()
  } catch (error) {
    log.error({ error }, 'a tick failed; the next one does what it left')
  }
}

let stopping = false
/** Takes in nothing new, finishes what is under way, closes the database. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await cron.stop()
  await new Promise((resolve) => server.close(resolve))
  await company.settled()
  await close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
