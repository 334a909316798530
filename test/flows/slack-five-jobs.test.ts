import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { slackDemo } from '../support/slack-company.ts'

let demo: Awaited<ReturnType<typeof slackDemo>>

describe.each(['socket', 'http'] as const)('Slack by %s', (via) => {
  beforeAll(async () => {
    demo = await slackDemo(via)
  })
  afterAll(() => demo.close())

  test('a rep looks up a customer: by name, by part, by initials; none is offered to be created', async () => {
    const li = demo.person('li')
    await li.says('查客户 华联超市')
    expect(li.last()).toContain('王店长')
    await li.says('find hlcs')
    expect(li.last()).toContain('华联超市')
    await li.says('查客户 副食')
    await li.presses('永盛副食商行 KH000003')
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
    const before = li.person.messages().length
    await li.presses('保存')
    expect(li.last()).toContain('已记录')
    expect(li.person.messages()).toHaveLength(before)
    await li.says('客户 KH000002')
    expect(li.last()).toContain('国庆堆头')
  })

  test('a weekly report: prefilled, challenged, sent, returned by the clerk, sent again, accepted', async () => {
    const [li, zhao] = [demo.person('li'), demo.person('zhao')]
    await li.says('报库存 华联超市')
    expect(li.last()).toContain('期初')
    await li.fills({ 可乐: '进10 存900箱' })
    expect(li.sees()).toContain('净出货')
    await li.fills({ 可乐: '进10箱 存十二只羊' })
    expect(li.sees()).toContain('存十二只羊')
    await li.fills({ 可乐: '进10箱 存20箱' })
    const of = { customer: { code: 'KH000002' }, period: '2026-W47' }
    expect((await demo.db.stockReport.findFirst({ where: of }))?.state).toBe('submitted')
    expect(li.person.view()).toBeUndefined()
    await zhao.says('退回 KH000002 2026-W47')
    await zhao.fills({ 原因: '可乐数量与照片不符' })
    expect(li.sees()).toContain('可乐数量与照片不符')
    await li.says('报库存 华联超市')
    await li.fills({ 可乐: '进10箱 存19箱' })
    await zhao.says('接收 KH000002 2026-W47')
    expect(await demo.db.stockReport.count({ where: { ...of, state: 'accepted' } })).toBe(1)
  })

  test('a contract: drafted, submitted, approved step by step; every card shows the same end', async () => {
    const li = demo.person('li')
    await li.says('起草合同 永盛副食商行 2027年 可乐1200箱 雪碧600箱')
    await li.presses('保存')
    const { number } = await demo.db.contract.findFirstOrThrow({
      where: { year: 2027, customer: { name: '永盛副食商行' } },
    })
    await li.presses('提交审批')
    expect(li.last()).toContain('审批中')
    for (const code of ['wang', 'zhao', 'chen', 'sun']) {
      const person = demo.person(code)
      expect(person.sees(), code).toContain(number)
      await person.presses('批准')
      expect(person.sees(), code).not.toContain('[批准]')
    }
    expect((await demo.db.contract.findUniqueOrThrow({ where: { number } })).state).toBe('approved')
    for (const code of ['li', 'wang', 'zhao', 'chen', 'sun'])
      expect(demo.person(code).sees(), code).toMatch(/已批准[\s\S]*孙丽娟/)
  })

  test('a return asks for its reason in a modal', async () => {
    const [li, wang] = [demo.person('li'), demo.person('wang')]
    await li.says('起草合同 华联超市 2027年 可乐1200箱')
    await li.presses('保存')
    await li.presses('提交审批')
    await wang.presses('退回修改')
    expect(wang.person.view()?.words).toContain('原因')
    await wang.fills({ 原因: '数量偏高' })
    expect(wang.person.view()).toBeUndefined()
    expect(li.sees()).toContain('数量偏高')
  })

  test('they are told: what is missing at nine, the digest where it was subscribed; Home shows what waits', async () => {
    const [li, wang] = [demo.person('li'), demo.person('wang')]
    await wang.says('订阅周报')
    await wang.person.mention(demo.sales, '订阅周报')
    await demo.quiet()
    await demo.moveTo('2026-11-30T09:00')
    expect(wang.sees()).toMatch(/周报/)
    expect(li.person.sees(demo.sales)).toMatch(/周报/)

    const digest = li.person
      .messages(demo.sales)
      .findLast(({ blocks = [] }) => blocks.some(({ type }) => type === 'actions'))!
    const { text } = (
      digest.blocks!.find(({ type }) => type === 'actions')!.elements as { text: { text: string } }[]
    )[0]!
    await li.person.press(digest, text.text)
    await demo.quiet()
    const [still, answered] = [digest.ts, li.person.lastMessage(demo.sales)!]
    expect(li.person.messages(demo.sales).find(({ ts }) => ts === still)!.text).toBe(digest.text)
    expect(answered.is_ephemeral).toBe(true)
    expect(wang.person.lastMessage(demo.sales)!.ts).toBe(still)
    expect(li.sees()).toContain('新安商贸行')

    await li.person.openHome()
    await demo.quiet()
    expect(li.person.home()?.words).toContain('新安商贸行')
  })
})
