import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainWords } from '../simulators/slack/person/plain-words.ts'
import { person } from '../support/playground-company.ts'
import { hasRuntime } from './runtime.ts'
import { type WorkerCompany, workerCompany } from './worker-company.ts'

let company: WorkerCompany
const visits = (about: string) => `SELECT count(*) FROM Visit WHERE about LIKE '%${about}%'`

describe.runIf(hasRuntime)('the company in a Durable Object', () => {
  beforeAll(async () => {
    company = await workerCompany()
    expect(await company.ready()).toBe('ready')
  })
  afterAll(() => company?.close())

  test('a signed Slack command is acknowledged in time and answered', async () => {
    const li = company.slack.user('U0li')
    const { attempts } = await li.command('/qudao', '查客户 华联超市')
    expect(attempts[0]).toMatchObject({ outcome: 'acknowledged' })
    await company.quiet()
    expect(li.sees()).toContain('王店长')
  })

  test('a press in Slack saves what was understood, and redraws the card', async () => {
    const li = company.slack.user('U0li')
    await li.dm('拜访华联超市 跟王店长聊了国庆堆头怎么摆放')
    await company.quiet()
    expect(company.ask(visits('国庆堆头怎么摆放'))).toBe(0)
    const { attempts } = await li.press(li.lastMessage()!, '保存')
    expect(attempts[0]).toMatchObject({ outcome: 'acknowledged' })
    await company.quiet()
    expect(li.sees()).toContain('已记录')
    expect(li.sees()).not.toContain('[保存]')
    expect(company.ask(visits('国庆堆头怎么摆放'))).toBe(1)
  })

  test('a message and a press on its card in DingTalk do the same', async () => {
    const li = company.dingtalk.user('li')
    expect(await li.says('拜访永盛副食商行 跟老板聊了新品陈列的费用')).toMatchObject({ taken: true })
    await company.quiet()
    expect(await li.presses(undefined, '保存')).toMatchObject({ outcome: 'changed' })
    expect(li.seesLast()).toContain('已记录')
    expect(company.ask(visits('新品陈列的费用'))).toBe(1)
    expect(company.dingtalk.recorder.violations).toEqual([])
  })

  test('what is not signed by a platform is refused', async () => {
    const forged = { method: 'POST', body: 'command=%2Fqudao&text=%E5%B8%AE%E5%8A%A9' }
    expect((await fetch(`${company.worker.url}/slack/events`, forged)).status).toBe(401)
    expect(await company.dingtalk.intruder.says('wrongSecret', 'li', '帮助')).toMatchObject({ status: 401 })
  })

  test('a command that fails half-way leaves no row, and says so', async () => {
    const li = company.slack.user('U0li')
    await li.dm('拜访华联超市 跟王店长聊了冰柜的押金')
    await company.quiet()
    company.tamper(
      "CREATE TRIGGER broken BEFORE INSERT ON Audit WHEN NEW.action = 'visit.recorded' BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    await li.press(li.lastMessage()!, '保存')
    await company.quiet()
    company.tamper('DROP TRIGGER broken')
    expect(company.ask(visits('冰柜的押金'))).toBe(0)
    const id = /编号 (\d+)/.exec(plainWords(li.lastMessage()!))?.[1]
    expect(company.worker.printed()).toContain(`"message":"a message could not be answered","id":"${id}"`)
  })

  test('what a platform did not take is sent when the alarm rings, and no request wakes the object', async () => {
    const li = company.slack.user('U0li')
    company.slack.faults.next('chat.postMessage', { status: 503 })
    await li.dm('查客户 永盛副食商行')
    await company.quiet()
    expect(plainWords(li.lastMessage()!)).toContain('永盛副食商行')
  })

  test('the jobs of a week are done here, too', async () => {
    const at = (code: string) => person((path, init) => fetch(company.worker.url + path, init), code)
    const li = at('li')
    const submitted = "SELECT count(*) FROM StockReport WHERE state = 'submitted'"
    const before = Number(company.ask(submitted))
    await li.says('报库存 华联超市')
    const form = li.card().blocks.find((block) => block.type === 'form')!
    await li.fills({ [form.fields.find(({ label }) => label.startsWith('可乐'))!.name]: '进10箱 存20箱' })
    expect(company.ask(submitted)).toBe(before + 1)

    await li.says('起草合同 永盛副食商行 可乐1200箱 雪碧600箱')
    await li.presses('保存')
    const number = String(company.ask("SELECT number FROM Contract WHERE state = 'draft' ORDER BY id DESC"))
    await li.says(`提交合同 ${number}`)
    for (const code of ['wang', 'zhao', 'chen', 'sun']) await at(code).says(`批准 ${number}`)
    expect(await li.screen()).toContain('孙丽娟')
    expect(company.ask(`SELECT state FROM Contract WHERE number = '${number}'`)).toBe('approved')

    await at('wang').says('订阅周报')
    const now = new Date(Date.now() + 9 * 86_400_000).toISOString()
    const moved = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    }
    expect((await fetch(`${company.worker.url}/playground/clock`, moved)).status).toBe(200)
    expect(await at('wang').screen()).toMatch(/周报/)
    await company.quiet()
  })

  test('killed hard while people save: what was accepted is done, and done once', async () => {
    const { slack, worker } = company
    const li = slack.user('U0li')
    const drafts = []
    for (let i = 0; i < 10; i++) {
      await li.dm(`拜访华联超市 跟王店长聊了第${i}号货架的位置`)
      await company.quiet()
      drafts.push(li.lastMessage()!)
    }
    for (const half of [drafts.slice(0, 5), drafts.slice(5)]) {
      const presses = half.map((draft) => li.press(draft, '保存'))
      await Promise.race(presses)
      await worker.kill()
      const pressed = await Promise.all(presses)
      await worker.start()
      expect(await company.ready()).toBe('ready')
      // Slack says that a press did not arrive, and people press again; what arrived comes once more, too.
      await Promise.all(pressed.map((press) => slack.deliveries.again(press)))
      await company.quiet()
    }
    for (let i = 0; i < 10; i++) expect(company.ask(visits(`第${i}号货架`)), `visit ${i}`).toBe(1)
    expect(company.ask("SELECT count(*) FROM Inbox WHERE state <> 'done'")).toBe(0)
    expect(company.ask("SELECT count(*) FROM Outbox WHERE state = 'dead'")).toBe(0)
  })

  test('after a kill the alarm finishes what was under way, though nobody calls', async () => {
    const li = company.slack.user('U0li')
    await li.dm('查客户 副食')
    await company.worker.kill()
    await company.worker.start()
    await company.quiet()
    expect(plainWords(li.lastMessage()!)).toContain('永盛副食商行')
  })
})
