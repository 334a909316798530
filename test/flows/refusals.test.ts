import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeAll(async () => {
  demo = await playgroundDemo()
})
afterAll(() => demo.close())

const refusals = () => demo.db.audit.count({ where: { action: { contains: 'refused' } } })
const waitingForWang = () =>
  demo.db.contract.findFirstOrThrow({
    where: {
      state: 'in_review',
      steps: { some: { role: 'office_head', state: 'open' } },
      customer: { owner: { code: 'li' } },
    },
  })

test('the rep of another office sees nothing of a customer, not even that it exists', async () => {
  const before = await refusals()
  const zhou = demo.person('zhou')
  for (const sentence of ['客户 KH000002', '库存 KH000002', '报库存 KH000002']) {
    await zhou.says(sentence)
    expect(zhou.sees(), sentence).toContain('KH000002')
    expect(zhou.sees(), sentence).not.toContain('华联超市')
  }
  await zhou.says('查客户 华联超市')
  expect(zhou.sees()).not.toContain('王店长')
  expect(await refusals()).toBeGreaterThan(before)
})

test('a rep who presses the manager’s button is refused with a visible answer, and it is logged', async () => {
  const { number } = await waitingForWang()
  const before = await refusals()
  const li = demo.person('li')
  await li.says(`批准 ${number}`)
  expect(li.sees()).toMatch(/不能|不由|由别人|自己|不在/)
  expect(await refusals()).toBe(before + 1)
  expect((await demo.db.contract.findUniqueOrThrow({ where: { number } })).state).toBe('in_review')
})

test('a card forwarded to somebody shows and does no more than asking would', async () => {
  const { number } = await waitingForWang()
  const wang = demo.person('wang')
  await wang.says(`合同 ${number}`)
  const button = `批准 ${number}`
  const zhou = demo.person('zhou')
  const answer = await demo.app.request('/playground/press', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'zhou', button, message: (await wang.messages()).at(-1)!.id }),
  })
  expect(answer.status).toBe(200)
  expect(await zhou.screen()).toMatch(/没有/)
  expect(await zhou.screen()).not.toContain('¥')
  expect((await demo.db.contract.findUniqueOrThrow({ where: { number } })).state).toBe('in_review')
  expect((await wang.messages()).at(-1)!.text).toContain(number)
})

test('whoever left is turned away at once, also on buttons they still have', async () => {
  const { number } = await waitingForWang()
  const wang = demo.person('wang')
  await wang.says(`合同 ${number}`)
  await demo.db.member.update({ where: { code: 'wang' }, data: { leftOn: '2026-11-24' } })
  await wang.presses('批准')
  expect(wang.sees()).toContain('已停用')
  expect((await demo.db.contract.findUniqueOrThrow({ where: { number } })).state).toBe('in_review')
  expect(await demo.db.audit.count({ where: { action: 'turned_away' } })).toBe(1)
})

test('a date that no calendar has is asked again, with what was typed, and nothing is lost', async () => {
  const li = demo.person('li')
  for (const sentence of ['请假 2026-02-30', '稍后提醒 2026-02-30']) {
    await li.says(sentence)
    expect(li.sees(), sentence).toContain('请看标出的地方')
    expect(li.sees(), sentence).toContain('2026-02-30 (')
  }
})

test('what is no JSON is told apart from a fault of ours', async () => {
  const headers = { 'content-type': 'application/json' }
  const answer = await demo.app.request('/playground/say', { method: 'POST', headers, body: '{' })
  expect(answer.status).toBe(400)
})

test('the time machine does not run away to a year that was mistyped', async () => {
  await expect(demo.moveTo('2099-06-01T10:00')).rejects.toThrow('400')
  expect(demo.company.now().toString()).toMatch(/^2026-11-24/)
})

test('a text that is far too long is refused at once, however it is built', async () => {
  const li = demo.person('li')
  await li.says('客户:'.repeat(5000))
  expect(li.sees()).toContain('15000 个字')
  await li.drops('整本.txt', '客户:'.repeat(2000))
  expect(li.sees()).toContain('请分几次发')
})
