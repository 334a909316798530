import { afterEach, describe, expect, test, vi } from 'vitest'
import { type DingtalkDemoOptions, dingtalkDemo, office, type Via } from '../support/dingtalk-company.ts'
import { patience } from '../support/patience.ts'

let demo: Awaited<ReturnType<typeof dingtalkDemo>>
const open = async (options: DingtalkDemoOptions = {}) => {
  demo = await dingtalkDemo(options)
  return demo
}
afterEach(async () => {
  expect(demo.sim.recorder.violations).toEqual([])
  await demo.close()
})

const visits = () => demo.db.visit.count({ where: { about: { contains: '国庆堆头' } } })
const said = '拜访华联超市 跟王店长聊了国庆堆头怎么摆放 下周二再去'

/** A draft contract, submitted: it waits for the office head. */
async function submitted(): Promise<string> {
  const li = demo.person('li')
  await li.says('起草合同 永盛副食商行 2027年 可乐1200箱')
  await li.presses('保存')
  const { number } = await demo.db.contract.findFirstOrThrow({ where: { year: 2027 } })
  await li.says(`提交合同 ${number}`)
  return number
}
const stateOf = async (number: string) =>
  (await demo.db.contract.findUniqueOrThrow({ where: { number } })).state
const approvals = (number: string) =>
  demo.db.contractStep.count({ where: { contract: { number }, state: 'approved' } })

describe('what arrives twice has one effect', () => {
  test('a message whose acknowledgement was lost', async () => {
    const li = (await open()).person('li')
    const { push } = await li.person.says(said)
    await li.calm()
    push!.repeat()
    await vi.waitFor(() => expect(demo.sim.recorder.acks).toHaveLength(2), patience)
    await li.calm()
    expect(li.person.cards()).toHaveLength(1)
  })

  test('a press whose acknowledgement was lost', async () => {
    const li = (await open()).person('li')
    await li.says(said)
    const { push } = await li.person.presses(undefined, '保存')
    await li.calm()
    push!.repeat()
    await vi.waitFor(() => expect(demo.sim.recorder.acks).toHaveLength(3), patience)
    await li.calm()
    expect(await visits()).toBe(1)
    expect(li.last()).toContain('已记录')
  })

  test('a button pressed twice', async () => {
    const li = (await open()).person('li')
    await li.says(said)
    const before = li.person.card()
    await Promise.all([1, 2].map(() => li.person.pressesStale(before, '保存')))
    await li.calm()
    expect(await visits()).toBe(1)
    expect(li.sees()).toContain('已记录')
  })

  test('over HTTP, a captured request that is sent again; another body under its id is refused', async () => {
    const li = (await open({ via: 'http' })).person('li')
    await li.says(said)
    await li.presses('保存')
    const rows = await demo.db.inbox.count()
    for (const callback of [...demo.sim.recorder.callbacks])
      expect((await demo.sim.intruder.replays(callback)).status).toBe(200)
    const [first] = demo.sim.recorder.callbacks
    const forged = { ...JSON.parse(first!.body), text: { content: '批准 HT-2026-0001' } }
    await demo.sim.intruder.reuses(first!, forged)
    await li.calm()
    expect(await demo.db.inbox.count()).toBe(rows)
    expect(await visits()).toBe(1)
  })
})

describe('a card that is no longer current', () => {
  test('pressed all the same shows the state of now, and who decided', async () => {
    await open()
    const number = await submitted()
    const wang = demo.person('wang')
    const stale = wang.person.card(number)
    await wang.presses('批准')
    await wang.person.pressesStale(stale, '批准')
    await wang.calm()
    expect(await approvals(number)).toBe(1)
    const now = wang.person.card(stale.outTrackId)
    expect(now.buttons.map(({ text }) => text)).not.toContain('批准')
    expect(now.content).toMatch(/王.*批准/)
  })

  test('without a template the message says when it was true, and its button shows the state of now', async () => {
    await open({ template: false })
    const number = await submitted()
    const wang = demo.person('wang')
    expect(wang.last()).toContain('截至 10:00')
    const stale = wang.person.messages().at(-1)!
    await wang.presses('批准')
    await wang.person.follows(stale, '批准')
    await wang.calm()
    expect(await approvals(number)).toBe(1)
    expect(wang.last()).toMatch(/已.*批准|王/)
  })
})

test('a refusal is told on the card to the one who pressed, and in a message; others see neither', async () => {
  await open()
  const number = await submitted()
  const card = demo.person('wang').person.card(number)
  await demo
    .person('wang')
    .person.forges(card, { actionIds: ['b1'], params: { say: '接收 KH999999 2026-W47' } })
  await demo.person('wang').calm()
  expect(demo.person('wang').person.card(card.outTrackId).notice).toContain('没有办成')
  expect(demo.person('wang').last()).toContain('没有办成')
  expect(demo.person('li').sees()).not.toContain('没有办成')
  await demo.person('wang').presses('批准')
  expect(demo.person('wang').person.card(card.outTrackId).notice).toBe('')
})

describe('who may', () => {
  test('a press that somebody else forges on a card is judged as theirs', async () => {
    await open()
    const number = await submitted()
    const card = demo.person('wang').person.card(number)
    const zhou = demo.person('zhou')
    await zhou.person.forges(card, { actionIds: ['b1'], params: { say: `批准 ${number}` } })
    await zhou.calm()
    expect(await approvals(number)).toBe(0)
    expect(await stateOf(number)).not.toBe('approved')
    expect(zhou.sees()).toMatch(/没有办成|没有找到/)
  })

  test.each<[string, DingtalkDemoOptions]>([
    ['by stream, with a template', {}],
    ['by stream, without', { template: false }],
    ['over HTTP, without', { via: 'http', template: false }],
  ])('a stranger gets one polite answer and nothing else, %s', async (_how, options) => {
    await open(options)
    const stranger = demo.sim.outsider('路人')
    await stranger.says('客户 KH000002')
    await demo.person('li').calm()
    expect(stranger.sees()).toContain('我只为公司同事服务')
    expect(stranger.sees()).not.toContain('华联')
    expect(stranger.messages()).toHaveLength(1)
  })

  test('before the app is published everyone is a stranger', async () => {
    await open()
    demo.sim.settings.published = false
    await demo.person('li').says('客户 KH000002')
    expect(demo.person('li').last()).toContain('我只为公司同事服务')
  })

  test.each(['unsigned', 'wrongSignature', 'wrongSecret', 'stale', 'future'] as const)(
    'over HTTP, %s messages and presses are refused and leave nothing behind',
    async (forgery) => {
      const log: string[] = []
      const note = (_: object, message: string) => void log.push(message)
      await open({ via: 'http', log: { info: () => {}, warn: note, error: note } })
      const number = await submitted()
      const { outTrackId } = demo.person('wang').person.card(number)
      const rows = await demo.db.inbox.count()
      const action = { actionIds: ['b1'], params: { say: `批准 ${number}` } }
      expect((await demo.sim.intruder.says(forgery, 'wang', `批准 ${number}`)).status).toBe(401)
      expect((await demo.sim.intruder.presses(forgery, 'wang', outTrackId, action)).status).toBe(401)
      expect(await demo.db.inbox.count()).toBe(rows)
      expect(await approvals(number)).toBe(0)
      expect(log.filter((message) => message.includes('without the valid signature'))).toHaveLength(2)
    },
  )
})

describe.each<Via>(['stream', 'http'])('what people send, by %s', (via) => {
  test('a voice note, a file of words; what cannot be read is said', async () => {
    const li = (await open({ via })).person('li')
    await li.person.speaks('查客户华联超市。')
    await li.calm()
    expect(li.last()).toContain('KH000002')
    await li.person.sendsFile('拜访.txt', new TextEncoder().encode(said))
    await li.calm()
    expect(li.last()).toContain('12月1日 周二')
    for (const send of [
      () => li.person.sendsPicture(new Uint8Array([1])),
      () => li.person.sendsVideo(new Uint8Array([1])),
      () => li.person.sendsFile('合同.pdf', new Uint8Array([1])),
      () => li.person.sendsKind('chatRecord', {}),
    ]) {
      await send()
      await li.calm()
      expect(li.last()).toContain('读不了文件')
    }
  })
})

describe.each([true, false])('in a group (template: %s)', (template) => {
  test('what all there may see is said there, the rest to the asker alone', async () => {
    const li = (await open({ template })).person('li')
    await li.saysIn(office, '帮助')
    await li.saysIn(office, said)
    expect(demo.person('zhou').sees()).toContain('您可以这样说')
    expect(li.last()).toContain('怎么摆放')
    await li.presses('保存')
    expect(await visits()).toBe(1)
    expect(li.last()).toContain('已记录')
    expect(demo.person('zhou').sees()).not.toContain('怎么摆放')
    if (template) expect(li.newMessages()).toBe(0)
  })
})

test('an answer that the platform refuses for now follows later', async () => {
  const li = (await open()).person('li')
  demo.sim.faults.inject('qps', { on: '/v1.0/card', times: 2 })
  await li.says('客户 KH000002')
  expect(li.sees()).toBe('')
  for (const seconds of [2, 10, 40]) {
    demo.setWall(new Date(Date.parse('2026-11-24T10:00:00+08:00') + seconds * 1000))
    await demo.company.tick()
  }
  expect(li.person.cards()).toHaveLength(1)
})

test('a month that is used up: the message without words is no riddle to anyone but the admin', async () => {
  const errors: string[] = []
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: object, message: string) => void errors.push(message),
  }
  const li = (await open({ log })).person('li')
  demo.sim.settings.monthlyPushes = 0
  await li.says('客户 KH000002')
  expect(errors).toEqual([expect.stringContaining('used up its month')])
  expect(await demo.db.inbox.count()).toBe(0)
})
