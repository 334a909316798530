import { afterEach, beforeEach, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeEach(async () => {
  demo = await playgroundDemo()
})
afterEach(() => demo.close())

const about = '春节备货计划'
const standing = async () =>
  (await demo.db.visit.findMany({ where: { about, state: 'done' }, orderBy: { id: 'asc' } })).map(
    ({ nextDate }) => nextDate,
  )

async function saved() {
  const li = demo.person('li')
  await li.says(`拜访新安商贸行 跟安经理聊了${about} 下周二再去`)
  await li.presses('保存')
  return li
}

test('a correction takes the place of what was saved', async () => {
  const li = await saved()
  await li.says('改成下周三')
  await li.presses('保存')
  expect(await standing()).toEqual(['2026-12-02'])
})

test('a correction can be saved after what it corrects was taken back', async () => {
  const li = await saved()
  await li.says('改成下周三')
  await li.says('撤销')
  expect(await standing()).toEqual([])
  await li.presses('保存')
  expect(li.sees()).toContain('已记录')
  expect(await standing()).toEqual(['2026-12-02'])
})

test('what a correction replaced is not taken back a second time', async () => {
  const li = await saved()
  await li.says('改成下周三')
  await li.presses('保存')
  await li.says('撤销')
  expect(li.sees()).toContain('已撤销')
  await li.says('撤销')
  expect(li.sees()).toContain('没有可以撤销的记录')
  expect(await standing()).toEqual([])
})
