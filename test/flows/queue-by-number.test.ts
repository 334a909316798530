import { afterEach, beforeEach, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

/** The clerk goes through the reports that wait by their place on the list. */

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeEach(async () => {
  demo = await playgroundDemo()
})
afterEach(() => demo.close())

const stateOf = async (name: string) =>
  (await demo.db.stockReport.findFirstOrThrow({ where: { period: '2026-W47', customer: { name } } })).state

test('接收第一个, 退回第二个 are of the list of reports just shown', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('审核周报')
  await zhao.says('退回第二个 期末数不对')
  expect(zhao.sees()).toContain('退回: 龙腾饮品专卖行')
  expect(zhao.sees()).toContain('原因: 期末数不对')
  expect(await stateOf('龙腾饮品专卖行')).toBe('submitted')
  await zhao.says('好')
  expect(await stateOf('龙腾饮品专卖行')).toBe('returned')
  await zhao.says('第一个没问题 接收')
  await zhao.says('好')
  expect(await stateOf('兴隆商贸行')).toBe('accepted')
})

test('one is looked at, and two at once are not decided', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('审核周报')
  await zhao.says('看第二个')
  expect(zhao.sees()).toContain('龙腾饮品专卖行 进销存周报 第47周')
  await zhao.says('接收第一个和第二个')
  expect(zhao.sees()).toContain('一次处理一份周报')
  await zhao.says('退回第二个 照片不清')
  expect(zhao.sees()).toContain('退回: 龙腾饮品专卖行')
})

test('a place that the list does not have is told', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('审核周报')
  await zhao.says('接收第十五个')
  expect(zhao.sees()).toContain('没有第 15 份')
})

test('after the list of contracts 退回第二个 is a contract', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('审核周报')
  await zhao.says('待审批')
  await zhao.says('退回第二个 附件不清楚')
  expect(zhao.sees()).toContain('合同: 永盛副食商行')
})

test('in English', async () => {
  const zhao = demo.person('zhao')
  await zhao.says('reports to review')
  await zhao.says('return the second: closing is wrong')
  await zhao.says('ok')
  expect(await stateOf('龙腾饮品专卖行')).toBe('returned')
  await zhao.says('accept the first')
  await zhao.says('ok')
  expect(await stateOf('兴隆商贸行')).toBe('accepted')
})
