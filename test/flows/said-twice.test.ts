import { afterEach, beforeEach, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeEach(async () => {
  demo = await playgroundDemo()
})
afterEach(() => demo.close())

const sentence = '拜访新安商贸行 跟安经理聊了春节备货计划 下周二再去'
const kept = () => demo.db.visit.count({ where: { about: '春节备货计划', state: 'done' } })

async function savedAtTen() {
  const li = demo.person('li')
  await li.says(sentence)
  expect(li.sees()).not.toContain('已经在')
  await li.presses('保存')
  demo.setWall(new Date('2026-11-24T10:10:00+08:00'))
  return li
}

test('the same visit said again: the card says when it was recorded, and leaves the choice', async () => {
  const li = await savedAtTen()
  await li.says(sentence.replace('春节备货计划', '春节备货计划。'))
  expect(li.sees()).toContain('同样的拜访已经在 11月24日 周二 10:00 记过了。不用再记就点“取消”。')
  await li.presses('取消')
  expect(await kept()).toBe(1)
  await li.says(sentence)
  await li.presses('保存')
  expect(await kept()).toBe(2)
})

test('other words, another customer, another day, a colleague or a correction are no repetition', async () => {
  const li = await savedAtTen()
  const asksAnew = (words: string) => words.includes('记录拜访') && !words.includes('已经在')
  for (const other of [
    sentence.replace('春节', '元旦'),
    sentence.replace('新安商贸行', '华联超市').replace('安经理', '王店长'),
    `昨天${sentence}`,
  ])
    expect((await li.says(other)).sees()).toSatisfy(asksAnew)
  expect((await demo.person('wang').says(sentence)).sees()).toSatisfy(asksAnew)
  await li.presses('取消')
  await li.says('改成下周三')
  expect(li.sees()).toContain('12月2日')
  expect(li.sees()).toSatisfy(asksAnew)
})

test('a colleague who reads English is told in English', async () => {
  const emma = demo.person('emma')
  const visited = 'visited Qingfeng Beverages, talked to Liu Yumei about the spring display'
  await emma.says(visited)
  await emma.presses('Save')
  await emma.says(visited)
  expect(emma.sees()).toContain('The same visit was recorded already, Tue 24 Nov 10:00.')
})
