import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeAll(async () => {
  demo = await playgroundDemo()
})
afterAll(() => demo.close())

test('a rep looks up a customer: by name, by part, by initials; none is offered to be created', async () => {
  const li = demo.person('li')
  await li.says('查客户 华联超市')
  expect(li.card().title).toContain('华联超市')
  expect(li.sees()).toContain('王店长')
  expect(li.sees()).toContain('上游')
  await li.says('find hlcs')
  expect(li.card().title).toContain('华联超市')
  await li.says('查客户 副食')
  expect(li.sees()).toContain('永盛副食商行')
  await li.presses('永盛副食商行 KH000003')
  expect(li.card().title).toContain('永盛副食商行')
  expect(li.sees()).toContain('上游')
  await li.says('查客户 火星基地')
  expect(li.sees()).toMatch(/没有找到/)
  expect(li.sees()).toContain('新建“火星基地”')
})

test('a new customer: the likely duplicate is shown first, masked where it is another’s', async () => {
  const li = demo.person('li')
  await li.says('新建客户 华联超市有限公司 终端门店 13812345678')
  expect(li.sees()).toContain('华联超市')
  await li.presses('保存')
  expect(await demo.db.customer.count({ where: { phone: '13812345678' } })).toBe(0)
  expect(li.sees()).toMatch(/相似|重复|已有/)
})

test('a visit: one message, one tap, in the history of the customer', async () => {
  const li = demo.person('li')
  await li.says('拜访华联超市 跟王店长聊了国庆堆头怎么摆放 下周二再去')
  expect(li.sees()).toContain('华联超市')
  expect(li.sees()).toContain('王店长')
  expect(li.sees()).toContain('12月1日 周二')
  expect(await demo.db.visit.count({ where: { about: { contains: '国庆堆头' } } })).toBe(0)
  await li.presses('保存')
  expect(li.sees()).toContain('已记录')
  await li.says('客户 KH000002')
  expect(li.sees()).toContain('国庆堆头')
  expect(li.sees()).toContain('12月1日')
})

test('a weekly report: prefilled, challenged, sent, returned by the clerk, sent again, accepted', async () => {
  const li = demo.person('li')
  const zhao = demo.person('zhao')
  await li.says('报库存 华联超市')
  expect(li.sees()).toContain('期初')
  const form = li.card().blocks.find((block) => block.type === 'form')!
  const cola = form.fields.find(({ label }) => label.startsWith('可乐'))!
  await li.fills({ [cola.name]: '进10 存900箱' })
  expect(li.sees()).toContain('净出货')
  await li.fills({ [cola.name]: '进10箱 存十二只羊' })
  expect(li.sees()).toContain('存十二只羊')
  await li.fills({ [cola.name]: '进10箱 存20箱' })
  const report = await demo.db.stockReport.findFirst({
    where: { customer: { code: 'KH000002' }, period: '2026-W47' },
  })
  expect(report?.state).toBe('submitted')
  await zhao.says('退回 KH000002 2026-W47')
  await zhao.fills({ reason: '可乐数量与照片不符' })
  expect((await li.screen()).includes('可乐数量与照片不符')).toBe(true)
  await li.says('报库存 华联超市')
  await li.fills({ [cola.name]: '进10箱 存19箱' })
  await zhao.says('接收 KH000002 2026-W47')
  expect(
    await demo.db.stockReport.count({
      where: { customer: { code: 'KH000002' }, period: '2026-W47', state: 'accepted' },
    }),
  ).toBe(1)
})

test('a contract: drafted, submitted, approved step by step; every card shows the same end and who decided', async () => {
  const li = demo.person('li')
  await li.says('起草合同 永盛副食商行 可乐1200箱 雪碧600箱')
  await li.presses('保存')
  const { number } = await demo.db.contract.findFirstOrThrow({
    where: { state: 'draft', customer: { name: '永盛副食商行' } },
  })
  await li.says(`提交合同 ${number}`)
  expect(li.sees()).toContain('审批中')
  for (const code of ['wang', 'zhao', 'chen', 'sun']) {
    const person = demo.person(code)
    expect(await person.screen()).toContain(number)
    await person.says(`批准 ${number}`)
  }
  for (const code of ['li', 'wang', 'zhao', 'chen', 'sun']) {
    const screen = await demo.person(code).screen()
    expect(screen, code).toContain('孙丽娟')
    expect(screen, code).toContain('已批准')
  }
})

test('they are told: what is missing at nine, the digest where it was subscribed', async () => {
  const [li, wang] = [demo.person('li'), demo.person('wang')]
  await wang.says('订阅周报')
  await demo.moveTo('2026-11-30T09:00')
  expect(await wang.screen()).toMatch(/周报/)
  const owed = (await li.messages()).filter(({ text }) => text.includes('新安商贸行'))
  expect(owed.length).toBeGreaterThan(0)
})
