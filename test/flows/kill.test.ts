import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Shown } from '../../bots/playground/messages.ts'
import { openDatabase } from '../../src/db/open-node.ts'

const root = path.resolve(import.meta.dirname, '../..')
const port = 20_000 + (process.pid % 20_000)
const base = `http://127.0.0.1:${port}`
const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
const file = path.join(folder, 'company.sqlite')
let service: ChildProcess | undefined

afterEach(() => {
  service?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  const env = { ...process.env, PORT: String(port), QUDAO_DB: file, LOG_LEVEL: 'error' }
  service = spawn(process.execPath, ['src/node.ts'], { cwd: root, env, stdio: 'ignore' })
  const until = Date.now() + 30_000
  while (Date.now() < until) {
    if (
      await fetch(`${base}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the service did not become ready')
}

async function killHard(): Promise<void> {
  const gone = once(service!, 'exit')
  service!.kill('SIGKILL')
  await gone
}

const post = async (door: string, body: object): Promise<Shown[]> => {
  const answer = await fetch(`${base}/playground/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${door}: ${answer.status}`)
  return ((await answer.json()) as { messages: Shown[] }).messages
}

/** A platform repeats a message, under the same id, until it is acknowledged. */
async function untilTaken(door: string, body: { id: string }): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    try {
      await post(door, body)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`${body.id} was never taken`)
}

/** Seeded, so that a failure can be replayed. */
function* dice(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    yield state / 0x7fffffff
  }
}

test('200 mixed messages, killed hard eight times on the way: nothing lost, nothing double', async () => {
  await start()
  const { customers } = (await (await fetch(`${base}/playground/company?as=li`)).json()) as {
    customers: { code: string; name: string }[]
  }
  const own = customers.slice(0, 5)
  const drafts: string[] = []
  for (let i = 0; i < 60; i++) {
    const text = `拜访${own[i % own.length]!.name} 跟老板详细聊了第${i}号国庆堆头的摆放位置`
    const shown = (await post('say', { as: 'li', text })).at(-1)
    const code = /保存 ([A-Z0-9]{4})/.exec(JSON.stringify(shown?.card))?.[1]
    if (!code) throw new Error(`not understood: ${text}\n${shown?.text}`)
    drafts.push(code)
  }
  const messages: [door: string, body: { id: string } & Record<string, string>][] = [
    ...drafts.map((code, i) => ['press', { id: `save${i}`, as: 'li', button: `保存 ${code}` }] as never),
    ...drafts.map((code, i) => ['press', { id: `again${i}`, as: 'li', button: `保存 ${code}` }] as never),
    ...Array.from({ length: 80 }, (_, i) => {
      const text = i % 2 ? `查客户 ${own[i % own.length]!.name}` : '谁还没交周报'
      return ['say', { id: `ask${i}`, as: i % 2 ? 'li' : 'wang', text }] as never
    }),
  ]
  const rolls = dice(7)
  const order = messages
    .map((message) => ({ message, at: rolls.next().value as number }))
    .sort((a, b) => a.at - b.at)
  const deaths = new Set(Array.from({ length: 8 }, () => Math.floor((rolls.next().value as number) * 200)))
  let underWay: Promise<void>[] = []
  for (const [i, { message }] of order.entries()) {
    underWay.push(untilTaken(...message))
    if (deaths.has(i)) {
      await new Promise((resolve) => setTimeout(resolve, (rolls.next().value as number) * 60))
      await killHard()
      await start()
    }
    if (underWay.length >= 10) {
      await Promise.all(underWay)
      underWay = []
    }
  }
  await Promise.all(underWay)
  await killHard()
  await start()
  const waiting = async () =>
    /qudao_outbox_messages\{[^}]*state="(open|sending)"[^}]*\} [1-9]/.test(
      await (await fetch(`${base}/metrics`)).text(),
    )
  for (let i = 0; i < 200 && (await waiting()); i++) await new Promise((resolve) => setTimeout(resolve, 500))
  await killHard()
  const { db, close } = await openDatabase(file)
  try {
    const visits = await db.visit.groupBy({
      by: ['about'],
      where: { about: { contains: '号国庆堆头' } },
      _count: true,
    })
    expect(visits).toHaveLength(60)
    expect(visits.filter(({ _count }) => _count !== 1)).toEqual([])
    const ids = messages.map(([, { id }]) => id)
    expect(await db.inbox.count({ where: { messageId: { in: ids }, state: 'done' } })).toBe(200)
    expect(await db.inbox.count({ where: { state: { not: 'done' } } })).toBe(0)
    const audited = await db.audit.groupBy({
      by: ['subject'],
      where: { action: 'visit.recorded' },
      _count: true,
    })
    expect(audited.filter(({ _count }) => _count !== 1)).toEqual([])
    expect(await db.outbox.count({ where: { state: { in: ['open', 'sending', 'dead'] } } })).toBe(0)
  } finally {
    await close()
  }
}, 240_000)
