import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Stage, setStage } from './dingtalk/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => {
  vi.useRealTimers()
  return stage.close()
})

describe('limits and faults', () => {
  const path = '/v1.0/robot/oToMessages/batchSend'

  it('refuse the 21st call of an API in a second', async () => {
    const { sim, caller, sendTo } = stage
    vi.setSystemTime(Date.now())
    const calls = await Promise.all(
      Array.from({ length: 25 }, () => sendTo(['li'], 'sampleText', { content: 'x' })),
    )
    const refused = calls.filter((call) => call.status === 403)
    expect(refused).toHaveLength(5)
    expect(refused[0]!.body.code).toBe('Forbidden.AccessDenied.QpsLimitForAppkeyAndApi')
    expect(sim.recorder.charged.calls).toBe(20)
    const lookups = await Promise.all(
      Array.from({ length: 25 }, () => caller.oapi('/topapi/v2/user/get', { userid: 'li' })),
    )
    expect(lookups.filter((call) => call.body.errcode === 90018)).toHaveLength(5)
  })

  it('charge sends, and neither tokens nor look-ups', async () => {
    const { sim, caller, sendTo } = stage
    sim.settings.monthlyCalls = 1
    await caller.oapi('/topapi/v2/user/get', { userid: 'li' })
    await caller.refresh()
    expect((await sendTo(['li'], 'sampleText', { content: '1' })).status).toBe(200)
    const refused = await sendTo(['li'], 'sampleText', { content: '2' })
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'Forbidden.AccessDenied.ApiCountLimitForOrg' },
    })
    expect(sim.recorder.charged).toMatchObject({ calls: 1 })
  })

  it('take the content out of messages once the pushes of the month are used up', async () => {
    const { sim, connected, li } = stage
    const heard: object[] = []
    using _client = await connected((client, messageId, data) => {
      heard.push(JSON.parse(data))
      client.socketCallBackResponse(messageId, null)
    })
    sim.settings.monthlyPushes = 2
    await li.says('一')
    await li.says('二')
    expect(heard[0]).toMatchObject({ text: { content: '一' } })
    expect(heard[1]).toMatchObject({ msgtype: 'text', errorCode: 20001 })
    expect(heard[1]).not.toHaveProperty('text')
  })

  it.each([
    ['systemBusy', 500, 'system.busy'],
    ['serverError', 503, 'ServiceUnavailable'],
    ['monthlyQuota', 403, 'Forbidden.AccessDenied.ApiCountLimitForOrg'],
    ['noPermission', 403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied'],
  ] as const)('can make calls fail with %s', async (fault, status, code) => {
    const { sim, sendTo } = stage
    sim.faults.inject(fault, { times: 1, on: path })
    expect(await sendTo(['li'], 'sampleText', { content: 'x' })).toMatchObject({ status, body: { code } })
    expect(await sendTo(['li'], 'sampleText', { content: 'x' })).toMatchObject({ status: 200 })
    expect(sim.recorder.callsTo(path).map((call) => call.code)).toEqual([code, undefined])
  })

  it('can show a page or a strange object to a blocked address', async () => {
    const { sim, sendTo } = stage
    sim.faults.inject('blockedPage', { on: path })
    sim.faults.inject('blockedObject', { on: path })
    expect((await sendTo(['li'], 'sampleText', { content: 'x' })).body).toContain('<html>')
    expect((await sendTo(['li'], 'sampleText', { content: 'x' })).body).toEqual({ status: 1111, wait: 5 })
  })

  it('can break the connection before the call, or after it had its effect', async () => {
    const { sim, sendTo, li } = stage
    sim.faults.inject('dropped', { on: path })
    await expect(sendTo(['li'], 'sampleText', { content: '一' })).rejects.toThrow('fetch failed')
    expect(li.sees()).toBe('')
    sim.faults.inject('lostAnswer', { on: path })
    await expect(sendTo(['li'], 'sampleText', { content: '二' })).rejects.toThrow('fetch failed')
    expect(li.sees()).toBe('二')
  })

  it('can leave a call without an answer', async () => {
    const { sim, caller } = stage
    sim.faults.inject('timeout', { on: '/topapi' })
    const url = `${sim.oapiUrl}/topapi/v2/user/get?access_token=${caller.token()}`
    await expect(fetch(url, { method: 'POST', signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
  })

  it('remember calls that do not exist', async () => {
    const { sim, caller } = stage
    expect((await caller.api('/v1.0/nowhere', {})).status).toBe(404)
    expect(sim.recorder.violations).toEqual(['no such call: POST /v1.0/nowhere'])
  })
})
