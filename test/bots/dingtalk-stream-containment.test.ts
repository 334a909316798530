import { setTimeout as sleep } from 'node:timers/promises'
import { DWClient, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { streamStage } from './dingtalk/stream-stage.ts'

/** What the SDK does when left to itself (see the simulator's tests of its defects) does not happen to us. */

let stage: Awaited<ReturnType<typeof streamStage>>
beforeEach(async () => {
  stage = await streamStage()
})
afterEach(() => stage.close())

describe('1 a gateway that refuses handshakes', () => {
  test('is asked more and more rarely, once each time; afterwards all is well', async () => {
    stage.sim.stream.refuseHandshakes()
    const stream = await stage.connect()
    await sleep(600)
    // 20, 40, 80, 100, 100 … ms at the longest, half of that at the shortest
    expect(stage.openings()).toBeGreaterThan(3)
    expect(stage.openings()).toBeLessThan(18)
    expect(stage.logged.filter(({ level }) => level === 'info')).toEqual([])
    stage.sim.stream.refuseHandshakes(0)
    await stage.until(() => stream.isConnected())
    const opened = stage.openings()
    await sleep(300)
    expect(stage.openings()).toBe(opened)
    expect(stage.connections()).toBe(1)
  })

  test('or that cannot be reached, is tried again', async () => {
    let down = true
    const flaky: typeof fetch = (...args) =>
      down ? Promise.reject(new TypeError('refused')) : fetch(...args)
    const stream = await stage.connect({ fetch: flaky })
    expect(stream.isConnected()).toBe(false)
    down = false
    await stage.until(() => stream.isConnected())
  })
})

describe('2 subscriptions', () => {
  test('are those of our own, whatever other clients ask for', async () => {
    const { clientId, clientSecret } = stage.sim.app
    new DWClient({ clientId, clientSecret }).registerCallbackListener('/v1.0/graph/api/invoke', () => {})
    await stage.connect()
    await stage.connect()
    const own = [TOPIC_ROBOT, TOPIC_CARD].map((topic) => ({ type: 'CALLBACK', topic }))
    expect(stage.sim.stream.openings.map(({ subscriptions }) => subscriptions)).toEqual([own, own])
  })
})

describe('3 credentials that are wrong', () => {
  test('are said to be wrong, and not taken for a connection', async () => {
    const { clientId } = stage.sim.app
    const settings = { clientId, clientSecret: 'wrong', apiUrl: stage.sim.apiUrl }
    const stream = await stage.connect({ settings })
    expect(stream.isConnected()).toBe(false)
    expect(stage.logged).toContainEqual(
      expect.objectContaining({
        level: 'error',
        fields: { error: expect.stringMatching(/400.*are client id and secret right/) },
      }),
    )
  })
})

describe('4 the heartbeat', () => {
  test('leaves no timer behind, however often the connection is lost', async () => {
    const running = new Set<NodeJS.Timeout>()
    const { setInterval: begin, clearInterval: end } = globalThis
    vi.spyOn(globalThis, 'setInterval').mockImplementation(((...args: Parameters<typeof begin>) => {
      const timer = begin(...args)
      running.add(timer)
      return timer
    }) as typeof begin)
    vi.spyOn(globalThis, 'clearInterval').mockImplementation((timer) => {
      running.delete(timer as NodeJS.Timeout)
      end(timer)
    })
    const stream = await stage.connect()
    for (let lost = 1; lost <= 5; lost++) {
      stage.sim.stream.drop()
      await stage.until(() => stage.openings() === lost + 1 && stream.isConnected())
    }
    expect(running.size).toBe(1)
    await stream.stop()
    expect(running.size).toBe(0)
  })

  test('notices a half-open connection, and takes another', async () => {
    const stream = await stage.connect()
    stage.sim.stream.freeze()
    await stage.until(() => stage.openings() === 2 && stream.isConnected())
    stage.sim.stream.forgetFrozen()
    await stage.until(() => stage.connections() === 1)
    expect(await stage.li.says('在吗')).toMatchObject({ taken: true })
  })

  test('leaves a quiet connection alone', async () => {
    stage.sim.settings.pingEvery = 60_000
    await stage.connect()
    await sleep(600)
    expect(stage.openings()).toBe(1)
  })
})

describe('5 stopping', () => {
  test('while waiting to try again is final', async () => {
    const stream = await stage.connect({ timing: { firstPause: 150 } })
    stage.sim.stream.drop()
    await stage.until(() => !stream.isConnected())
    await stream.stop()
    await sleep(400)
    expect(stage.openings()).toBe(1)
    expect(stage.connections()).toBe(0)
  })

  test('is not undone by the SDK: a lost connection lets it plan nothing of its own', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const stream = await stage.connect()
    stage.sim.stream.drop()
    await stage.until(() => stage.openings() === 2 && stream.isConnected())
    expect(timers.mock.calls.map(([, delay]) => delay)).not.toContain(1000)
  })

  test('finishes what is under way, and takes in nothing new', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const received: unknown[] = []
    const stream = await stage.connect({
      receive: async (payload) => {
        received.push(payload)
        await gate
        return null
      },
    })
    const first = stage.li.says('第一句')
    await stage.until(() => received.length === 1)
    const stopped = stream.stop()
    stage.sim.settings.streamClock = 100
    const second = await stage.li.says('第二句')
    open()
    await stopped
    expect(await first).toMatchObject({ taken: true })
    expect(second).toMatchObject({ taken: false })
    expect(received).toHaveLength(1)
  })
})

describe('6 what would end the process', () => {
  test.each(['{"type":"CALLB', 'null', '{"type":"CALLBACK"}', '{"type":"SYSTEM","headers":null}', '[]'])(
    'the frame %s is put aside',
    async (frame) => {
      const stream = await stage.connect()
      stage.sim.stream.sendRaw(frame)
      expect(await stage.li.says('在吗')).toMatchObject({ taken: true })
      expect(stream.isConnected()).toBe(true)
      expect(stage.openings()).toBe(1)
    },
  )

  test('a frame with the topic error is put aside', async () => {
    await stage.connect()
    stage.sim.stream.sendErrorTopic()
    expect(await stage.li.says('在吗')).toMatchObject({ taken: true })
  })

  test('a message that cannot be stored is not acknowledged, and comes again', async () => {
    stage.sim.settings.streamClock = 100
    let broken = true
    await stage.connect({
      receive: async () => {
        if (broken) throw new Error('the disk is full')
        return null
      },
    })
    const said = await stage.li.says('在吗')
    expect(said.taken).toBe(false)
    broken = false
    said.push?.repeat()
    await stage.until(() => said.push?.ack)
    expect(stage.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('an acknowledgement that finds no connection is known to be lost: the answer is handed back', async () => {
    const given: string[] = []
    await stage.connect({
      receive: async (payload) => {
        const { replyTo: to } = stage.bot.read(payload)!
        stage.sim.stream.drop()
        await sleep(30)
        return {
          card: { title: '已批准', blocks: [] },
          to,
          language: 'zh',
          carried: async () => void given.push('carried'),
          handBack: async () => void given.push('handed back'),
        }
      },
    })
    stage.sim.settings.cardClock = 200
    await stage.card()
    await stage.li.presses(undefined, '批准')
    await stage.until(() => given.length > 0)
    expect(given).toEqual(['handed back'])
  })

  test('a ping is answered as it came', async () => {
    await stage.connect()
    stage.sim.stream.ping()
    const [connection] = stage.sim.stream.connections()
    await stage.until(() => connection!.pongs >= 2)
    expect(stage.sim.recorder.violations).toEqual([])
  })
})

describe('7 being told to go', () => {
  test('another connection is there before the old one goes; what was under way is answered', async () => {
    stage.sim.settings.disconnectGrace = 400
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    await stage.connect({ receive: () => gate.then(() => null) })
    const before = stage.li.says('之前说的')
    stage.sim.stream.disconnect()
    await stage.until(() => stage.connections() === 2)
    const after = stage.li.says('之后说的')
    open()
    expect(await before).toMatchObject({ taken: true })
    expect(await after).toMatchObject({ taken: true })
    await stage.until(() => stage.connections() === 1)
    expect(stage.openings()).toBe(2)
  })

  test('again and again is answered more and more slowly', async () => {
    await stage.connect({ timing: { firstPause: 100, longestPause: 400 } })
    const until = performance.now() + 800
    while (performance.now() < until) {
      stage.sim.stream.disconnect()
      await sleep(5)
    }
    expect(stage.openings()).toBeLessThan(9)
  })
})

describe('8 secrets', () => {
  test('and what people write are in no log', async () => {
    await stage.connect()
    await stage.li.says('客户的电话是 13800000000')
    stage.sim.stream.sendRaw('{"客户的电话是 13800000000"')
    await sleep(30)
    const printed = (['info', 'warn', 'error'] as const).flatMap(
      (level) => vi.mocked(console[level]).mock.calls,
    )
    const all = JSON.stringify([printed, stage.logged])
    expect(all).not.toContain(stage.sim.app.clientSecret)
    expect(all).not.toContain('13800000000')
  })
})

test('after 1,000 lost connections there is one socket', async () => {
  const stream = await stage.connect({ timing: { firstPause: 1, longestPause: 1 } })
  for (let lost = 1; lost <= 1000; lost++) {
    stage.sim.stream.drop()
    await stage.until(() => stage.openings() === lost + 1 && stream.isConnected())
  }
  expect(stage.openings()).toBe(1001)
  expect(stage.connections()).toBe(1)
  expect(await stage.li.says('在吗')).toMatchObject({ taken: true })
})
