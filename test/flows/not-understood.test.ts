import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeAll(async () => {
  demo = await playgroundDemo()
})
afterAll(() => demo.close())

test('what was typed goes on with a tap: the customer that was named, or the whole sentence', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('阳光饮品的数对不上，先放着')
  expect(zhao.sees()).toContain('退回周报 阳光饮品的数对不上，先放着')
  expect(zhao.sees()).toContain('客户 阳光饮品经营部')
  await zhao.presses('退回周报')
  expect(zhao.sees()).toContain('阳光饮品经营部')
  await zhao.says('取消')
  await zhao.says('阳光饮品的数对不上，先放着')
  await zhao.presses('看客户')
  expect(zhao.sees()).toMatch(/^阳光饮品经营部/)
})

test('nobody is offered what they may not do', async () => {
  for (const who of ['zhao', 'chen', 'sun']) {
    const person = demo.person(who)
    await person.says('德顺 老板换了货架')
    expect(person.sees()).toContain('没有完全明白')
    expect(person.sees()).not.toMatch(/记录拜访|计划拜访|报库存|起草/)
  }
})

test('what is asked for outright and may not be done is refused by name', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('拜访德顺批发部 跟丁老板聊了堆头')
  expect(zhao.sees()).toContain('“记录拜访”不在您的权限内，由业务代表、主管或办事处主任来做')
})

test('whoever may not accept a report is told whose it is', async () => {
  const wang = demo.person('wang')
  await wang.says('德顺批发部的周报看了没问题 通过')
  expect(wang.sees()).toContain('“接收周报”不在您的权限内，由信息员来做')
})

test('the opposite of what was said is not among the nearest', async () => {
  const wang = demo.person('wang')
  for (const sentence of ['德顺的等附件补齐再批', '德顺的还没批 什么情况都有']) {
    await wang.says(sentence)
    expect(wang.sees()).toContain('没有完全明白')
    expect(wang.sees()).not.toContain('批准')
  }
})
