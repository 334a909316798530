import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CardView } from './dingtalk/client/card-view.ts'
import type { Message } from './dingtalk/state/timeline.ts'
import { startSimulation } from './simulate/simulation.ts'
import { plainWords } from './slack/person/plain-words.ts'
import type { Block } from './slack/wire.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
let simulation: ChildProcess
let page = ''
let playground = ''

beforeAll(async () => {
  const free = ['--port', '0', '--service-port', '0', '--database', path.join(folder, 'simulate.sqlite')]
  simulation = spawn(process.execPath, ['test/simulators/simulate.ts', ...free], { cwd: root })
  let printed = ''
  simulation.stderr!.on('data', (text) => process.stderr.write(text))
  for await (const text of simulation.stdout!.iterator({ destroyOnReturn: false })) {
    printed += text
    page = /Slack and DingTalk\s+(\S+)/.exec(printed)?.[1] ?? ''
    playground = /Playground\s+(\S+)/.exec(printed)?.[1] ?? ''
    if (printed.includes('Ctrl-C')) return
  }
  throw new Error(`the simulation ended:\n${printed}`)
})
afterAll(async () => {
  if (simulation.exitCode === null && simulation.kill('SIGTERM')) await once(simulation, 'exit')
  rmSync(folder, { recursive: true, force: true })
})

async function ask<T>(where: string, body?: object): Promise<T> {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const answer = await fetch(`${page}/${where}`, init)
  expect(answer.status, `${where} ${JSON.stringify(body)}`).toBe(200)
  return (await answer.json()) as T
}

/** What was owed comes when it comes. */
async function soon<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const seen = await look()
    if (seen !== undefined) return seen
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('not seen')
}

interface SlackMessage {
  id: string
  blocks: Block[]
  text: string
}
interface SlackView {
  id: string
  blocks: Block[]
  errors: Record<string, string>
}
const inSlack = (as: string) => ask<{ messages: SlackMessage[]; views: SlackView[] }>(`slack?as=${as}`)
const inDingtalk = async (as: string) =>
  (await ask<{ posts: { card?: CardView }[] }>(`dingtalk?as=${as}`)).posts

const messageWith = (as: string, words: RegExp) =>
  soon(async () => (await inSlack(as)).messages.findLast((message) => words.test(plainWords(message))))
const cardWith = (as: string, words: RegExp) =>
  soon(async () =>
    (await inDingtalk(as))
      .flatMap(({ card }) => card ?? [])
      .findLast((card) => words.test(JSON.stringify(card))),
  )

async function pressInSlack(as: string, on: SlackMessage, label: string): Promise<void> {
  const buttons = on.blocks.flatMap(({ block_id, elements }) =>
    ((elements ?? []) as { action_id: string; text?: { text: string } }[]).map((one) => ({
      block_id,
      ...one,
    })),
  )
  const { block_id, action_id } = buttons.find(({ text }) => text?.text === label)!
  expect(await ask('slack/press', { as, on: on.id, block: block_id, element: action_id })).toEqual({})
}

async function sayInDingtalk(as: string, text: string): Promise<void> {
  expect(await ask('dingtalk/say', { as, text })).toEqual({})
}

async function pressInDingtalk(as: string, card: CardView, label: string): Promise<void> {
  const button = card.buttons.findIndex(({ text }) => text === label)
  expect(await ask('dingtalk/press', { as, card: card.outTrackId, button })).toEqual({})
}

test('a contract is handed in at DingTalk and approved at Slack; the card at DingTalk changes', async () => {
  await sayInDingtalk('li', '起草合同 永盛副食商行 可乐1200箱 雪碧600箱')
  await pressInDingtalk('li', await cardWith('li', /保存/), '保存')
  const drafted = await cardWith('li', /HT-\d+-\d+.*提交合同/)
  const [number] = /HT-\d+-\d+/.exec(JSON.stringify(drafted))!
  await sayInDingtalk('li', `提交合同 ${number}`)

  await cardWith('li', /→ 办事处主任/)

  await pressInSlack('wang', await messageWith('wang', /→ 办事处主任.*\n(?:.*\n)*.*批准/), '批准')
  expect(plainWords(await messageWith('wang', /✓ 王建华/))).toContain(number)
  expect(JSON.stringify(await cardWith('li', /✓ 王建华/))).toContain(number)
})

test('a form opens as a modal at Slack, with what is wrong under its field, and takes what is right', async () => {
  await ask('slack/say', { as: 'li', text: '/qd 报库存 华联超市' })
  const view = await soon(async () => (await inSlack('li')).views.at(-1))
  const cola = view.blocks.find(({ label }) => JSON.stringify(label ?? '').includes('可乐'))!
  const submit = (words: string) =>
    ask('slack/submit', { as: 'li', on: view.id, values: { [String(cola.block_id)]: words } })
  await submit('进10 存十二只羊')
  expect(JSON.stringify((await inSlack('li')).views.at(-1)?.errors)).toContain('可乐')
  await submit('进10 存20')
  expect((await inSlack('li')).views).toEqual([])
})

test('everybody who works at the demo company is there, and the playground beside them', async () => {
  const { people } = await ask<{ people: { code: string }[] }>('people')
  expect(people.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['li', 'zhou', 'wang', 'zhao', 'chen', 'sun', 'admin']),
  )
  expect(people.map(({ code }) => code)).not.toContain('wugang')
  expect((await fetch(`${page}/index.html`)).status).toBe(200)
  expect((await fetch(playground)).status).toBe(200)
})

test('Ctrl-C stops everything', async () => {
  const gone = once(simulation, 'exit')
  simulation.kill('SIGINT')
  expect(await gone).toEqual([0, null])
  await expect(fetch(page)).rejects.toThrow()
  await expect(fetch(playground)).rejects.toThrow()
})

test('without a card template the robot answers in words, and a button says its sentence', async () => {
  const database = path.join(folder, 'words.sqlite')
  const words = await startSimulation({ database, template: false, pagePort: 0, servicePort: 0 })
  page = words.url
  const messages = async () =>
    (await ask<{ posts: { message?: Message }[] }>('dingtalk?as=li')).posts.flatMap(
      ({ message }) => message ?? [],
    )
  try {
    await sayInDingtalk('li', '查客户 华联超市')
    const answer = await soon(async () => (await messages()).find(({ kind }) => kind === 'actionCard'))
    expect(answer.text).toContain('KH000002')
    const { url } = answer.links.find(({ title }) => title === '看库存')!
    expect(await ask('dingtalk/follow', { as: 'li', url })).toEqual({})
    await soon(async () => (await messages()).find(({ text }) => text.includes('库存还可卖')))
  } finally {
    await words.stop()
  }
})
