import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

/** A short question after a look-up asks for the same of somebody or some time else. */

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeAll(async () => {
  demo = await playgroundDemo()
})
afterAll(() => demo.close())

test('of another customer, and of another week', async () => {
  const li = demo.person('li')
  await li.says('客户 华联')
  await li.says('他们家库存呢')
  expect(li.sees()).toContain('华联超市 库存')
  await li.says('那永盛呢')
  expect(li.sees()).toContain('永盛副食商行 库存')
  await li.says('那上周呢')
  expect(li.sees()).toContain('永盛副食商行 进销存周报 第47周')
  await li.says('华联呢？')
  expect(li.sees()).toContain('华联超市')
  expect(li.sees()).toContain('第47周')
})

test('of the same customer, without saying so', async () => {
  const li = demo.person('li')
  await li.says('客户 永盛')
  await li.says('上次拜访什么时候')
  expect(li.sees()).toContain('拜访记录 永盛副食商行')
  await li.says('合同呢')
  expect(li.sees()).toContain('永盛副食商行 2026年度合同')
  await li.says('合同')
  expect(li.sees()).toContain('未完成的合同')
})

test('a month is weeks to choose from', async () => {
  const li = demo.person('li')
  await li.says('库存 永盛')
  await li.says('那上个月呢')
  expect(li.sees()).toContain('10.19–10.25 (2026-W43)')
  await li.presses('10.19–10.25 (2026-W43)')
  expect(li.sees()).toContain('永盛副食商行 进销存周报 第43周')
})

test('of a name that several have, it asks which', async () => {
  const li = demo.person('li')
  await li.says('拜访记录 华联')
  await li.says('那佳佳呢')
  expect(li.sees()).toContain('“佳佳”有几个，是哪一个？')
  await li.says('第二个')
  expect(li.sees()).toContain('佳佳便利店(淮海路店)')
  expect(li.sees()).toContain('拜访')
})

test('of contracts and of who has not reported as well', async () => {
  const wang = demo.person('wang')
  await wang.says('华联超市的合同')
  await wang.says('那德顺的呢')
  expect(wang.sees()).toContain('HT-2026-0137')
  await wang.says('谁还没交周报')
  await wang.says('那上上周呢')
  expect(wang.sees()).toContain('未交周报 第46周')
})

test('after nothing, what may be looked up of that customer is offered', async () => {
  const chen = demo.person('chen')
  await chen.says('那永盛呢')
  expect(chen.sees()).toContain('看库存: 库存 永盛副食商行')
  await chen.presses('看库存')
  expect(chen.sees()).toContain('永盛副食商行 库存')
})

test('a draft that waits is left alone', async () => {
  const li = demo.person('li')
  await li.says('拜访华联超市 跟王店长聊了元旦堆头 下周二再去')
  await li.says('库存 华联')
  await li.says('那永盛呢')
  expect(li.sees()).toContain('永盛副食商行 库存')
  await li.says('好')
  expect(li.sees()).toContain('还没有保存')
  expect(await demo.db.visit.count({ where: { about: '元旦堆头', state: 'done' } })).toBe(0)
})

test('in English', async () => {
  const emma = demo.person('emma')
  await emma.says('stock Qingfeng')
  await emma.says('what about Siji Beverages?')
  expect(emma.sees()).toContain('Stock of Siji Beverages')
  await emma.says('and last week?')
  expect(emma.sees()).toContain('Siji Beverages, stock report week 47')
  await emma.says('what is their stock?')
  expect(emma.sees()).toContain('Stock of Siji Beverages')
})
