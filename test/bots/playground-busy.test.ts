import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
const file = path.join(folder, 'company.sqlite')
let demo: Awaited<ReturnType<typeof playgroundDemo>>

beforeAll(async () => {
  demo = await playgroundDemo({ file })
})
afterAll(async () => {
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
})

const post = (where: string, body: object) =>
  demo.app.request(`/playground/${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('while another process holds the database, the person is told so and sends again', async () => {
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const say = { as: 'li', text: '拜访华联超市 跟王店长聊了国庆堆头怎么摆放' }
  const answer = await post('say', say)
  expect(answer.status).toBe(503)
  const { error } = (await answer.json()) as { error: string }
  expect(error).toMatch(/^The database is busy, nothing was saved\..*再发一次。$/)
  other.exec('ROLLBACK')
  other.close()
  expect(await demo.db.inbox.count()).toBe(0)
  const li = demo.person('li')
  expect((await li.says(say.text)).sees()).toContain('记录拜访 华联超市')
  expect((await li.messages()).length).toBe(1)
})

test('what goes wrong unexpectedly is said in words, and the cause is in the log alone', async () => {
  await demo.db.$executeRaw`ALTER TABLE PlaygroundMessage RENAME TO Elsewhere`
  const answer = await post('say', { as: 'li', text: '帮助' })
  await demo.db.$executeRaw`ALTER TABLE Elsewhere RENAME TO PlaygroundMessage`
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toMatch(/prisma|table|invocation/i)
  const clock = await post('clock', { now: 'soon' })
  expect([clock.status, await clock.text()]).toEqual([400, expect.stringContaining('Give a date and a time')])
})
