import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { people, sales, type TinySlack, tinySlack } from '../support/tiny-slack.ts'

let at: TinySlack

const audited = async (action: string) => at.db.audit.count({ where: { action } })

describe.each(['socket', 'http'] as const)('Slack by %s', (via) => {
  beforeEach(async () => {
    at = await tinySlack(via, { eventRetryMs: [0, 20, 20] })
  })
  afterEach(() => at.close())

  const saveFive = async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    await at.li.press(at.li.lastMessage()!, '保存')
    await at.quiet()
  }

  test('what comes twice has one effect', async () => {
    const heard = await at.li.dm('记数 5')
    await at.quiet()
    await at.slack.deliveries.again(heard)
    await at.quiet()
    expect(at.li.messages()).toHaveLength(2)

    const pressed = await at.li.press(at.li.lastMessage()!, '保存')
    await at.quiet()
    await at.slack.deliveries.again(pressed)
    await at.quiet()
    expect(await audited('number.set')).toBe(1)
    expect(at.boss.messages()).toHaveLength(1)
  })

  test('two presses of an impatient thumb have one effect', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    const card = at.li.lastMessage()!
    await Promise.all([at.li.press(card, '保存'), at.li.press(card, '保存'), at.li.press(card, '保存')])
    await at.quiet()
    expect(await audited('number.set')).toBe(1)
    expect(at.li.lastMessage()?.ts).toBe(card.ts)
  })

  test('an acknowledgement that comes too late brings a redelivery, and one effect', async () => {
    at.slack.settings.ackMs = 1
    const heard = await at.li.dm('记数 5')
    await heard.finished
    await at.quiet()
    at.slack.settings.ackMs = 3000
    expect(heard.attempts.length).toBeGreaterThan(1)
    expect(at.li.messages()).toHaveLength(2)
  })

  test('a press while the service is away says so, and works when it is back', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    await at.leave()
    const lost = await at.li.press(at.li.lastMessage()!, '保存')
    expect(lost.attempts.map(({ outcome }) => outcome)).toEqual(['connection_failed'])

    await at.comeBack()
    await at.li.press(at.li.lastMessage()!, '保存')
    await at.quiet()
    expect(await audited('number.set')).toBe(1)
    expect(at.li.sees()).toContain('现在是 5')
  })

  test('what could not be stored is not acknowledged, and comes again', async () => {
    const { create } = at.db.inbox
    let broken = 1
    const failing = (...args: Parameters<typeof create>) =>
      broken-- > 0 ? Promise.reject(new Error('disk full')) : create(...args)
    Object.assign(at.db.inbox, { create: failing })
    at.slack.settings.ackMs = 300
    const heard = await at.li.dm('记数 5')
    await heard.finished
    await at.quiet()
    Object.assign(at.db.inbox, { create })
    expect(heard.attempts.map(({ outcome }) => outcome)).toEqual([
      via === 'http' ? 'http_error' : 'timeout',
      'acknowledged',
    ])
    expect(at.li.sees()).toContain('[保存]')
  })

  test('while Slack asks us to wait nothing is asked of it, and nothing is lost', async () => {
    at.slack.faults.next('chat.postMessage', { status: 429, retryAfter: 30 })
    await at.li.dm('记数 5')
    await at.quiet()
    await at.company.tick()
    expect(at.slack.records.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)

    at.later(31)
    await at.company.tick()
    await at.quiet()
    expect(at.li.messages()).toHaveLength(2)
    expect(at.li.sees()).toContain('[保存]')
  })

  test('while Slack is in trouble nothing is lost', async () => {
    at.slack.faults.next('chat.postMessage', { status: 503 }, 2)
    at.slack.faults.next('chat.postMessage', { cut: 'before' })
    await at.li.dm('记数 5')
    await at.quiet()
    for (let i = 0; i < 4; i += 1) {
      at.later(60)
      await at.company.tick()
    }
    await at.quiet()
    expect(at.li.messages()).toHaveLength(2)
  })

  test('an answer that did not arrive in a modal or a redraw arrives as soon as Slack is back', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    at.slack.faults.next('chat.update', { status: 500 })
    await at.li.press(at.li.lastMessage()!, '保存')
    await at.quiet()
    expect(await at.number()).toBe('5')
    expect(at.li.sees()).toContain('现在是 5')
  })

  test.each(['guest', 'left', 'other', 'new'])('%s gets one polite card and nothing else', async (name) => {
    const person = at.slack.user(people.find((one) => one.name === name)!.id)
    await person.dm('记数 5')
    await at.quiet()
    await person.mention(sales.id, '记数 5')
    await at.quiet()
    expect(person.sees()).toContain('我只为公司同事服务')
    expect(person.sees(sales.id)).toContain('我只为公司同事服务')
    expect(at.li.sees(sales.id)).not.toContain('我只为公司同事服务')
    expect(await at.db.draft.count()).toBe(0)
    expect(await at.db.identity.count()).toBe(0)
    expect(await audited('turned_away')).toBe(2)
  })

  test("another person's draft is refused, with an answer", async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    const [, code] = /保存 (\w{4})/.exec(JSON.stringify(at.li.lastMessage()!.blocks)) ?? []
    await at.boss.dm(`保存 ${code}`)
    await at.quiet()
    expect(at.boss.sees()).toContain('没有找到您的草稿')
    expect(await at.number()).toBeUndefined()
    expect(await audited('draft.refused')).toBe(0)
    expect(await audited('refused')).toBe(1)
  })

  test('a card whose message was deleted is forgotten', async () => {
    await saveFive()
    const { channel, ts } = at.boss.lastMessage()!
    const token = `Bearer ${at.slack.settings.botToken}`
    await fetch(`${at.slack.apiUrl}chat.delete`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ channel, ts }),
    })
    await at.say('boss', '批准')
    await at.company.tick()
    await at.quiet()
    expect(at.li.sees()).toContain('现在是 9!')
    expect(await at.db.outbox.count({ where: { state: { notIn: ['sent'] } } })).toBe(0)
  })

  test('nothing secret is logged or stored', async () => {
    at.slack.faults.next('chat.update', { error: 'invalid_auth' })
    at.slack.faults.next('chat.update', { cut: 'after' })
    await saveFive()
    await at.li.command('/qd', '帮助', { channel: sales.id })
    await at.quiet()
    const { botToken, appToken, signingSecret } = at.slack.settings
    const stored = JSON.stringify([
      await at.db.inbox.findMany(),
      await at.db.outbox.findMany(),
      await at.db.liveCard.findMany(),
      await at.db.audit.findMany(),
    ])
    for (const secret of [botToken, appToken, signingSecret]) {
      expect(at.logs()).not.toContain(secret)
      expect(stored).not.toContain(secret)
    }
    expect(at.logs()).not.toContain('/commands/')
  })
})

test('over HTTP a request that was replayed has no second effect, and a forged one none', async () => {
  at = await tinySlack('http')
  await at.li.dm('记数 5')
  await at.quiet()
  const pressed = await at.li.press(at.li.lastMessage()!, '保存')
  await at.quiet()
  for (let i = 0; i < 5; i += 1) expect((await at.slack.forgery.replay(pressed)).status).toBe(200)
  const again = { ...pressed.payload, trigger_id: 'another' }
  for (const flaw of ['stale', 'future', 'unsigned', 'wrong-secret', 'altered-body'] as const)
    expect((await at.slack.forgery.send('interactive', again, flaw)).status).toBe(401)
  at.later(301)
  expect((await at.slack.forgery.replay(pressed)).status).toBe(401)
  await at.quiet()
  expect(await audited('number.set')).toBe(1)
  expect(await at.db.inbox.count()).toBe(2)
  await at.close()
})
