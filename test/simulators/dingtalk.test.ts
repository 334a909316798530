import { TOPIC_ROBOT } from 'dingtalk-stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { patience } from '../support/patience.ts'
import { type Stage, setStage } from './dingtalk/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.close())

describe('the real SDK over the Stream gateway', () => {
  it('hears a robot message, acknowledges it and replies to its session', async () => {
    const { sim, caller, connected, li, robotCode } = stage
    const heard: { msgId: string; text: { content: string }; sessionWebhook: string }[] = []
    using _client = await connected((client, messageId, data) => {
      heard.push(JSON.parse(data))
      client.socketCallBackResponse(messageId, null)
    })
    const delivery = await li.says('拜访华联超市')
    expect(delivery).toMatchObject({ by: 'stream', taken: true })
    expect(heard).toMatchObject([
      { msgId: delivery.msgId, msgtype: 'text', conversationType: '1', senderStaffId: 'li', robotCode },
    ])
    await caller.ask(heard[0]!.sessionWebhook, {
      msgtype: 'markdown',
      markdown: { title: '已记录', text: '已记录 华联超市' },
    })
    expect(await li.waitsFor('已记录 华联超市')).toContain('已记录')
    expect(sim.recorder.ackLatency(TOPIC_ROBOT)).toMatchObject({ count: 1 })
    expect(sim.recorder.ackLatency(TOPIC_ROBOT).p99).toBeGreaterThan(0)
    expect(sim.recorder.violations).toEqual([])
  })

  it('answers pings and events', async () => {
    const { sim, connected } = stage
    using client = await connected()
    client.registerAllEventListener(() => ({ status: 'SUCCESS' as never }))
    const push = sim.stream.event('user_leave_org', { userId: ['li'] })
    expect(await push.acked).toMatchObject({ code: 200, data: '{"status":"SUCCESS"}' })
    await vi.waitFor(() => expect(sim.stream.connections()[0]?.pongs).toBe(1), patience)
    expect(client.registered).toBe(true)
    expect(sim.recorder.violations).toEqual([])
  })

  it('gets a push again until it is acknowledged', async () => {
    const { sim, connected, li } = stage
    Object.assign(sim.settings, { redeliverAfter: 30, streamClock: 1_000 })
    const seen: string[] = []
    using _client = await connected((client, messageId, data) => {
      seen.push(JSON.parse(data).msgId)
      if (seen.length === 3) client.socketCallBackResponse(messageId, null)
    })
    const { msgId, push } = await li.says('你好')
    expect(seen).toEqual([msgId, msgId, msgId])
    await new Promise((later) => setTimeout(later, 60))
    expect(push?.attempts).toHaveLength(3)
  })

  it('gets an event again that it put off with LATER', async () => {
    const { sim, connected } = stage
    sim.settings.redeliverAfter = 20
    using client = await connected()
    const answers = ['LATER', 'SUCCESS']
    client.registerAllEventListener(() => ({ status: answers.shift() as never }))
    const push = sim.stream.event('user_leave_org', {})
    expect(await push.acked).toMatchObject({ data: '{"status":"SUCCESS"}' })
    expect(sim.recorder.acks.map((ack) => ack.data)).toEqual(['{"status":"LATER"}', '{"status":"SUCCESS"}'])
  })

  it('loses what goes to a half-open connection until the platform notices', async () => {
    const { sim, connected, li } = stage
    Object.assign(sim.settings, { redeliverAfter: 100, streamClock: 1_000 })
    using _lost = await connected()
    const [frozen] = sim.stream.freeze()
    const delivery = li.says('在吗')
    using _fresh = await connected()
    sim.stream.forgetFrozen()
    const { taken, push } = await delivery
    expect(taken).toBe(true)
    expect(push?.attempts).toHaveLength(2)
    expect(push?.attempts[0]).toBe(frozen!.id)
  })

  it('is told off for an acknowledgement that is none', async () => {
    const { sim, connected, li } = stage
    sim.settings.streamClock = 50
    using _client = await connected((client, messageId) => {
      client.socketCallBackResponse(`not-${messageId}`, null)
    })
    expect(await li.says('你好')).toMatchObject({ taken: false })
    expect(sim.recorder.violations).toEqual([
      expect.stringContaining('an acknowledgement of an unknown message not-'),
    ])
  })

  it('may get a repetition under a new msgId, and even after its acknowledgement', async () => {
    const { sim, connected, li } = stage
    sim.settings.freshIdsOnRedelivery = true
    const seen = new Set<string>()
    using _client = await connected((client, messageId, data) => {
      seen.add(JSON.parse(data).msgId)
      client.socketCallBackResponse(messageId, null)
    })
    const { push } = await li.says('你好')
    push?.repeat()
    await vi.waitFor(() => expect(seen.size).toBe(2), patience)
  })

  it('gets each push on one connection only', async () => {
    const { sim, connected, li } = stage
    using _one = await connected()
    using _two = await connected()
    for (let count = 0; count < 20; count++) await li.says(String(count))
    const used = sim.stream.pushes.all().map((push) => push.attempts)
    expect(used.every((attempts) => attempts.length === 1)).toBe(true)
    expect(new Set(used.flat()).size).toBe(2)
  })

  it('gets nothing more after `disconnect`, and is cut off after the grace time', async () => {
    const { sim, connected, li } = stage
    sim.settings.disconnectGrace = 50
    sim.settings.streamClock = 20
    using client = await connected()
    sim.stream.disconnect()
    expect(await li.says('在吗')).toMatchObject({ taken: false })
    expect(sim.stream.pushes.all()[0]?.attempts).toEqual(['nobody'])
    await vi.waitFor(() => expect(sim.stream.connections()).toEqual([]), patience)
    client.config.autoReconnect = false
  })
})

describe('the gateway', () => {
  const open = (body: object, headers = {}) =>
    stage.caller.ask(`${stage.sim.apiUrl}/v1.0/gateway/connections/open`, body, headers)
  const subscriptions = [{ type: 'EVENT', topic: '*' }]
  const credentials = () => ({ clientId: stage.sim.app.clientId, clientSecret: stage.sim.app.clientSecret })

  const connect = (address: string) =>
    new Promise<string>((done) => {
      const socket = new WebSocket(address)
      socket.onopen = () => {
        done('open')
        socket.close()
      }
      socket.onerror = () => done('refused')
    })

  it('refuses wrong credentials, and answers XML to those who do not ask for JSON', async () => {
    expect(await open({ ...credentials(), clientSecret: 'wrong', subscriptions })).toMatchObject({
      status: 400,
    })
    expect(await open({ ...credentials(), subscriptions: [] })).toMatchObject({ status: 400 })
    const xml = await open({ ...credentials(), subscriptions }, { accept: '*/*' })
    expect(xml.body).toContain('<ticket>')
  })

  it('lets a ticket open one connection, for 90 seconds', async () => {
    const { sim } = stage
    const { endpoint, ticket } = (await open({ ...credentials(), subscriptions })).body
    expect(await connect(`${endpoint}?ticket=${ticket}`)).toBe('open')
    expect(await connect(`${endpoint}?ticket=${ticket}`)).toBe('refused')
    sim.settings.ticketLife = 0
    const old = (await open({ ...credentials(), subscriptions })).body
    expect(await connect(`${old.endpoint}?ticket=${old.ticket}`)).toBe('refused')
  })

  it('can refuse handshakes whose ticket is good', async () => {
    const { sim } = stage
    sim.stream.refuseHandshakes(1)
    const first = (await open({ ...credentials(), subscriptions })).body
    expect(await connect(`${first.endpoint}?ticket=${first.ticket}`)).toBe('refused')
    const second = (await open({ ...credentials(), subscriptions })).body
    expect(await connect(`${second.endpoint}?ticket=${second.ticket}`)).toBe('open')
  })
})

describe('access tokens', () => {
  it('stay the same inside their validity', async () => {
    const { caller } = stage
    const first = caller.token()
    expect(await caller.refresh()).toBe(first)
  })

  it('can be made to expire: 400 from the new API, 40014 from the old', async () => {
    const { sim, caller, sendTo } = stage
    sim.tokens.expire()
    const refused = await sendTo(['li'], 'sampleText', { content: '你好' })
    expect(refused).toMatchObject({ status: 400, body: { code: 'InvalidAuthentication' } })
    const old = await caller.oapi('/topapi/v2/user/get', { userid: 'li' })
    expect(old).toMatchObject({ status: 200, body: { errcode: 40014 } })
    await caller.refresh()
    expect(await sendTo(['li'], 'sampleText', { content: '你好' })).toMatchObject({ status: 200 })
  })
})
