import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withSession } from '../../bots/dingtalk/address.ts'
import { dingtalkBot } from '../../bots/dingtalk/bot.ts'
import { pacing } from '../../bots/dingtalk/pacing.ts'
import { buttons, type Card, text } from '../../cards/card.ts'
import { type Address, NotSent } from '../../src/chat/contract.ts'
import type { Fault } from '../simulators/dingtalk/hosts/faults.ts'
import { simulateDingtalk } from '../simulators/dingtalk/simulator.ts'
import { settingsFor } from '../support/dingtalk-company.ts'

const office = { platform: 'dingtalk', conversation: 'cid-office', kind: 'group' } as const
const alone = (user: string): Address => ({ platform: 'dingtalk', conversation: user, kind: 'direct', user })
const contract: Card = {
  title: '合同 HT-1',
  subject: 'contract:HT-1',
  blocks: [
    text('等待审批'),
    buttons({ label: '批准', say: '批准 HT-1' }, { label: '退回', say: '退回 HT-1' }),
  ],
}

let stage: ReturnType<typeof setStage> extends Promise<infer S> ? S : never
beforeEach(async () => {
  stage = await setStage()
})
afterEach(async () => {
  expect(stage.sim.recorder.violations).toEqual([])
  await stage.sim.close()
})

async function setStage() {
  const people = [
    { staffId: 'li', name: '李明', mobile: '13800000001', email: 'li@example.com' },
    { staffId: 'wang', name: '王芳', mobile: '13800000002' },
    { staffId: 'left', name: '离职', active: false },
  ]
  const group = { id: 'cid-office', title: '办事处', members: ['li', 'wang', '路人'] }
  let time = Date.parse('2026-11-24T10:02:00+08:00')
  const sim = await simulateDingtalk({ people, groups: [group], now: () => time, settings: { qps: 1000 } })
  const errors: string[] = []
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: object, message: string) => void errors.push(message),
  }
  const botWith = (template: boolean, more: object = {}) => {
    const settings = { ...settingsFor(sim, { template }), ...more }
    return dingtalkBot({ settings, fetch, wall: () => new Date(time), log })
  }
  return {
    sim,
    errors,
    botWith,
    cards: botWith(true),
    words: botWith(false),
    pass: (seconds: number) => {
      time += seconds * 1000
    },
    session: (conversation: string) => {
      const { session, until } = sim.sessions.open(conversation)
      return { url: `${sim.oapiUrl}/robot/sendBySession?session=${session}`, until }
    },
    calls: (path: string) => sim.recorder.callsTo(path).length,
  }
}

type Sender = ReturnType<typeof dingtalkBot>
const send = (bot: Sender, to: Address, card: Card = contract) =>
  bot.send(to, bot.render(card, { language: 'zh' }))
const refusal = (sending: Promise<unknown>): Promise<NotSent> =>
  sending.then(
    () => expect.fail('it was sent'),
    (error) => {
      expect(error).toBeInstanceOf(NotSent)
      return error
    },
  )

const create = '/v1.0/card/instances/createAndDeliver'
const batch = '/v1.0/robot/oToMessages/batchSend'

describe('with a template', () => {
  test('a card for one, a card for a group; each is redrawn in its place', async () => {
    const mine = await send(stage.cards, alone('li'))
    const ours = await send(stage.cards, office)
    expect([mine, ours]).toEqual([1, 2].map(() => ({ message: expect.any(String), redrawable: true })))
    const approved = { ...contract, blocks: [text('已由王芳批准')] }
    await send(stage.cards, { ...alone('li'), message: mine.message, redrawable: true }, approved)
    const [card] = stage.sim.user('li').cards()
    expect(card).toMatchObject({ content: '已由王芳批准', buttons: [] })
    expect(stage.sim.user('wang').cards()).toHaveLength(1)
  })

  test('what is private in a group is a card to the one alone, and remembered as standing there', async () => {
    const sent = await send(stage.cards, { ...office, user: 'li' })
    expect(sent).toMatchObject({
      redrawable: true,
      place: { conversation: 'li', kind: 'direct', user: 'li' },
    })
    expect(stage.sim.user('wang').sees()).toBe('')
    expect(stage.sim.user('li').sees()).toContain('等待审批')
  })

  test('a card that is gone is gone', async () => {
    const to = { ...alone('li'), message: 'never-was', redrawable: true }
    expect(await refusal(send(stage.cards, to))).toMatchObject({ outcome: 'gone' })
  })

  test('a delivery that failed inside an answer of success is a failure', async () => {
    stage.sim.cards.failDelivery('li')
    expect(await refusal(send(stage.cards, alone('li')))).toMatchObject({ outcome: 'again' })
    expect(await refusal(send(stage.cards, alone('left')))).toMatchObject({ outcome: 'never' })
    stage.sim.directory.groups.get('cid-office')!.hasRobot = false
    expect(await refusal(send(stage.cards, office))).toMatchObject({ outcome: 'never' })
  })

  test('where the documented size is kept to, the card is drawn to it', async () => {
    stage.sim.settings.cardValueRule = 'refuse'
    const long = { ...contract, blocks: [text('长'.repeat(900)), ...contract.blocks] }
    const sent = await send(stage.cards, alone('li'), long)
    expect(stage.sim.user('li').card().content).toContain('只显示了一部分')
    await send(stage.cards, { ...alone('li'), ...sent }, { ...long, title: '合同 HT-2' })
    expect(stage.sim.user('li').card().title).toBe('合同 HT-2')
  })

  test('a template that does not work: words, and a word to the admin', async () => {
    const bot = stage.botWith(true, { templateId: 'another.schema' })
    expect(await send(bot, alone('li'))).toEqual({ redrawable: false })
    expect(stage.sim.user('li').seesLast()).toContain('[批准]')
    expect(stage.errors).toEqual([expect.stringContaining('card template does not work')])
  })

  test('what moderation rejects is never sent', async () => {
    stage.sim.settings.unsafeText = /等待/
    expect(await refusal(send(stage.cards, alone('li')))).toMatchObject({ outcome: 'never' })
  })
})

describe('without a template', () => {
  test('buttons that say a sentence, and the time at which it was true', async () => {
    expect(await send(stage.words, alone('li'))).toEqual({ redrawable: false })
    const [message] = stage.sim.user('li').messages()
    expect(message).toMatchObject({ kind: 'actionCard', title: '合同 HT-1' })
    expect(message!.text).toContain('截至 10:02')
    expect(message!.links.map(({ title }) => title)).toEqual(['批准', '退回'])
  })

  test.each([0, 1, 2, 5, 8])('%i buttons', async (count) => {
    const list = Array.from({ length: count }, (_, i) => ({ label: `选项${i + 1}`, say: `选 D7K2 ${i + 1}` }))
    await send(stage.words, alone('li'), { title: '请选', blocks: [buttons(...list)] })
    const [message] = stage.sim.user('li').messages()
    expect(message!.links).toHaveLength(Math.min(count, 5))
    expect(message!.text.match(/dtmd:/g) ?? []).toHaveLength(Math.max(0, count - 5))
  })

  test('in a group the sentences are written out: a button there would not mention us', async () => {
    await send(stage.words, office)
    const [message] = stage.sim.user('wang').messages()
    expect(message!.links).toEqual([])
    expect(message!.text).toContain('批准：发“批准 HT-1”')
  })

  test('where a message came from is answered there while that lasts, and costs no call', async () => {
    await send(stage.words, withSession(office, stage.session('cid-office')))
    expect(stage.calls('/robot/sendBySession')).toBe(1)
    expect(stage.sim.recorder.charged.calls).toBe(0)
  })

  test('a session that ran out, by the clock or before its time, is no loss', async () => {
    const session = stage.session('cid-office')
    stage.sim.sessions.expireAll()
    await send(stage.words, withSession(office, session))
    stage.pass(91 * 60)
    await send(stage.words, withSession(office, session))
    expect(stage.calls('/robot/sendBySession')).toBe(1)
    expect(stage.sim.user('wang').messages()).toHaveLength(2)
  })

  test('a session of another host is never called', async () => {
    const url = `${stage.sim.apiUrl}/robot/sendBySession?session=stolen`
    await send(stage.words, withSession(office, { url, until: Number.MAX_SAFE_INTEGER }))
    expect(stage.calls('/robot/sendBySession')).toBe(0)
    expect(stage.sim.user('wang').messages()).toHaveLength(1)
  })

  test('what is private in a group does not go where the group would read it', async () => {
    await send(stage.words, { ...withSession(office, stage.session('cid-office')), user: 'li' })
    expect(stage.sim.user('wang').sees()).toBe('')
    expect(stage.sim.user('li').sees()).toContain('等待审批')
  })

  test('a stranger is answered where they wrote, and nowhere else', async () => {
    const bot = stage.cards
    const to = alone('stranger:$:LWCP_v1:$路人')
    const session = stage.session('cid-single-路人')
    expect(await send(bot, withSession(to, session))).toEqual({ redrawable: false })
    expect(stage.sim.outsider('路人').sees()).toContain('等待审批')
    expect(await refusal(send(bot, to))).toMatchObject({ outcome: 'never' })
  })

  test('people skipped inside an answer of success: who is not there never, who gets too much later', async () => {
    expect(await refusal(send(stage.words, alone('left')))).toMatchObject({ outcome: 'never' })
    stage.sim.throttled.next('li')
    const again = await refusal(send(stage.words, alone('li')))
    expect(again).toMatchObject({ outcome: 'again', retryAfter: 60 })
    await send(stage.words, alone('li'))
    expect(stage.sim.user('li').messages()).toHaveLength(1)
  })
})

describe('what can go wrong with a call', () => {
  test('a token that is withdrawn in the middle of a fan-out is asked for once more, and nothing is lost', async () => {
    await send(stage.words, alone('li'))
    stage.sim.tokens.expire()
    await Promise.all(Array.from({ length: 15 }, () => send(stage.words, alone('wang'))))
    expect(stage.sim.user('wang').messages()).toHaveLength(15)
    expect(stage.calls('/v1.0/oauth2/accessToken')).toBe(2)
  })

  test('a token is renewed before it ends', async () => {
    await send(stage.words, alone('li'))
    stage.pass(7200 - 301)
    await send(stage.words, alone('li'))
    expect(stage.calls('/v1.0/oauth2/accessToken')).toBe(1)
    stage.pass(2)
    await send(stage.words, alone('li'))
    expect(stage.calls('/v1.0/oauth2/accessToken')).toBe(2)
    expect(stage.sim.recorder.calls.filter(({ status }) => status !== 200)).toEqual([])
  })

  test.each<[Fault, Partial<NotSent>]>([
    ['qps', { outcome: 'again', retryAfter: 1 }],
    ['systemBusy', { outcome: 'again' }],
    ['serverError', { outcome: 'again' }],
    ['dropped', { outcome: 'again' }],
    ['lostAnswer', { outcome: 'again' }],
    ['noPermission', { outcome: 'again', retryAfter: 60 }],
    ['ipNotInWhiteList', { outcome: 'again', retryAfter: 60 }],
    ['blockedPage', { outcome: 'again', retryAfter: 300 }],
    ['blockedObject', { outcome: 'again', retryAfter: 300 }],
    ['monthlyQuota', { outcome: 'again', retryAfter: 3600 }],
  ])('%s', async (fault, expected) => {
    for (const [bot, path] of [
      [stage.words, batch],
      [stage.cards, create],
    ] as const) {
      stage.sim.faults.inject(fault, { on: path })
      const { outcome, retryAfter } = await refusal(send(bot, alone('li')))
      expect({ outcome, retryAfter }).toMatchObject(expected)
    }
  })

  test('after a refusal for speed the API is left alone for its second', async () => {
    stage.sim.faults.inject('qps', { on: batch })
    await refusal(send(stage.words, alone('li')))
    expect(await refusal(send(stage.words, alone('li')))).toMatchObject({ retryAfter: 1 })
    expect(stage.calls(batch)).toBe(1)
    stage.pass(1)
    await send(stage.words, alone('li'))
  })

  test('a month that is used up is not asked about again for an hour; an admin is told once', async () => {
    stage.sim.settings.monthlyCalls = 1
    await send(stage.words, alone('li'))
    for (let i = 0; i < 5; i++) await refusal(send(stage.words, alone('li')))
    expect(stage.calls(batch)).toBe(2)
    expect(stage.errors).toEqual([expect.stringContaining('used up its calls')])
    expect(await stage.words.whois({ platform: 'dingtalk', id: 'li' })).toMatchObject({ name: '李明' })
    stage.sim.settings.monthlyCalls = 100
    stage.pass(3601)
    await send(stage.words, alone('li'))
  })

  test('the platform’s rate is kept: in no second do more calls begin than it allows', async () => {
    const pace = pacing({ most: 20, wall: () => new Date(), log: { info() {}, warn() {}, error() {} } })
    const begun: number[] = []
    const call = async () => void begun.push(performance.now())
    await Promise.all(Array.from({ length: 45 }, () => pace(batch, call)))
    expect(begun).toHaveLength(45)
    for (const [i, at] of begun.entries()) if (i >= 20) expect(at - begun[i - 20]!).toBeGreaterThan(1000)
  })
})

describe('who is who', () => {
  const who = (id: string) => stage.cards.whois({ platform: 'dingtalk', id })

  test('colleagues, as far as the app may know', async () => {
    expect(await who('li')).toEqual({ name: '李明', mobile: '13800000001', email: 'li@example.com' })
    stage.sim.settings.mayRead = { mobile: false, email: false }
    expect(await who('li')).toEqual({ name: '李明' })
  })

  test('nobody: who left, who never was, who is from outside', async () => {
    expect(await who('left')).toBeNull()
    expect(await who('nobody')).toBeNull()
    expect(await who('stranger:$:LWCP_v1:$路人')).toBeNull()
  })

  test('a directory that does not answer is not a stranger', async () => {
    stage.sim.faults.inject('systemBusy', { on: '/topapi' })
    expect(await refusal(who('li'))).toMatchObject({ outcome: 'again' })
  })

  test.each(['+8613800000001', '+86 138-0000-0001', '13800000001'])(
    'found by the number %s',
    async (mobile) =>
      expect(await stage.cards.find!({ name: '', mobile })).toEqual({ platform: 'dingtalk', id: 'li' }),
  )

  test.each([undefined, '13800009999', 'x'])('not found by %s', async (mobile) =>
    expect(await stage.cards.find!({ name: '', mobile })).toBeNull(),
  )
})

describe('files', () => {
  test('are fetched by their code', async () => {
    const id = stage.sim.files.keep({ bytes: new TextEncoder().encode('可乐 进30 存12'), name: '库存.csv' })
    const bytes = await stage.cards.fetchFile!({ id, name: '库存.csv' })
    expect(new TextDecoder().decode(bytes)).toBe('可乐 进30 存12')
  })

  test('a code that has expired never comes back', async () => {
    const id = stage.sim.files.keep({ bytes: new Uint8Array(), name: '库存.csv' })
    stage.sim.files.expireCodes()
    expect(await refusal(stage.cards.fetchFile!({ id, name: '库存.csv' }))).toMatchObject({
      outcome: 'never',
    })
  })
})
