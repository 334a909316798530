import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardSign, robotSign } from './dingtalk/callbacks/signature.ts'
import { listen } from './dingtalk/listener.ts'
import { approveButton, type Stage, setStage } from './dingtalk/stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.close())

describe('callbacks over HTTP', () => {
  it('are signed as the documentation says', () => {
    expect(robotSign('1577262236757', 'this is a secret')).toBe(
      'DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=',
    )
    expect(cardSign('1577262236757', 'mySecret')).toBe('YPRwOACkIyAfSkOByibnXwmticUhkII0vLSQrdNiEPE=')
  })

  it('bring robot messages, and show a message in the answer', async () => {
    const { sim, li } = stage
    await using service = await listen(() => ({ msgtype: 'text', text: { content: '收到' } }))
    sim.settings.robotDelivery = { by: 'http', url: service.url }
    expect(await li.says('你好')).toMatchObject({ by: 'http', taken: true })
    expect(li.sees()).toBe('收到')
    const { timestamp, sign } = service.heard[0]!.headers
    expect(sign).toBe(robotSign(String(timestamp), sim.app.clientSecret))
    expect(sim.recorder.callbackLatency('robot')).toMatchObject({ count: 1 })
  })

  it('give up after the clock', async () => {
    const { sim, li } = stage
    await using service = await listen(() => new Promise((later) => setTimeout(() => later('{}'), 100)))
    Object.assign(sim.settings, { httpClock: 30, robotDelivery: { by: 'http', url: service.url } })
    expect(await li.says('你好')).toMatchObject({ taken: false, callback: { inTime: false } })
  })

  it('bring presses to the registered address, and apply the answer', async () => {
    const { caller, newCard, li } = stage
    const answer = {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { content: '已批' } },
    }
    await using service = await listen(() => answer)
    const route = { callbackRouteKey: 'qudao', callbackUrl: service.url, apiSecret: 'mySecret' }
    await caller.api('/v1.0/card/callbacks/register', route)
    const http = { callbackType: 'HTTP', callbackRouteKey: 'qudao' }
    await newCard({ title: '合同', btns: approveButton() }, http)
    expect(await li.presses(undefined, '同意')).toMatchObject({ outcome: 'changed' })
    expect(li.seesLast()).toContain('已批')
    const { headers } = service.heard[0]!
    expect(headers['x-ddpaas-signature']).toBe(
      cardSign(String(headers['x-ddpaas-signature-timestamp']), 'mySecret'),
    )

    const moved = await caller.api('/v1.0/card/callbacks/register', {
      ...route,
      callbackUrl: 'http://127.0.0.1:1',
    })
    expect(moved.status).toBe(400)
    await newCard({ btns: approveButton() }, { ...http, callbackRouteKey: 'none', outTrackId: 'card-2' })
    expect(await li.presses('card-2', '同意')).toMatchObject({ outcome: 'nowhere' })
  })

  it('fail when nobody is there to hear the press', async () => {
    const { caller, newCard, li } = stage
    const service = await listen(() => ({}))
    const route = { callbackRouteKey: 'qudao', callbackUrl: service.url }
    await caller.api('/v1.0/card/callbacks/register', route)
    await newCard({ btns: approveButton() }, { callbackType: 'HTTP', callbackRouteKey: 'qudao' })
    expect(await li.presses(undefined, '同意')).toMatchObject({ outcome: 'unchanged' })
    expect(service.heard[0]!.headers).not.toHaveProperty('x-ddpaas-signature')
    await service[Symbol.asyncDispose]()
    expect(await li.presses(undefined, '同意')).toMatchObject({ outcome: 'failed' })
  })

  it('can be forged, replayed, and given another body', async () => {
    const { sim, li } = stage
    await using service = await listen(({ headers }) => {
      const fresh = Math.abs(Date.now() - Number(headers.timestamp)) < 3_600_000
      return fresh && headers.sign === robotSign(String(headers.timestamp), sim.app.clientSecret)
        ? 'let in'
        : 'kept out'
    })
    sim.settings.robotDelivery = { by: 'http', url: service.url }
    for (const forgery of ['unsigned', 'wrongSignature', 'wrongSecret', 'stale', 'future'] as const) {
      expect(await sim.intruder.says(forgery, 'li', '批准')).toMatchObject({ answer: 'kept out' })
    }
    const { callback } = await li.says('批准')
    expect(await sim.intruder.replays(callback!)).toMatchObject({ answer: 'let in', body: callback!.body })
    expect(await sim.intruder.reuses(callback!, { msgId: 'new' })).toMatchObject({
      answer: 'let in',
      body: '{"msgId":"new"}',
    })
  })

  it('can forge presses too', async () => {
    const { sim, caller, newCard } = stage
    await using service = await listen(({ headers }) => {
      const at = String(headers['x-ddpaas-signature-timestamp'])
      return headers['x-ddpaas-signature'] === cardSign(at, 'mySecret') ? {} : 'kept out'
    })
    const route = { callbackRouteKey: 'qudao', callbackUrl: service.url, apiSecret: 'mySecret' }
    await caller.api('/v1.0/card/callbacks/register', route)
    await newCard({}, { callbackType: 'HTTP', callbackRouteKey: 'qudao' })
    const action = { actionIds: ['approve'], params: { say: '批准' } }
    for (const forgery of ['unsigned', 'wrongSignature', 'wrongSecret'] as const) {
      expect(await sim.intruder.presses(forgery, 'wang', 'card-1', action)).toMatchObject({
        answer: 'kept out',
      })
    }
  })
})
