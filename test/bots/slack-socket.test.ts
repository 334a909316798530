import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type SlackSocket, startSlackSocket } from '../../bots/slack/bolt.ts'
import { type SlackSimulator, simulateSlack } from '../simulators/slack/simulate-slack.ts'
import { patience } from '../support/patience.ts'
import { offline } from './slack/messenger.ts'

const LI = { id: 'U0LI', name: 'li' }

let slack: SlackSimulator
let socket: SlackSocket | undefined
let heard: unknown[]
let uncaught: unknown[]
let storing: () => Promise<void>

const note = (reason: unknown) => void uncaught.push(reason)

async function start(): Promise<SlackSocket> {
  socket = await startSlackSocket({
    appToken: slack.settings.appToken,
    apiUrl: slack.apiUrl,
    silence: 200,
    bot: offline(),
    receive: async ({ body }) => {
      await storing()
      heard.push((body as { event: { text: string } }).event.text)
      return null
    },
    background: () => {},
    wall: () => new Date(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  return socket
}

const sockets = () => slack.connections().length

beforeEach(async () => {
  slack = await simulateSlack({ members: [LI], eventRetryMs: [0, 50, 50], pingMs: 50 })
  heard = []
  uncaught = []
  storing = async () => {}
  process.on('unhandledRejection', note)
})

afterEach(async () => {
  await socket?.stop()
  await slack.close()
  await pause(20)
  process.off('unhandledRejection', note)
  expect(uncaught).toEqual([])
})

test('what was stored is acknowledged, and only then', async () => {
  await start()
  const order: string[] = []
  storing = async () => {
    await pause(50)
    order.push('stored')
  }
  const { attempts } = await slack.user(LI.id).dm('一')
  order.push('acknowledged')
  expect(order).toEqual(['stored', 'acknowledged'])
  expect(attempts[0]!.outcome).toBe('acknowledged')
})

test('what could not be stored is not acknowledged, and comes again', async () => {
  await start()
  slack.settings.ackMs = 100
  let broken = true
  storing = async () => {
    if (broken) throw new Error('disk full')
  }
  const delivery = await slack.user(LI.id).dm('一')
  broken = false
  await delivery.finished
  expect(heard).toEqual(['一'])
})

test('after a leave-taking or a cut there is one socket again, and nothing is heard twice', async () => {
  const connected = await start()
  for (const end of ['disconnect', 'cut', 'disconnect', 'cut'] as const) {
    const [old] = slack.connections()
    if (end === 'disconnect') old!.disconnect('refresh_requested')
    else old!.cut()
    await slack.when(() => slack.connections().some(({ id }) => id !== old!.id))
    await vi.waitUntil(() => sockets() === 1 && connected.isConnected(), patience)
    await slack.user(LI.id).dm(end)
  }
  expect(heard).toEqual(['disconnect', 'cut', 'disconnect', 'cut'])
})

test('a socket that fell silent is noticed and replaced', async () => {
  await start()
  const [dead] = slack.connections()
  dead!.freeze()
  await slack.when(() => slack.connections().some(({ id }) => id !== dead!.id))
  slack.settings.ackMs = 500
  const delivery = await slack.user(LI.id).dm('一')
  await delivery.finished
  expect(heard).toEqual(['一'])
})

test('while Slack cannot be reached it is tried again, and the service lives', async () => {
  slack.faults.next('apps.connections.open', { status: 503 })
  slack.faults.next('apps.connections.open', { cut: 'before' })
  slack.faults.next('apps.connections.open', { error: 'invalid_auth' })
  const connected = await start()
  expect(connected.isConnected()).toBe(false)
  await slack.when(() => sockets() === 1, 20_000)
  await slack.user(LI.id).dm('一')
  expect(heard).toEqual(['一'])
})

test('a stop in the middle of a reconnect ends quietly', async () => {
  const connected = await start()
  slack.faults.next('apps.connections.open', { slowMs: 300 })
  slack.connections()[0]!.cut()
  await vi.waitUntil(() => !connected.isConnected(), patience)
  await pause(50)
  const began = performance.now()
  await connected.stop()
  expect(performance.now() - began).toBeLessThan(3500)
  await pause(600)
  expect(sockets()).toBe(0)
})

test('a stop waits for what is being stored, and acknowledges it', async () => {
  const connected = await start()
  storing = () => pause(200)
  const saying = slack.user(LI.id).dm('一')
  await pause(50)
  await connected.stop()
  expect(heard).toEqual(['一'])
  expect((await saying).attempts[0]!.outcome).toBe('acknowledged')
  await vi.waitUntil(() => sockets() === 0, patience)
})
