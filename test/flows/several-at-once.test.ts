import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

/** Several records in one message: nothing is kept before each was looked at, and none is lost. */

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeEach(async () => {
  demo = await playgroundDemo()
})
afterEach(() => demo.close())

const report = [
  '日报 11/24',
  '1. 华联超市 王店长 谈元旦堆头陈列位置',
  '2. 永盛副食 催收上月货款',
  '3. 德顺批发部 送新品样品 下周二再去',
].join('\n')

const visits = async () => {
  const found = await demo.db.visit.findMany({
    where: { about: { in: ['元旦堆头陈列位置', '催收上月货款', '送新品样品'] }, state: 'done' },
    include: { customer: true },
    orderBy: { customerId: 'asc' },
  })
  return found.map(({ customer, about }) => `${customer.name} ${about}`)
}

describe('a daily report of three shops', () => {
  test('is shown as three records, and keeps none of them', async () => {
    const li = demo.person('li')
    await li.says(report)
    expect(li.sees()).toContain('这里有 3 条记录')
    expect(li.sees()).toMatch(/1\. 记录拜访.*华联超市.*王店长.*元旦堆头陈列位置\n2\. 记录拜访.*永盛副食商行/)
    expect(li.sees()).toMatch(/3\. 记录拜访: 德顺批发部.*送新品样品.*12月1日/)
    expect(await visits()).toEqual([])
  })

  test('is taken one by one', async () => {
    const li = demo.person('li')
    await li.says(report)
    await li.says('一条一条来')
    expect(li.sees()).toContain('内容: 元旦堆头陈列位置')
    expect(li.sees()).not.toContain('内容: 催收')
    await li.says('好')
    expect(li.sees()).toContain('还有 2 条没有记，下一条：2. 记录拜访 永盛副食商行')
    await li.presses('下一条')
    expect(li.sees()).toContain('内容: 催收上月货款')
    await li.says('好')
    await li.says('下一条')
    await li.says('保存')
    expect(await visits()).toEqual([
      '华联超市 元旦堆头陈列位置',
      '永盛副食商行 催收上月货款',
      '德顺批发部 送新品样品',
    ])
    await li.says('好')
    expect(li.sees()).toContain('没有等待保存的内容')
  })

  test('is taken in any order, corrected, dropped and come back to', async () => {
    const li = demo.person('li')
    await li.says(report)
    await li.says('第三条')
    await li.says('改成昨天去的')
    expect(li.sees()).toContain('日期: 11月23日')
    await li.says('第一条')
    expect(li.sees()).toContain('内容: 元旦堆头陈列位置')
    await li.says('算了')
    expect(li.sees()).toContain('还有 2 条没有记')
    await li.presses('3. 德顺批发部')
    expect(li.sees()).toContain('日期: 11月23日')
    await li.says('好')
    expect(await visits()).toEqual(['德顺批发部 送新品样品'])
    expect(await li.screen()).toContain('1. 记录拜访: 华联超市 KH000002；王店长；元旦堆头陈列位置（不记）')
  })

  test('gives a record back that was undone, and the rest can be dropped', async () => {
    const li = demo.person('li')
    await li.says(report)
    await li.says('1')
    await li.says('好')
    await li.says('撤销')
    expect(await visits()).toEqual([])
    expect(li.sees()).toContain('还有 3 条没有记')
    await li.says('好')
    await li.says('好')
    expect(await visits()).toEqual(['华联超市 元旦堆头陈列位置'])
    await li.says('算了')
    expect(li.sees()).toContain('其余 2 条不记了，已经保存的不变。')
    await li.says('下一条')
    expect(li.sees()).toContain('没有等着一条一条记的内容')
  })

  test('asks within one what is not clear of it, and keeps the list while something else is said', async () => {
    const li = demo.person('li')
    await li.says('今天跑了三家：1、华联 谈元旦堆头陈列位置 2、佳佳 谈冰柜摆放 3、大发超市 送样品')
    await li.says('第二条')
    expect(li.sees()).toContain('“佳佳”有几个，是哪一个？')
    await li.says('库存 华联')
    await li.says('第三条')
    expect(li.sees()).toContain('没有找到您的客户“大发超市”')
    await li.says('唔晓得咋个办才好咯')
    await li.says('第一条')
    expect(li.sees()).toContain('内容: 元旦堆头陈列位置')
  })
})

test('the day of the report is that of every visit in it', async () => {
  const li = demo.person('li')
  await li.says('11/23 日报\n华联超市 王店长 谈元旦堆头陈列位置\n永盛副食 催收上月货款\n明天计划去德顺批发部')
  await li.says('第二条')
  expect(li.sees()).toContain('日期: 11月23日')
  await li.says('第三条')
  expect(li.sees()).toContain('计划拜访 德顺批发部')
  expect(li.sees()).toContain('11月25日')
})

test.each([
  ['上午去了华联，跟王店长聊了堆头。下午去了永盛，郑总说啤酒卖得慢。', ['华联超市', '永盛副食商行']],
  ['拜访永盛副食 聊返利\n可乐12箱 雪碧8箱', ['记录拜访: 永盛副食商行', '报库存: 永盛副食商行']],
  ['华联 可乐12 雪碧8\n永盛 可乐5 雪碧3', ['报库存: 华联超市', '报库存: 永盛副食商行']],
  ['拜访华联聊了元旦堆头，我下周三请假', ['记录拜访: 华联超市', '请假: 12月2日']],
  [
    '明天上午去华联，下午去永盛',
    ['计划拜访: 华联超市 KH000002；11月25日', '计划拜访: 永盛副食商行 KH000003；11月25日'],
  ],
  [
    '明天行程：\n华联 谈春节备货\n永盛 催款',
    ['计划拜访: 华联超市', '计划拜访: 永盛副食商行 KH000003；11月25日'],
  ],
  ['- 华联超市 王店长 谈堆头\n- 永盛副食 催款', ['记录拜访: 华联超市', '记录拜访: 永盛副食商行']],
  ['可乐12箱 雪碧8箱 华联\n可乐3箱 雪碧2箱 永盛', ['报库存: 华联超市', '报库存: 永盛副食商行']],
  ['今天见了华联的王店长，永盛的郑总，都谈了春节备货', ['王店长；春节备货', '郑永盛；春节备货']],
])('%s is two records', async (message, records) => {
  const li = demo.person('li')
  await li.says(message)
  expect(li.sees()).toContain('这里有 2 条记录')
  for (const record of records) expect(li.sees()).toContain(record)
})

test.each([
  '拜访华联超市\n见了王店长\n聊了国庆堆头\n下周二再去',
  '拜访华联超市\n王店长说永盛在搞促销\n下周二再去',
])('%s is one', async (message) => {
  const li = demo.person('li')
  await li.says(message)
  expect(li.sees()).toContain('客户: 华联超市')
  expect(li.sees()).not.toContain('条记录')
})

test.each([
  [
    'wang',
    '1. 批准 HT-2026-0137\n2. 批准 HT-2026-0135',
    ['批准合同: HT-2026-0137', '批准合同: HT-2026-0135'],
  ],
  ['li', '请假 下周三\n请假 下周五', ['请假: 12月2日', '请假: 12月4日']],
  ['li', '1. 拜访华联 聊堆头\n2. 下周三请假', ['记录拜访: 华联超市', '请假: 12月2日']],
])('lines of %s that name no customer: %s', async (who, message, records) => {
  const person = demo.person(who)
  await person.says(message)
  expect(person.sees()).toContain('这里有 2 条记录')
  for (const record of records) expect(person.sees()).toContain(record)
})

test('a record that is to be changed is shown first', async () => {
  const li = demo.person('li')
  await li.says(report)
  await li.says('第二条改成谈返利')
  expect(li.sees()).toContain('先看这一条，还没有改')
  await li.says('不是催收上月货款 是谈返利')
  expect(li.sees()).toContain('内容: 谈返利')
})

test.each(['全部保存', '好', '一个一个来'])('%s shows the first, and keeps nothing', async (words) => {
  const li = demo.person('li')
  await li.says(report)
  await li.says(words)
  expect(li.sees()).toContain('内容: 元旦堆头陈列位置')
  expect(await visits()).toEqual([])
})

test('in English as well', async () => {
  const emma = demo.person('emma')
  await emma.says(
    'Daily report\n1. Qingfeng Beverages: met Liu Yumei, talked about the new display\n2. Siji Beverages: collected last month’s payment',
  )
  expect(emma.sees()).toContain('There are 2 records here')
  await emma.says('visited Qingfeng and talked about the display. Then Siji Beverages, asked about payment.')
  expect(emma.sees()).toContain('There are 2 records here')
  await emma.says('forget it')
  await emma.says('one by one')
  expect(emma.sees()).toContain('About: the new display')
  await emma.says('ok')
  expect(emma.sees()).toContain('1 still to be recorded')
  await emma.says('next one')
  expect(emma.sees()).toContain('payment')
  await emma.says('save it')
  expect(emma.sees()).toContain('Recorded')
  expect(emma.sees()).not.toContain('still to be recorded')
})
