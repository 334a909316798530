import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { playgroundDemo, tuesday } from '../support/playground-company.ts'

/** What comes to mind after a record was saved: it goes into that record, or, when it is too late, beside it. */

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeEach(async () => {
  demo = await playgroundDemo()
})
afterEach(() => demo.close())

const visit = '拜访华联超市 跟王店长聊了元旦堆头陈列 下周二再去'
const later = (minutes: number) => demo.setWall(new Date(tuesday.getTime() + minutes * 60_000))
const kept = () =>
  demo.db.visit.findMany({ where: { about: '元旦堆头陈列', state: 'done' }, orderBy: { id: 'asc' } })

describe('more of the same visit', () => {
  test.each(['对了 他还要两张海报', '他要两张海报', '我 他要两张海报', '另外他要两张海报'])(
    '%s',
    async (words) => {
      const li = demo.person('li')
      await li.says(visit)
      await li.says('好')
      await li.says(words)
      expect(li.sees()).toContain('已改 反馈: – → 要两张海报')
      await li.says('好')
      expect(await kept()).toMatchObject([{ feedback: '要两张海报' }])
    },
  )

  test('is not put into it once another customer was looked at', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says('好')
    await li.says('客户 永盛')
    await li.says('他要两张海报')
    expect(li.sees()).not.toContain('客户: 华联超市')
  })

  test('in English', async () => {
    const emma = demo.person('emma')
    await emma.says(
      'visited Qingfeng Beverages, talked to Liu Yumei about the new display, back next Tuesday',
    )
    await emma.says('ok')
    await emma.says('by the way she wants two posters')
    expect(emma.sees()).toContain('Changed: Feedback: – → wants two posters')
  })
})

describe('when it can no longer be taken back', () => {
  test('a change is shown as what can still be saved, and the record stays', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says('好')
    later(11)
    await li.says('改成昨天去的')
    expect(li.sees()).toContain('“记录拜访”是 10:00 保存的，超过 10 分钟，不能再撤销')
    expect(li.sees()).toContain('日期: 11月23日')
    await li.says('算了')
    expect(await kept()).toHaveLength(1)
    await li.says('改成昨天去的')
    await li.says('好')
    expect((await kept()).map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-23'])
  })

  test('撤销 says which record, since when, and what to do', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says('好')
    later(30)
    await li.says('撤销')
    expect(li.sees()).toContain('“记录拜访”是 10:00 保存的，已超过 10 分钟，不能撤销。要改请直接说')
    expect(await kept()).toHaveLength(1)
  })

  test('a count is reported once more', async () => {
    const li = demo.person('li')
    await li.says('华联超市 可乐存12箱')
    await li.says('好')
    later(30)
    await li.says('可乐存15不是12')
    expect(li.sees()).toContain('不能再撤销')
    await li.says('好')
    expect(li.sees()).toContain('第 2 版')
  })

  test('what was put on file is edited', async () => {
    const li = demo.person('li')
    await li.says('新建联系人 华联超市 张采购 13812345678')
    await li.says('好')
    later(20)
    await li.says('不对 电话是13900002222')
    expect(li.sees()).toContain('修改联系人 张采购')
    await li.says('好')
    const contacts = await demo.db.contact.findMany({ where: { name: '张采购' } })
    expect(contacts.map(({ mobile }) => mobile)).toEqual(['13900002222'])
  })

  test('another record is another record', async () => {
    const li = demo.person('li')
    await li.says(visit)
    await li.says('好')
    later(60)
    await li.says('拜访永盛 跟郑永盛聊了纯生啤酒陈列 不是堆头')
    expect(li.sees()).toContain('客户: 永盛副食商行')
    expect(li.sees()).not.toContain('不能再撤销')
  })

  test('in English', async () => {
    const emma = demo.person('emma')
    await emma.says(
      'visited Qingfeng Beverages, talked to Liu Yumei about the new display, back next Tuesday',
    )
    await emma.says('ok')
    later(15)
    await emma.says('that was yesterday')
    expect(emma.sees()).toContain('it can no longer be taken back and is as it was')
    expect(emma.sees()).toContain('Date: Mon 23 Nov')
    await emma.says('undo')
    await emma.says('undo')
    expect(emma.sees()).toContain('saved at 10:00, more than 10 minutes ago')
  })
})
