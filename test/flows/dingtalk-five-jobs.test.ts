import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dingtalkDemo, type Via } from '../support/dingtalk-company.ts'

type Demo = Awaited<ReturnType<typeof dingtalkDemo>>
const doors = (['stream', 'http'] as Via[]).flatMap((via) =>
  [true, false].map((template) => ({ via, template, cards: template ? 'a card template' : 'words alone' })),
)

describe.each(doors)('by $via, with $cards', ({ via, template }) => {
  let demo: Demo
  beforeAll(async () => {
    demo = await dingtalkDemo({ via, template })
  })
  afterAll(async () => {
    await demo.close()
    expect(demo.sim.recorder.violations).toEqual([])
  })

  test('a rep looks up a customer: by name, by part, by initials; none is offered to be created', async () => {
    const li = demo.person('li')
    await li.says('查客户 华联超市')
    expect(li.last()).toContain('王店长')
    await li.says('find hlcs')
    expect(li.last()).toContain('华联超市')
    await li.presses('看库存')
    expect(li.last()).toContain('可乐')
    await li.says('查客户 副食商行')
    expect(li.last()).toContain('永盛副食商行')
    await li.says('查客户 火星基地')
    expect(li.last()).toMatch(/没有找到/)
    expect(li.last()).toContain('新建“火星基地”')
  })

  test('a visit: one message, one tap, in the history of the customer', async () => {
    const li = demo.person('li')
    await li.says('拜访华联超市 跟王店长聊了国庆堆头怎么摆放 下周二再去')
    expect(li.last()).toContain('12月1日 周二')
    expect(await demo.db.visit.count({ where: { about: { contains: '国庆堆头' } } })).toBe(0)
    await li.presses('保存')
    expect(li.last()).toContain('已记录')
    expect(li.newMessages()).toBe(template ? 0 : 2)
    await li.says('客户 KH000002')
    expect(li.last()).toContain('国庆堆头')
  })

  test('a weekly report: prefilled, challenged, sent, returned by the clerk, sent again, accepted', async () => {
    const [li, zhao] = [demo.person('li'), demo.person('zhao')]
    await li.says('报库存 华联超市')
    expect(li.last()).toContain('期初')
    await li.fills({ 可乐: '进10 存900箱' })
    expect(li.last()).toContain('净出货')
    await li.fills({ 可乐: '进10箱 存十二只羊' })
    expect(li.last()).toContain('存十二只羊')
    await li.fills({ 可乐: '进10箱 存20箱' })
    const of = { customer: { code: 'KH000002' }, period: '2026-W47' }
    expect((await demo.db.stockReport.findFirst({ where: of }))?.state).toBe('submitted')
    await zhao.says('退回 KH000002 2026-W47')
    await zhao.fills({ 原因: '可乐数量与照片不符' })
    expect(li.sees()).toContain('可乐数量与照片不符')
    await li.says('报库存 华联超市')
    await li.fills({ 可乐: '进10箱 存19箱' })
    await zhao.says('接收 KH000002 2026-W47')
    expect(await demo.db.stockReport.count({ where: { ...of, state: 'accepted' } })).toBe(1)
  })

  test('a contract: drafted, submitted, approved step by step, to the end everyone sees', async () => {
    const li = demo.person('li')
    await li.says('起草合同 永盛副食商行 2027年 可乐1200箱 雪碧600箱')
    await li.presses('保存')
    const { number } = await demo.db.contract.findFirstOrThrow({
      where: { year: 2027, customer: { name: '永盛副食商行' } },
    })
    await li.says(`提交合同 ${number}`)
    expect(li.last()).toContain('审批中')
    for (const code of ['wang', 'zhao', 'chen', 'sun']) {
      const person = demo.person(code)
      expect(person.sees(), code).toContain(number)
      await person.presses('批准')
    }
    const { state } = await demo.db.contract.findUniqueOrThrow({ where: { number } })
    expect(state).toBe('approved')
    for (const code of template ? ['li', 'wang', 'zhao', 'chen', 'sun'] : ['li', 'sun'])
      expect(demo.person(code).sees(), code).toContain('孙丽娟')
  })

  test('they are told: what is missing, next morning at nine', async () => {
    const li = demo.person('li')
    await demo.moveTo('2026-11-25T09:00')
    expect(li.sees()).toContain('新安商贸行')
  })

  test.runIf(template === (via === 'stream'))(
    'they are told: the digest where it was subscribed',
    async () => {
      const wang = demo.person('wang')
      await wang.says('订阅周报')
      expect(wang.last()).toContain('已订阅')
      await demo.moveTo('2026-11-30T09:00')
      expect(wang.sees()).toMatch(/周报 上海办事处 第48周/)
    },
  )
})
