import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { openToLook, placeOf } from '../../src/db/look-node.ts'
import { migrationsOnDisk } from '../../src/db/migrations-node.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { type Examined, examine } from '../../src/doctor/examine.ts'
import { inWords, isSound } from '../../src/doctor/finding.ts'
import { BUSINESS_ZONE, instantOf, localDate } from '../../src/lib/time.ts'
import { type DingtalkSimulator, simulateDingtalk } from '../simulators/dingtalk/simulator.ts'
import { colleagues, inDingtalk, inSlack } from '../simulators/simulate/people.ts'
import { type SlackSimulator, simulateSlack } from '../simulators/slack/simulate-slack.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
const demo = path.join(folder, 'demo.sqlite')
const file = path.join(folder, 'company.sqlite')
const today = localDate(instantOf(new Date()), BUSINESS_ZONE)
let slack: SlackSimulator
let dingtalk: DingtalkSimulator
let env: Record<string, string>

beforeAll(async () => {
  const { db, close } = await openDatabase(demo)
  await fillDemo(db, { anchor: today, customers: 10 })
  await close()
})
beforeEach(async () => {
  await leave()
  copyFileSync(demo, file)
  const people = colleagues(today)
  slack = await simulateSlack({ members: people.map(inSlack) })
  dingtalk = await simulateDingtalk({ people: people.map(inDingtalk) })
  env = {
    QUDAO_DB: file,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.settings.botToken,
    SLACK_APP_TOKEN: slack.settings.appToken,
    DINGTALK_API_URL: dingtalk.apiUrl,
    DINGTALK_OAPI_URL: dingtalk.oapiUrl,
    DINGTALK_CLIENT_ID: dingtalk.app.clientId,
    DINGTALK_CLIENT_SECRET: dingtalk.app.clientSecret,
    DINGTALK_CARD_TEMPLATE_ID: 'universal.schema',
  }
})
afterAll(async () => {
  await leave()
  rmSync(folder, { recursive: true, force: true })
})

async function leave(): Promise<void> {
  await slack?.close()
  await dingtalk?.close()
}

async function report(changes: Partial<Examined> = {}) {
  const wall = () => new Date()
  const node = { placeOf, open: openToLook, migrations: migrationsOnDisk() }
  const sections = await examine({ env, fetch, wall, ...node, ...changes })
  return { words: inWords(sections), sound: isSound(sections) }
}

/** Changes the database as no service would. */
function tamper(change: (database: Database.Database) => void): void {
  const database = new Database(file)
  change(database)
  database.close()
}

test('where all is well there is no cross, and what cannot be tried is said', async () => {
  const { words, sound } = await report()
  expect(sound).toBe(true)
  expect(words).not.toContain('✗')
  expect(words).toContain('✓ Slack: by socket (SLACK_API_URL, SLACK_APP_TOKEN, SLACK_BOT_TOKEN)')
  expect(words).toContain('✓ DingTalk: by Stream')
  expect(words).toContain('✓ journal mode WAL')
  expect(words).toMatch(/✓ all \d+ migrations are applied/)
  expect(words).toContain('✓ 39 people')
  expect(words).toContain('Slack: 0 linked, 39 will be')
  expect(words).toContain('✓ the bot token is that of app in Simulated Workspace')
  expect(words).toMatch(/✓ all \d+ scopes are granted/)
  expect(words).toContain('✓ a socket can be opened')
  expect(words).toContain('✓ an access token is given out')
  expect(words).toContain('✓ members are found by their mobile number (li)')
  expect(words).toContain('✓ a Stream connection would be given')
  expect(words).toContain('! whether the card template works shows when a card is sent')
  expect(words.match(/✓ the clocks agree/g)).toHaveLength(2)
})

test('looking changes nothing, and nobody is written to', async () => {
  await report()
  expect(slack.records.calls.map(({ method }) => method)).toEqual(['auth.test', 'apps.connections.open'])
  expect(dingtalk.timeline.posts).toEqual([])
  expect(dingtalk.recorder.violations).toEqual([])
})

test.each([
  [
    'SLACK_BOT_TOKEN',
    'xoxb-another',
    /✗ Slack refuses the token: auth\.test: invalid_auth\n.*SLACK_BOT_TOKEN/,
  ],
  [
    'SLACK_APP_TOKEN',
    'xapp-another',
    /✗ Slack refuses the token: apps\.connections\.open: invalid_auth\n.*app-level/,
  ],
  ['DINGTALK_CLIENT_SECRET', 'another', /✗ DingTalk refuses: .*invalidClientIdOrSecret.*\n.*Credentials/],
])('a wrong %s', async (name, value, expected) => {
  env[name] = value
  const { words, sound } = await report()
  expect(sound).toBe(false)
  expect(words).toMatch(expected)
  expect(words).not.toContain(value)
})

test('scopes that the manifest asks for and Slack has not granted', async () => {
  slack.settings.scopes = slack.settings.scopes.filter(
    (scope) => !['users:read.email', 'im:write'].includes(scope),
  )
  const { words, sound } = await report()
  expect(sound).toBe(false)
  expect(words).toMatch(/✗ scopes are missing: im:write, users:read\.email\n.*reinstall/)
})

test('a proxy that hides the scopes', async () => {
  const hiding: typeof fetch = async (...call) => {
    const answer = await fetch(...call)
    return new Response(answer.body, { status: answer.status })
  }
  const { words, sound } = await report({ fetch: hiding })
  expect(sound).toBe(true)
  expect(words).toMatch(/! which scopes are granted was not told\n.*app_mentions:read/)
})

test('an app-level token without its scope', async () => {
  slack.settings.appScopes = []
  expect((await report()).words).toMatch(/✗ .*missing_scope\n.*connections:write/)
})

test('a directory that may not be asked, does not show numbers, or knows others', async () => {
  dingtalk.faults.inject('noPermission', { on: '/topapi' })
  expect((await report()).words).toMatch(/✗ DingTalk refuses: .*60011.*\n.*Permissions/)
  dingtalk.settings.mayRead.mobile = false
  expect((await report()).words).toMatch(/✗ the mobile number of li cannot be read/)
  tamper((database) => database.exec("UPDATE Member SET mobile = '+8613999' || id"))
  const { words, sound } = await report()
  expect(words).toContain('! DingTalk knows nobody by the mobile numbers of li, zhou, wang')
  expect(sound).toBe(true)
})

test('a machine whose address DingTalk does not know', async () => {
  dingtalk.faults.inject('ipNotInWhiteList', { on: '/v1.0/oauth2' })
  expect((await report()).words).toMatch(/✗ DingTalk refuses this machine’s address/)
})

test('no card template', async () => {
  delete env.DINGTALK_CARD_TEMPLATE_ID
  const { words, sound } = await report()
  expect(sound).toBe(true)
  expect(words).toMatch(/! no card template: .*\n.*DINGTALK_CARD_TEMPLATE_ID/)
})

test.each([
  [90, 'ahead of'],
  [-90, 'behind'],
])('a clock that is %i seconds off', async (seconds, where) => {
  const { words, sound } = await report({ wall: () => new Date(Date.now() + seconds * 1000) })
  expect(sound).toBe(false)
  for (const platform of ['Slack', 'DingTalk'])
    expect(words).toMatch(
      new RegExp(`✗ the clock of this machine is (89|90|91) s ${where} that of ${platform}`),
    )
})

test('a clock that is a little off', async () => {
  expect((await report({ wall: () => new Date(Date.now() + 30_000) })).sound).toBe(true)
})

test('half-filled settings are told with the line to mend, and the platform is not asked', async () => {
  delete env.SLACK_APP_TOKEN
  env.DINGTALK_MODE = 'http'
  const { words, sound } = await report()
  expect(sound).toBe(false)
  expect(words).toMatch(/✗ the settings of Slack do not work\n {4}→ add SLACK_APP_TOKEN=xapp-…/)
  expect(words).toMatch(/✗ the settings of DingTalk do not work\n {4}→ DINGTALK_MODE=http: add PUBLIC_URL/)
  expect(slack.records.calls).toEqual([])
  expect(dingtalk.recorder.calls).toEqual([])
})

test('no platform at all', async () => {
  env = { QUDAO_DB: path.join(folder, 'none.sqlite') }
  const { words, sound } = await report()
  expect(sound).toBe(true)
  expect(words).toContain('! no platform is configured')
  expect(words).toContain('none.sqlite is not there yet')
})

test('a platform that is not there', async () => {
  await leave()
  const { words, sound } = await report()
  expect(sound).toBe(false)
  expect(words.match(/✗ no answer from 127\.0\.0\.1:\d+/g)?.length).toBeGreaterThanOrEqual(2)
})

test('people who cannot be known, people who are', async () => {
  tamper((database) => {
    database.exec("UPDATE Member SET email = NULL WHERE code IN ('li', 'wang')")
    database.exec(
      `INSERT INTO Identity (platform, userId, memberId, linkedAt, lastUsed)
       SELECT 'slack', 'T0:U' || code, id, '2026-11-22T00:00:00.000+00:00', '2026-11-22T00:00:00.000+00:00'
       FROM Member WHERE code IN ('wang', 'chen')`,
    )
  })
  const { words } = await report()
  expect(words).toContain('Slack: 2 linked, 36 will be by their e-mail address')
  expect(words).toMatch(/! Slack cannot know li: no e-mail address\n.*绑定码 li/)
})

test('nobody to work with', async () => {
  const empty = path.join(folder, 'empty.sqlite')
  await (await openDatabase(empty)).close()
  env.QUDAO_DB = empty
  expect((await report()).words).toMatch(/✗ there are no people in the database\n.*npm run people/)
})

test('messages that nobody will try again', async () => {
  tamper((database) => {
    const letter = `INSERT INTO Outbox (platform, conversation, address, kind, state, nextAt, createdAt)
      VALUES ('slack', 'D1', '{}', 'post', ?, '2026-11-22T00:00:00.000+00:00', '2026-11-22T00:00:00.000+00:00')`
    for (const state of ['dead', 'dead', 'open']) database.prepare(letter).run(state)
    database.exec(
      `INSERT INTO Inbox (platform, messageId, bodyHash, incoming, receivedAt, state)
       VALUES ('slack', 'm1', 'h', '{}', '2026-11-22T00:00:00.000+00:00', 'dead')`,
    )
  })
  const { words } = await report()
  expect(words).toMatch(/! messages that could not be delivered: 2\n.*死信/)
  expect(words).toContain('! messages that came in and could not be worked through: 1')
})

test('a database of an earlier, of a later and of a changed version', async () => {
  const migrations = migrationsOnDisk()
  const later = [...migrations, { name: '9999_more', sql: 'SELECT 1' }]
  const pending = await report({ migrations: later })
  expect(pending.words).toContain('! migrations to come: 9999_more')
  expect(pending.sound).toBe(true)
  const older = await report({ migrations: migrations.slice(0, 1) })
  expect(older.words).toMatch(/✗ the database is newer than this version/)
  const changed = migrations.map((one) => ({ ...one, sql: `${one.sql} ` }))
  expect((await report({ migrations: changed })).words).toMatch(/✗ changed after it had been applied/)
})

test('a database that is damaged, is none, or keeps another journal', async () => {
  tamper((database) => database.pragma('journal_mode = DELETE'))
  expect((await report()).words).toContain('! journal mode delete, not WAL')
  tamper((database) => {
    database.unsafeMode(true)
    database.pragma('writable_schema = ON')
    database.exec("UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'Nudge'")
  })
  expect((await report()).words).toMatch(/✗ .*(damaged|cannot be read)/)
  writeFileSync(file, 'a list of customers, but no database. '.repeat(200))
  const { words, sound } = await report()
  expect(words).toMatch(/✗ .*company\.sqlite cannot be read: file is not a database/)
  expect(sound).toBe(false)
})

test('a disk that is nearly full', async () => {
  const with50MB = (name: string) => ({ ...placeOf(name), freeBytes: 50 * 1024 * 1024 })
  expect((await report({ placeOf: with50MB })).words).toMatch(/✗ 50 MB are free/)
})

test('the public address, where the platforms call us', async () => {
  let answer = 'ok'
  const service = createServer((_, response) => void response.end(answer)).listen(0, '127.0.0.1')
  await once(service, 'listening')
  const { port } = service.address() as AddressInfo
  const { SLACK_APP_TOKEN, ...rest } = env
  env = {
    ...rest,
    SLACK_SIGNING_SECRET: slack.settings.signingSecret,
    DINGTALK_MODE: 'http',
    DINGTALK_PATH_SECRET: 'a-path-nobody-knows',
    DINGTALK_CARD_SECRET: 'a-secret-of-the-cards',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  }
  expect((await report()).words.match(/✓ http:\/\/127\.0\.0\.1:\d+ leads to the service/g)).toHaveLength(2)
  answer = 'welcome to nginx'
  expect((await report()).words).toContain('does not lead to the service, which is not running here')

  const here = createServer((_, response) => void response.end('ok')).listen(0, '127.0.0.1')
  await once(here, 'listening')
  env.PORT = String((here.address() as AddressInfo).port)
  const { words, sound } = await report()
  expect(words).toMatch(/✗ http:\/\/127\.0\.0\.1:\d+\/healthz does not lead to the service: HTTP 200/)
  expect(sound).toBe(false)
  service.close()
  here.close()
})

test('npm run doctor ends with 1 where something is wrong, with 0 where nothing is, and tells no secret', async () => {
  const run = async () => {
    const doctor = spawn(process.execPath, ['src/doctor-cli.ts'], { env: { PATH: process.env.PATH, ...env } })
    let printed = ''
    for (const stream of [doctor.stdout, doctor.stderr]) stream.on('data', (text) => (printed += text))
    const [code] = await once(doctor, 'close')
    return { code, printed }
  }
  const well = await run()
  expect(well).toMatchObject({ code: 0, printed: expect.stringContaining('✓ a socket can be opened') })
  slack.settings.tokenError = 'token_revoked'
  const ill = await run()
  expect(ill).toMatchObject({ code: 1, printed: expect.stringContaining('token_revoked') })
  const secrets = [slack.settings.botToken, slack.settings.appToken, dingtalk.app.clientSecret, '138100']
  for (const secret of secrets) expect(well.printed + ill.printed).not.toContain(secret)
})
