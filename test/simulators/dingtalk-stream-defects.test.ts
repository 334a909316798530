import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { patience } from '../support/patience.ts'
import { SdkClient } from './dingtalk/sdk-client.ts'
import { simulateDingtalk } from './dingtalk/simulator.ts'

/**
 * What dingtalk-stream 2.1.5 does when left to itself: the reasons why it is contained. A test here that fails means
 * that the SDK was mended, and that its containment may become simpler.
 */

const start = () => simulateDingtalk({ people: [{ staffId: 'li', name: '李雷' }] })

let sim: Awaited<ReturnType<typeof start>>
const clients: SdkClient[] = []

/** A client that retries after 40 ms instead of 1 s, so that the tests are short. */
function createClient(options: Partial<ConstructorParameters<typeof SdkClient>[1]> = {}) {
  const { clientId, clientSecret } = sim.app
  const subscriptions = [{ type: 'EVENT', topic: '*' }]
  const client = new SdkClient(sim.apiUrl, { clientId, clientSecret, subscriptions, ...options })
  Object.assign(client, { reconnectInterval: 40, heartbeat_interval: 30 })
  clients.push(client)
  return client
}

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  sim = await start()
})
afterEach(async () => {
  for (const client of clients.splice(0)) {
    client.config.autoReconnect = false
    client.disconnect()
  }
  await sleep(60)
  await sim.close()
  vi.restoreAllMocks()
})

describe('1 the reconnect storm', () => {
  it('plans two retries for every failed handshake, so that they double', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const retries = () => timers.mock.calls.filter(([, delay]) => delay === 40).length
    sim.stream.refuseHandshakes()
    await createClient().connect()
    await vi.waitFor(() => expect(retries() - sim.stream.openings.length).toBeGreaterThan(10), patience)
  })
})

describe('2 the shared subscriptions', () => {
  it('of one client are asked for by another', async () => {
    const { clientId, clientSecret } = sim.app
    const first = new SdkClient(sim.apiUrl, { clientId, clientSecret })
    const second = new SdkClient(sim.apiUrl, { clientId, clientSecret })
    clients.push(first, second)
    first.registerCallbackListener(TOPIC_CARD, () => {})
    await second.connect()
    expect(sim.stream.openings[0]?.subscriptions).toContainEqual({ type: 'CALLBACK', topic: TOPIC_CARD })
  })
})

describe('3 connect()', () => {
  it('resolves although the secret is wrong, and goes on trying', async () => {
    const client = createClient({ clientSecret: 'wrong' })
    await expect(client.connect()).resolves.toBeUndefined()
    expect(client.connected).toBe(false)
    const tries = () => sim.recorder.callsTo('/v1.0/gateway/connections/open').length
    await vi.waitFor(() => expect(tries()).toBeGreaterThan(3), patience)
  })
})

describe('4 the heartbeat', () => {
  it('leaves a timer behind with every lost connection', async () => {
    const begun = vi.spyOn(globalThis, 'setInterval')
    const ended = vi.spyOn(globalThis, 'clearInterval')
    const client = createClient({ keepAlive: true })
    Object.assign(client, { heartbeat_interval: 60_000 })
    await client.connect()
    for (let lost = 1; lost <= 3; lost++) {
      sim.stream.drop()
      await vi.waitFor(() => expect(sim.stream.openings).toHaveLength(lost + 1), patience)
      await vi.waitFor(() => expect(client.connected).toBe(true), patience)
    }
    client.disconnect()
    const timers = begun.mock.results.map((result) => result.value as NodeJS.Timeout)
    const left = timers.filter((timer) => timer.hasRef() && isRunning(timer))
    expect(timers).toHaveLength(4)
    expect(ended).toHaveBeenCalledTimes(1)
    expect(left).toHaveLength(3)
    left.forEach(clearInterval)
  })

  it('is off by default, and then a half-open connection is never noticed', async () => {
    sim.settings.streamClock = 50
    const client = createClient()
    client.registerCallbackListener(TOPIC_ROBOT, () => {})
    await client.connect()
    sim.stream.freeze()
    expect(await sim.user('li').says('在吗')).toMatchObject({ taken: false })
    await sleep(500)
    expect(client.connected).toBe(true)
    expect(sim.stream.openings).toHaveLength(1)
  })
})

/** A timer that has been cleared is marked as destroyed. */
const isRunning = (timer: NodeJS.Timeout) => !(timer as NodeJS.Timeout & { _destroyed: boolean })._destroyed

describe('5 disconnect()', () => {
  it('while waiting to retry does not stop the client from coming back', async () => {
    const client = createClient()
    await client.connect()
    Object.assign(client, { reconnectInterval: 200 })
    sim.stream.drop()
    await vi.waitFor(() => expect(client.connected).toBe(false), { interval: 5, timeout: patience })
    client.disconnect()
    await vi.waitFor(() => expect(client.connected).toBe(true), patience)
    expect(sim.stream.connections()).toHaveLength(1)
  })
})

describe('6 what ends the process', () => {
  /** Runs the SDK alone, lets something happen to it and returns how the process ended. */
  async function fateOf(happening: () => unknown, listener = 'acknowledges') {
    const program = new URL('./dingtalk/sdk-process.ts', import.meta.url).pathname
    const { clientId, clientSecret } = sim.app
    const child = spawn(process.execPath, [program, sim.apiUrl, clientId, clientSecret, listener])
    const complaint = text(child.stderr)
    await vi.waitFor(() => expect(sim.stream.connections()).toHaveLength(1), patience)
    const exit = once(child, 'exit')
    await happening()
    const [code] = await exit
    return { code, complaint: await complaint }
  }

  it('is a malformed frame', async () => {
    const { code, complaint } = await fateOf(() => sim.stream.sendRaw('{"type":"CALLB'))
    expect(code).not.toBe(0)
    expect(complaint).toContain('SyntaxError')
  })

  it('is a frame with the topic error', async () => {
    const { code, complaint } = await fateOf(() => sim.stream.sendErrorTopic())
    expect(code).not.toBe(0)
    expect(complaint).toContain('ERR_UNHANDLED_ERROR')
  })

  it('is a listener that rejects', async () => {
    sim.settings.streamClock = 50
    const { code, complaint } = await fateOf(() => sim.user('li').says('你好'), 'rejects')
    expect(code).not.toBe(0)
    expect(complaint).toContain('the database is closed')
  })
})

describe('6 an acknowledgement without a socket', () => {
  it('is dropped in silence', () => {
    expect(() => createClient().socketCallBackResponse('some-message', null)).not.toThrow()
    expect(sim.recorder.acks).toEqual([])
  })
})

describe('7 the disconnect frame', () => {
  it('leaves the client without a connection until TCP closes', async () => {
    Object.assign(sim.settings, { disconnectGrace: 400, streamClock: 50 })
    const client = createClient()
    client.registerCallbackListener(TOPIC_ROBOT, ({ headers }) => {
      client.socketCallBackResponse(headers.messageId, null)
    })
    await client.connect()
    sim.stream.disconnect()
    await sleep(200)
    expect(sim.stream.openings).toHaveLength(1)
    expect(await sim.user('li').says('在吗')).toMatchObject({ taken: false, push: { attempts: ['nobody'] } })
    await vi.waitFor(() => expect(sim.stream.openings).toHaveLength(2), patience)
  })
})

describe('8 debug', () => {
  it('prints the client secret and every message', async () => {
    const printed = vi.mocked(console.info).mock.calls
    const client = createClient({ debug: true })
    client.registerCallbackListener(TOPIC_ROBOT, ({ headers }) => {
      client.socketCallBackResponse(headers.messageId, null)
    })
    await client.connect()
    await sim.user('li').says('客户的电话是 13800000000')
    expect(JSON.stringify(printed)).toContain(sim.app.clientSecret)
    expect(JSON.stringify(printed)).toContain('客户的电话是 13800000000')
  })
})
