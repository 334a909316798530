import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lending } from '../../bots/slack/address.ts'
import { type SlackBot, slackBot } from '../../bots/slack/bot.ts'
import { modal } from '../../bots/slack/views.ts'
import { buttons, type Card, text } from '../../cards/card.ts'
import type { Address, NotSent } from '../../src/chat/contract.ts'
import { plainWords } from '../simulators/slack/person/plain-words.ts'
import { type SlackSimulator, simulateSlack } from '../simulators/slack/simulate-slack.ts'
import { sampleCards } from './sample-cards.ts'

const LI = { id: 'U0LI', name: 'li', email: 'li@example.com', locale: 'zh-CN', real_name: '李明' }
const SALES = { id: 'C0SALES', name: 'sales', members: [LI.id, 'U0SIMBOT'] }
const LUNCH = { id: 'C0LUNCH', name: 'lunch', members: [LI.id] }

let slack: SlackSimulator
let bot: SlackBot
let time: number
let logged: string[]

const li = { platform: 'slack', id: 'T0SIMTEAM:U0LI' }
const inSales: Address = { platform: 'slack', conversation: SALES.id, kind: 'group' }
const draw = (card: Card) => bot.render(card, { language: 'zh' })
const hello: Card = { title: '您好', blocks: [text('世界')] }
const called = (method: string) => slack.records.calls.filter((call) => call.method === method)
const failure = (promise: Promise<unknown>): Promise<NotSent> =>
  promise.then(
    () => Promise.reject(new Error('it was sent')),
    (error) => error,
  )

beforeEach(async () => {
  time = Date.parse('2026-11-24T02:00:00Z')
  logged = []
  slack = await simulateSlack({ clock: () => time, members: [LI], conversations: [SALES, LUNCH] })
  const keep = (_fields: object, words: string) => void logged.push(words)
  bot = slackBot({
    settings: { botToken: slack.settings.botToken, apiUrl: slack.apiUrl },
    fetch,
    wall: () => new Date(time),
    log: { info: keep, warn: keep, error: keep },
  })
})

afterEach(() => slack.close())

describe('tables and charts', () => {
  const chart = sampleCards['a line chart with a gap']!
  const table = sampleCards['a contract to decide']!

  test('are drawn by Slack itself, a missing figure named', async () => {
    await bot.send(bot.direct(li), draw(chart))
    const [message] = slack.user(LI.id).messages()
    expect(message!.blocks!.map(({ type }) => type)).toEqual(['header', 'data_visualization', 'context'])
    expect(plainWords(message!)).toContain('没有数字：W3')
  })

  test('are words where the workspace refuses them, from then on at once', async () => {
    slack.settings.chartsRolledOut = false
    await bot.send(bot.direct(li), draw(chart))
    expect(slack.user(LI.id).sees()).toContain('可乐: W1 12, W2 15, W3 –')
    expect(called('chat.postMessage')).toHaveLength(2)

    await bot.send(bot.direct(li), draw(chart))
    expect(called('chat.postMessage')).toHaveLength(3)
    await bot.send(bot.direct(li), draw(table))
    expect(
      slack
        .user(LI.id)
        .lastMessage()!
        .blocks!.map(({ type }) => type),
    ).toContain('table')
    expect(logged).toEqual(['this workspace does not take a block: words instead'])
  })

  test('a message that is wrong in another way is given up, and spoils nothing', async () => {
    slack.faults.next('chat.postMessage', { error: 'invalid_blocks' }, 3)
    expect(await failure(bot.send(bot.direct(li), draw(chart)))).toMatchObject({ outcome: 'never' })
    await bot.send(bot.direct(li), draw(chart))
    expect(
      slack
        .user(LI.id)
        .lastMessage()!
        .blocks!.map(({ type }) => type),
    ).toContain('data_visualization')
  })

  test('are words in a modal', () => {
    const { blocks } = modal(draw(chart), bot.direct(li))
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section'])
  })
})

describe('what Slack says no to', () => {
  test.each([
    [{ status: 429, retryAfter: 7 } as const, { outcome: 'again', retryAfter: 7 }],
    [{ status: 503 } as const, { outcome: 'again' }],
    [{ cut: 'before' } as const, { outcome: 'again' }],
    [{ error: 'internal_error' }, { outcome: 'again' }],
    [{ error: 'token_revoked' }, { outcome: 'again' }],
    [{ error: 'channel_not_found' }, { outcome: 'never' }],
    [{ error: 'restricted_action' }, { outcome: 'never' }],
    [{ error: 'msg_too_long' }, { outcome: 'never' }],
  ])('%o', async (fault, expected) => {
    slack.faults.next('chat.postMessage', fault)
    expect(await failure(bot.send(bot.direct(li), draw(hello)))).toMatchObject({
      name: 'NotSent',
      ...expected,
    })
  })

  test('a rate limit holds back the whole method until its time has come', async () => {
    slack.faults.next('chat.postMessage', { status: 429, retryAfter: 7 })
    await failure(bot.send(bot.direct(li), draw(hello)))
    time += 3000
    expect(await failure(bot.send(inSales, draw(hello)))).toMatchObject({ outcome: 'again', retryAfter: 4 })
    expect(called('chat.postMessage')).toHaveLength(1)
    time += 4000
    await bot.send(inSales, draw(hello))
    expect(slack.user(LI.id).sees(SALES.id)).toContain('您好')
  })

  test('a message that was deleted is gone', async () => {
    const to = { ...bot.direct(li), message: 'D0LI:1.1', redrawable: true }
    slack.user(LI.id).messages()
    expect(await failure(bot.send(to, draw(hello)))).toMatchObject({ outcome: 'gone' })
  })
})

describe('privately in a channel', () => {
  const whisper = (extra: Parameters<typeof lending>[1] = {}, place = SALES.id): Address =>
    lending({ ...inSales, conversation: place, user: li.id }, { at: time, ...extra })

  test('nobody else sees it, and what may change says when it was true', async () => {
    const sent = await bot.send(whisper(), draw({ ...hello, subject: 'customer:1' }))
    expect(sent).toEqual({ redrawable: false })
    expect(slack.user(LI.id).messages(SALES.id)).toMatchObject([{ is_ephemeral: true }])
    expect(slack.user(LI.id).sees(SALES.id)).toBe('您好\n世界\n截至 10:00')
  })

  test('where the app is not in the channel it is said in direct messages', async () => {
    await bot.send(whisper({}, LUNCH.id), draw(hello))
    expect(slack.user(LI.id).sees()).toContain('您好')
  })

  test('a response address is used while it lasts, five times at most', async () => {
    const { payload } = await slack.user(LI.id).command('/qd', '', { channel: LUNCH.id })
    const to = whisper({ responseUrl: String(payload.response_url) }, LUNCH.id)
    for (let i = 0; i < 7; i += 1) await bot.send(to, draw(hello))
    expect(
      slack
        .user(LI.id)
        .messages(LUNCH.id)
        .filter(({ text }) => text.includes('您好')),
    ).toHaveLength(5)
    expect(slack.user(LI.id).messages()).toHaveLength(2)

    slack.records.clear()
    time += 30 * 60_000
    await bot.send(to, draw(hello))
    expect(slack.records.responseUrlCalls).toEqual([])
    expect(slack.user(LI.id).messages()).toHaveLength(3)
  })

  test.each([
    'https://evil.example/commands/1',
    'http://hooks.slack.com/commands/1',
    'https://hooks.slack.com.evil.example/1',
    'https://hooks.slack.com@evil.example/1',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is no response address of this Slack', async (responseUrl) => {
    const asked: string[] = []
    const spying = slackBot({
      settings: { botToken: slack.settings.botToken, apiUrl: 'https://slack.com/api/' },
      fetch: async (url) => {
        asked.push(String(url))
        return Response.json({ ok: true, message_ts: '1.1' })
      },
      wall: () => new Date(time),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    await spying.send(whisper({ responseUrl }), draw(hello))
    expect(asked).toEqual(['https://slack.com/api/chat.postEphemeral'])
  })
})

test('a chart that is refused in an answer to one person becomes words there, too', async () => {
  slack.settings.chartsRolledOut = false
  const { payload } = await slack.user(LI.id).command('/qd', '', { channel: LUNCH.id })
  const extra = { at: time, responseUrl: String(payload.response_url), asker: LI.id }
  await bot.send({ ...inSales, conversation: LUNCH.id, extra }, draw(sampleCards['a line chart with a gap']!))
  expect(slack.user(LI.id).sees(LUNCH.id)).toContain('可乐: W1 12')
  expect(slack.records.responseUrlCalls.map(({ status }) => status)).toEqual([400, 200])
})

test('a digest to many goes out as fast as Slack permits, and no faster', async () => {
  const members = Array.from({ length: 40 }, (_, i) => ({ id: `U${i}`, name: `u${i}` }))
  const limit = { perMinute: 1200, burst: 10 }
  const crowd = await simulateSlack({
    members,
    rateLimits: { 'chat.postMessage': limit, 'chat.postMessage/channel': limit },
  })
  const settings = { botToken: crowd.settings.botToken, apiUrl: crowd.apiUrl }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const limits = { 'chat.postMessage': { ...limit, burst: 7 } }
  const sender = slackBot({ settings, fetch, limits, wall: () => new Date(), log })
  const began = performance.now()
  const to = members.map(({ id }) => sender.direct({ platform: 'slack', id: `T1:${id}` }))
  await Promise.all(to.map((one) => sender.send(one, draw(hello))))
  const least = (30 / 1200) * 60_000
  expect(crowd.records.calls.map(({ status }) => status)).toEqual(members.map(() => 200))
  expect(performance.now() - began).toBeGreaterThan(least)
  expect(performance.now() - began).toBeLessThan(least * 10)
  await crowd.close()
})

test('what would wait long for its turn comes again later', async () => {
  const limits = { 'chat.postMessage/channel': { perMinute: 2, burst: 1 } }
  const settings = { botToken: slack.settings.botToken, apiUrl: slack.apiUrl }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const sender = slackBot({ settings, fetch, limits, wall: () => new Date(time), log })
  await sender.send(inSales, draw(hello))
  expect(await failure(sender.send(inSales, draw(hello)))).toMatchObject({ outcome: 'again', retryAfter: 30 })
})

describe('who is who', () => {
  test('a colleague has a name, an address and a language', async () => {
    expect(await bot.whois(li)).toEqual({ name: '李明', email: 'li@example.com', language: 'zh' })
    expect(await bot.find!({ name: '', email: 'LI@example.com' })).toEqual(li)
    expect(called('auth.test')).toHaveLength(1)
  })

  test('nobody is found without an address, or by an unknown one', async () => {
    expect(await bot.find!({ name: '李明', mobile: '13800000000' })).toBeNull()
    expect(await bot.find!({ name: '李明', email: 'nobody@example.com' })).toBeNull()
    expect(await bot.whois({ platform: 'slack', id: 'T0SIMTEAM:U0NOBODY' })).toBeNull()
  })

  test('while Slack does not answer, or not with this token, somebody is not yet a stranger', async () => {
    slack.faults.next('users.info', { status: 502 })
    expect(await failure(bot.whois(li))).toMatchObject({ outcome: 'again' })
    slack.faults.next('users.info', { error: 'missing_scope' })
    expect(await failure(bot.whois(li))).toMatchObject({ outcome: 'again' })
    slack.faults.next('auth.test', { status: 500 })
    expect(await failure(bot.whois(li))).toMatchObject({ outcome: 'again' })
    expect(await bot.whois(li)).toMatchObject({ name: '李明' })
  })
})

describe('files', () => {
  test('the token goes to Slack and nowhere else', async () => {
    for (const id of ['https://evil.example/files-pri/T1-F1/x.csv', '', 'https://files.slack.com/x'])
      expect(await failure(bot.fetchFile!({ id, name: 'x.csv' }))).toMatchObject({ outcome: 'never' })
  })
})

test('a card too long for Slack keeps its buttons', async () => {
  const long: Card = {
    title: '请选择',
    blocks: [
      ...Array.from({ length: 80 }, () => text('渠'.repeat(900))),
      buttons({ label: '保存', say: '保存 D7K2' }),
    ],
  }
  await bot.send(bot.direct(li), draw(long))
  const words = slack.user(LI.id).sees()
  expect(words).toContain('[保存]')
  expect(words).toContain('内容太长，这里只显示了一部分。')
})
