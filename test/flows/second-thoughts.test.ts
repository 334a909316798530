import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

/** 好 answers what was just shown, and nothing else; a list or a form is answered in words as well. */

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeEach(async () => {
  demo = await playgroundDemo()
})
afterEach(() => demo.close())

const about = '元旦堆头陈列'
const visit = `拜访华联超市 跟王店长聊了${about} 下周二再去`
const another = '拜访永盛 跟郑永盛聊了纯生啤酒铺货'
const kept = (words: string) => demo.db.visit.count({ where: { about: words, state: 'done' } })

describe('好', () => {
  test('does not save a card that the last sentence was to change and did not', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says('唔晓得咋个办才好咯')
    expect(li.sees()).toContain('没有改动，也没有保存')
    await li.says('好')
    expect(li.sees()).toContain('还没有保存')
    expect(await kept(about)).toBe(0)
    await li.says('好')
    expect(li.sees()).toContain('已记录')
    expect(await kept(about)).toBe(1)
  })

  test('does not save an older card than the one it answers', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says(another)
    await li.says('好')
    expect(await kept('纯生啤酒铺货')).toBe(1)
    await li.says('好的')
    expect(li.sees()).toContain('还没有保存')
    expect(await kept(about)).toBe(0)
    await li.says('算了')
    expect(li.sees()).toContain('已取消')
    await li.says('好')
    expect(li.sees()).toContain('没有等待保存的内容')
  })

  test('shows what is still missing of a form', async () => {
    const li = demo.person('li')
    await li.says('拜访华联超市')
    await li.says('好')
    expect(li.sees()).toContain('还差一点')
  })

  test.each(['保存吧', '可以，没问题', '好的谢谢', 'save it', 'ok thanks'])(
    'may be said as %s',
    async (words) => {
      const li = demo.person('li')
      await li.says(visit)
      await li.says(words)
      expect(await kept(about)).toBe(1)
    },
  )

  test('thanks save nothing, and say so', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says('谢谢')
    expect(li.sees()).toContain('还没有保存')
    expect(await kept(about)).toBe(0)
    await li.says('好')
    await li.says('谢谢')
    expect(li.sees()).toContain('不客气')
  })
})

test('撤销 drops what was just shown and not yet saved', async () => {
  const li = demo.person('li')
  await li.says(visit)
  await li.says('撤销')
  expect(li.sees()).toContain('已取消')
  await li.says('好')
  expect(li.sees()).toContain('没有等待保存的内容')
  expect(await kept(about)).toBe(0)
})

test.each(['淮海路那家', '第二个', '2'])('a list is answered by %s', async (words) => {
  const li = demo.person('li')
  await li.says('拜访佳佳 聊了端架陈列位置')
  await li.says(words)
  expect(li.sees()).toContain('佳佳便利店(淮海路店)')
  await li.says('好')
  expect(li.sees()).toContain('已记录')
})

test('an entry that a list does not have is told', async () => {
  const li = demo.person('li')
  await li.says('拜访佳佳 聊了端架陈列位置')
  await li.says('7')
  expect(li.sees()).toContain('没有这一项')
})

test('what a form asks for may come in the next sentence', async () => {
  const li = demo.person('li')
  await li.says('拜访华联超市')
  await li.says(`聊了${about} 下周二再去`)
  expect(li.sees()).toContain('华联超市')
  await li.says('好')
  expect(li.sees()).toContain('已记录')
  expect(await kept(about)).toBe(1)
})

test('the reason that a return asks for is the next sentence', async () => {
  const wang = demo.person('wang')
  await wang.says('退回 HT-2026-0137')
  await wang.says('分月计划跟总量对不上')
  expect(wang.sees()).toContain('分月计划跟总量对不上')
  await wang.says('好')
  expect(wang.sees()).toContain('退回')
})

test('what is said about a return is no reason for it', async () => {
  const wang = demo.person('wang')
  await wang.says('退回 HT-2026-0137')
  await wang.says('这份是谁提交的')
  expect(wang.sees()).not.toContain('原因: 这份是谁提交的')
  await wang.says('好')
  expect((await demo.db.contract.findUniqueOrThrow({ where: { number: 'HT-2026-0137' } })).state).toBe(
    'in_review',
  )
})

test('算了 drops what waits also when a look-up stood between', async () => {
  const li = demo.person('li')
  await li.says(visit)
  await li.says('华联库存多少')
  await li.says('算了')
  expect(li.sees()).toContain('已取消')
  await li.says('好')
  expect(await kept(about)).toBe(0)
})

test('a list is answered by its number also when a look-up stood between', async () => {
  const li = demo.person('li')
  await li.says('拜访佳佳 聊了端架陈列位置')
  await li.says('库存 华联')
  await li.says('2')
  expect(li.sees()).toContain('佳佳便利店(淮海路店)')
})

describe('with two cards that wait', () => {
  test('what else waits stands on the one that was saved', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says(another)
    await li.says('好')
    expect(li.sees()).toContain(`另外还有没保存的：记录拜访 华联超市 KH000002；王店长；${about}`)
    expect(await kept(about)).toBe(0)
    await li.presses('看一下')
    expect(li.sees()).toContain(`内容: ${about}`)
    await li.says('好')
    expect(await kept(about)).toBe(1)
    expect(li.sees()).not.toContain('没保存的')
  })

  test('好 after a look-up names both, and saves neither', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says(another)
    await li.says('库存 华联')
    await li.says('好')
    expect(li.sees()).toContain('有 2 条还没有保存')
    expect(await kept(about)).toBe(0)
    expect(await kept('纯生啤酒铺货')).toBe(0)
    await li.says('第二个')
    await li.says('好')
    expect(await kept('纯生啤酒铺货')).toBe(1)
    expect(li.sees()).toContain('还有 1 条没有记')
  })

  test('in English', async () => {
    const emma = demo.person('emma')
    await emma.says(
      'visited Qingfeng Beverages, talked to Liu Yumei about the new display, back next Tuesday',
    )
    await emma.says('leave on 4 December')
    await emma.says('ok')
    expect(emma.sees()).toContain('Still not saved: record a visit Qingfeng Beverages')
    expect(await kept('the new display')).toBe(0)
  })
})
