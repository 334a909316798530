import { afterEach, beforeEach, expect, test } from 'vitest'
import { playgroundDemo, type Talker } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
let li: Talker
beforeEach(async () => {
  demo = await playgroundDemo()
  li = demo.person('li')
})
afterEach(() => demo.close())

const visit = '拜访华联超市 跟王店长聊了元旦堆头 下周二再去'

async function talk(...sentences: string[]) {
  for (const sentence of sentences) await li.says(sentence)
}

const visits = async () =>
  (
    await demo.db.visit.findMany({
      where: {
        about: { contains: '元旦' },
        state: 'done',
        customer: { name: '华联超市' },
        date: { gte: '2026-11-20' },
      },
      include: { contact: true },
    })
  ).map(({ date, contact, about, feedback, nextStep, nextDate }) => ({
    ...{ date, contact: contact?.name, about, feedback, nextStep, nextDate },
  }))

const said = {
  date: '2026-11-24',
  contact: '王店长',
  about: '元旦堆头',
  feedback: null,
  nextStep: '再去',
  nextDate: '2026-12-01',
}

const counted = async () =>
  (
    await demo.db.stockLine.findMany({
      where: { report: { period: '2026-W47', customer: { name: '华联超市' } } },
      include: { product: true },
      orderBy: { productId: 'asc' },
    })
  ).map(({ product, received, inTransit, closing }) => [product.name, received, inTransit, closing])

test('what is corrected one after the other is saved as it was said last', async () => {
  await talk(visit, '是昨天去的', '下周四再去', '不是堆头 是端架', '加一句 他要海报', '好')
  expect(await visits()).toEqual([
    { ...said, date: '2026-11-23', about: '元旦端架', feedback: '要海报', nextDate: '2026-12-03' },
  ])
})

test('two changes in one sentence are both made', async () => {
  await talk(visit, '不是王店长是刘会计，而且是昨天去的')
  expect(li.sees()).toContain('王店长 → 刘会计')
  await talk('好')
  expect(await visits()).toEqual([{ ...said, contact: '刘会计', date: '2026-11-23' }])
})

test('a change that is not understood opens the form, and nothing is saved by 好', async () => {
  await talk(visit, '不是冰柜 是端架')
  expect(li.sees()).toContain('没看懂要改哪里')
  expect(li.sees()).toContain('谈了什么*: 元旦堆头')
  await talk('好')
  expect(await visits()).toEqual([])
})

test('a weekday that may be either is asked about, whatever else is changed meanwhile', async () => {
  await talk(visit, '改成周三')
  expect(li.sees()).toContain('下次 周三')
  await talk('下午三点', '好')
  expect(await visits()).toEqual([])
  await li.presses('12月2日 周三')
  await talk('好')
  expect(await visits()).toEqual([{ ...said, nextStep: '下午三点再去', nextDate: '2026-12-02' }])
})

test('what is added to a record just saved leaves one record', async () => {
  await talk(visit, '好', '加一句 他要海报', '好')
  expect(await visits()).toEqual([{ ...said, feedback: '要海报' }])
})

test('another visit is another record', async () => {
  await talk(visit, '拜访永盛 跟郑永盛谈了啤酒陈列 周五送海报', '好')
  expect(await visits()).toEqual([])
  expect(li.sees()).toContain('永盛副食商行')
})

test('lines of a count are added, changed and taken out', async () => {
  await talk('华联 可乐存12箱 芬达存5箱', '雪碧漏了 8箱', '可乐改10', '可乐在途还有5箱', '芬达不要了', '好')
  expect(await counted()).toEqual([
    ['可乐', 0, 120, 240],
    ['雪碧', 0, 0, 192],
  ])
})

test('a plan gets its time and a leave its whole day', async () => {
  await talk('计划拜访新安 下周二上午 谈春节备货', '下午三点', '好')
  const plan = await demo.db.visit.findFirstOrThrow({ where: { about: '春节备货', state: 'planned' } })
  expect(plan).toMatchObject({ date: '2026-12-01', time: '15:00' })
  await talk('我下周三下午请假', '改成周四', '全天', '好')
  expect(await demo.db.leave.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    ...{ fromDate: '2026-12-03', toDate: '2026-12-03', half: null },
  })
})

test('what is told bit by bit becomes one visit', async () => {
  await talk('拜访华联超市', '聊了元旦促销 下周二再去', '跟王店长', '另外 他要两张海报', '好')
  expect(await visits()).toEqual([{ ...said, about: '元旦促销', feedback: '要两张海报' }])
})

test('what is wrong is asked, and said', async () => {
  await talk(visit, '不对')
  expect(li.sees()).toContain('哪里不对')
  await talk('好')
  expect(await visits()).toEqual([])
  await talk('去的是昨天', '好')
  expect(await visits()).toEqual([{ ...said, date: '2026-11-23' }])
})
