import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { simulateDingtalk } from '../simulators/dingtalk/simulator.ts'
import { simulateSlack } from '../simulators/slack/simulate-slack.ts'
import { startWorker } from './start-worker.ts'

const cardSecret = 'a-secret-of-the-cards'
const pathSecret = 'a-path-nobody-knows'

const unfinished = `
  SELECT (SELECT count(*) FROM Inbox WHERE state = 'open')
       + (SELECT count(*) FROM Outbox WHERE state IN ('open', 'sending'))`

/** What the demo company’s people are called on the platforms. */
const people = ['li', 'wang', 'zhao'].map((code, i) => ({
  code,
  email: `${code}@clearspring.example`,
  mobile: `1391000000${i}`,
}))

export type WorkerCompany = Awaited<ReturnType<typeof workerCompany>>

/** The demo company in a worker, with a Slack and a DingTalk that call it over HTTP, and the playground. */
export async function workerCompany() {
  const slack = await simulateSlack({
    mode: 'http',
    members: people.map(({ code, email }) => ({ id: `U0${code}`, name: code, email, locale: 'zh-CN' })),
    eventRetryMs: [200, 1000, 3000],
    rateLimits: 'off',
  })
  const dingtalk = await simulateDingtalk({
    people: people.map(({ code, email, mobile }) => ({ staffId: code, name: code, email, mobile })),
  })
  const worker = await startWorker((url) => ({
    PLAYGROUND: '1',
    SLACK_BOT_TOKEN: slack.settings.botToken,
    SLACK_SIGNING_SECRET: slack.settings.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DINGTALK_MODE: 'http',
    DINGTALK_CLIENT_ID: dingtalk.app.clientId,
    DINGTALK_CLIENT_SECRET: dingtalk.app.clientSecret,
    DINGTALK_CARD_TEMPLATE_ID: 'universal.schema',
    DINGTALK_API_URL: dingtalk.apiUrl,
    DINGTALK_OAPI_URL: dingtalk.oapiUrl,
    DINGTALK_PATH_SECRET: pathSecret,
    DINGTALK_CARD_SECRET: cardSecret,
    PUBLIC_URL: url,
  }))
  const events = `${worker.url}/slack/events`
  slack.settings.urls = { commands: events, interactivity: events, events }
  dingtalk.settings.robotDelivery = { by: 'http', url: `${worker.url}/dingtalk/${pathSecret}/message` }

  /** Opens the object's own database. */
  function opened<T>(work: (db: Database.Database) => T): T {
    const folder = worker.filesOf('qudao-CompanyObject')
    const files = readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    const db = new Database(path.join(folder, files[0]!), { timeout: 5000 })
    try {
      return work(db)
    } finally {
      db.close()
    }
  }

  return {
    worker,
    slack,
    dingtalk,
    ready: () => fetch(`${worker.url}/readyz`).then((response) => response.text()),
    /** The first column of the first row. */
    ask: (sql: string) => opened((db) => db.prepare(sql).pluck().get()),
    /** What the company would never do to its own database. */
    tamper: (sql: string) => opened((db) => void db.exec(sql)),
    /** Resolves when nothing accepted is left to do, and nothing owed is left to send. */
    quiet: async () => {
      const waiting = () => opened((db) => db.prepare(unfinished).pluck().get())
      for (const end = Date.now() + 40_000; waiting() !== 0; ) {
        if (Date.now() > end) throw new Error(`${waiting()} still unfinished:\n${worker.printed()}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    close: async () => {
      await worker.close()
      await slack.close()
      await dingtalk.close()
    },
  }
}
