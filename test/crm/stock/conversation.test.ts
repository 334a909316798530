import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { playgroundDemo, type Talker } from '../../support/playground-company.ts'

/** Tuesday 24 November 2026, 10:00; 华联超市 (KH000002) of li has not reported the week before. */
let demo: Awaited<ReturnType<typeof playgroundDemo>>
let li: Talker
let zhao: Talker
beforeEach(async () => {
  demo = await playgroundDemo()
  li = demo.person('li')
  zhao = demo.person('zhao')
})
afterEach(() => demo.close())

const ledger = (period = '2026-W47') =>
  demo.db.complianceEntry.findFirstOrThrow({ where: { period, customer: { code: 'KH000002' } } })

const reportsOf = (code: string) =>
  demo.db.stockReport.findMany({
    where: { customer: { code: 'KH000002' }, submittedBy: { code } },
    orderBy: { submittedAt: 'desc' },
  })

describe('the weekly report of a customer', () => {
  test('from who is missing to the accepted report', async () => {
    await li.says('未交周报')
    expect(li.sees()).toContain('4家中1家已报')
    expect(li.sees()).toContain('华联超市 | 李明 | 已逾期')
    await li.presses('报 华联超市')
    expect(li.sees()).toContain('报库存 华联超市 第47周 11月16日–11月22日')
    expect(li.sees()).toContain('可乐（期初 23箱7瓶）')
    await li.fills({ p_KL500: '10 12箱6瓶', p_XB500: '进10 存9' })
    expect(li.sees()).toContain('已提交，等信息员审核')
    expect(li.sees()).toContain('可乐 | 23箱7瓶 | 10箱 | 12箱6瓶 | 21箱1瓶')
    expect(li.sees()).toMatch(/库存还可卖: \d+ 天（按年度合同量）/)
    expect(li.sees()).toMatch(/建议订货: .*可乐 \d+箱/)
    expect(li.sees()).toContain('上海办事处：15家中12家已报')
    expect(await ledger()).toMatchObject({ state: 'late' })

    expect(await zhao.screen()).toMatch(/华联超市 \| 李明 \| [\d.]+箱/)
    await zhao.says('接收 KH000002 2026-W47')
    expect(zhao.sees()).toContain('接收: 赵晓燕 11月24日 周二 10:00')
    expect(zhao.sees()).toContain('[下一份：')
    expect(await li.screen()).toContain('状态: 已接收')
    expect(await zhao.screen()).not.toMatch(/华联超市 \| 李明 \|/)
    await zhao.says('接收 KH000002 2026-W47')
    expect(zhao.sees()).toContain('这份周报已由赵晓燕于10:00接收。')
  })

  test('days of stock say of which day the count is, as long as it is not that of the last week', async () => {
    const visited = '拜访华联超市 跟王店长聊了元旦堆头 下周二再去'
    await li.says(visited)
    await li.presses('保存')
    expect(li.sees()).toContain('天（按年度合同量，11月15日 周日盘点）。')
    await li.says('华联超市 可乐 进10 存12箱6瓶 雪碧 进10 存9')
    await li.presses('保存')
    await zhao.says('接收 KH000002 2026-W47')
    await li.says(visited)
    await li.presses('保存')
    expect(li.sees()).toMatch(/目前库存还可卖 \d+ 天（按年度合同量）。/)
  })

  test('what cannot be read gets an error beside its field, and nothing is lost', async () => {
    await li.says('报库存 KH000002')
    await li.fills({ p_KL500: '大概12', p_XB500: '进10 存9', more: '什么水 3箱' })
    expect(li.sees()).toContain('大概12 (没看懂“大概12”。请写成“进30 存12箱6瓶”，或只写期末数。)')
    expect(li.sees()).toContain('雪碧（期初 19箱5瓶）: 进10 存9')
    expect(li.sees()).toContain('没认出“什么水 3箱”里的产品')
    expect(
      await demo.db.stockReport.count({ where: { period: '2026-W47', customer: { code: 'KH000002' } } }),
    ).toBe(0)
    await li.fills({ p_KL500: '12', more: '' })
    expect(li.sees()).toContain('雪碧 | 19箱5瓶 | 10箱 | 9箱 | 20箱5瓶')
  })

  test('an unusual figure is challenged on the same form, and goes with an explanation', async () => {
    await li.says('报库存 KH000002')
    await li.fills({ p_KL500: '10 90箱' })
    expect(li.sees()).toContain('10 90箱 (可乐净出货是 -56箱17瓶')
    expect(li.sees()).toContain('不寻常，近几周一般在')
    await li.fills({ explanation: '上周漏盘' })
    expect(li.sees()).toContain('说明: 上周漏盘')
    await zhao.says('库存 KH000002 2026-W47')
    expect(zhao.sees()).toContain('请留意：\n可乐净出货是 -56箱17瓶')
  })

  test('returned with a reason it comes back to the rep, who corrects it', async () => {
    await li.says('报库存 KH000002')
    await li.fills({ p_KL500: '10 12' })
    await zhao.says('退回周报 KH000002 2026-W47')
    await zhao.fills({ reason: '雪碧没有报' })
    expect(await li.screen()).toContain('退回原因: 雪碧没有报')
    await li.presses('改好再报')
    expect(li.sees()).toContain('可乐（期初 23箱7瓶）: 进10箱 存12箱')
    await li.fills({ p_XB500: '进10 存9' })
    expect(li.sees()).toContain('已提交，等信息员审核（第 2 版）')
    expect(li.sees()).toContain('雪碧 | 19箱5瓶')
  })

  test('a decision is about the report that was shown, whatever comes in between', async () => {
    await li.says('报库存 KH000002')
    await li.fills({ p_KL500: '10 12' })
    await zhao.says('退回华联超市的周报 雪碧没有报')
    expect(zhao.sees()).toContain('退回: 华联超市 进销存周报 第47周')
    await li.says('华联超市 雪碧 存9')
    await li.presses('保存')
    expect(li.sees()).toContain('第48周')
    await demo.db.stockReport.updateMany({
      where: { period: '2026-W47', customer: { code: 'KH000002' } },
      data: { state: 'accepted', reviewedById: 1, reviewedAt: new Date('2026-11-24T02:00:00Z') },
    })
    await zhao.presses('保存')
    expect(zhao.sees()).toContain('这份周报已由')
    const running = await demo.db.stockReport.findFirstOrThrow({
      where: { period: '2026-W48', customer: { code: 'KH000002' } },
    })
    expect(running.state).toBe('submitted')
  })

  test('an accepted report is corrected, and both versions can be seen', async () => {
    await li.says('报库存 KH000002')
    await li.fills({ p_KL500: '10 12' })
    await zhao.says('接收 KH000002 2026-W47')
    await li.presses('更正')
    await li.fills({ p_KL500: '10 15' })
    expect(li.sees()).toContain('15箱（原 12箱）')
    expect(await zhao.screen()).toMatch(/华联超市 \| 李明 \| [\d.]+箱 \| 更正/)
  })

  test('takes one message and one tap, for ten products too', async () => {
    await li.says(
      '华联超市 可乐 进10 存12箱 雪碧15 芬达10箱 绿茶11 橙汁8 啤酒20 纯净水30 冰红茶9 矿泉水期初5存4 酸梅汤期初6存5',
    )
    expect(li.sees()).toContain('可乐 | 23箱7瓶 | 10箱 | 12箱 | 21箱7瓶')
    await li.presses('保存')
    expect(li.sees()).toContain('已提交，等信息员审核')
    expect(
      await demo.db.stockLine.count({
        where: { report: { period: '2026-W47', customer: { code: 'KH000002' } } },
      }),
    ).toBe(10)
  })

  test('is about the week that was confirmed, whatever was handed in meanwhile', async () => {
    await li.says('华联超市 可乐 进10 存12箱')
    const wang = demo.person('wang')
    await wang.says('华联超市 可乐 进10 存13箱')
    await wang.presses('保存')
    await li.presses('保存')
    const [last] = await reportsOf('li')
    expect(last).toMatchObject({ period: '2026-W47', version: 2 })
  })

  test('an unusual figure of a sentence is challenged on the card, and answered on the form', async () => {
    await li.says('华联超市 可乐 进10 存90箱')
    expect(li.sees()).toContain('可乐期末 90箱 不寻常')
    await li.presses('保存')
    expect(li.sees()).toContain('说明（数字为什么不寻常）')
    await li.fills({ explanation: '上周漏盘' })
    expect(li.sees()).toContain('说明: 上周漏盘')
  })

  test('is about the week the form showed, whatever was handed in meanwhile', async () => {
    await li.says('报库存 KH000002')
    const wang = demo.person('wang')
    await wang.says('报库存 KH000002')
    await wang.fills({ p_KL500: '10 13' })
    await li.fills({ p_KL500: '10 12' })
    const [last] = await reportsOf('li')
    expect(last).toMatchObject({ period: '2026-W47', version: 2 })
  })

  test('can be taken back until it is reviewed', async () => {
    await li.says('报库存 KH000002')
    await li.fills({ p_KL500: '10 12' })
    await li.presses('撤销')
    expect(li.sees()).toContain('还没有交')
    expect(await ledger()).toMatchObject({ state: 'missed' })
  })

  test('is refused to a rep of another office, who does not learn that the customer exists', async () => {
    const zhou = demo.person('zhou')
    for (const sentence of [
      '报库存 KH000002',
      '库存 KH000002',
      '库存 KH000002 2026-W47',
      '接收 KH000002 2026-W47',
    ]) {
      await zhou.says(sentence)
      expect(zhou.sees()).not.toContain('华联超市')
    }
  })
})

describe('the clock', () => {
  test('as the week ends reports are expected, and at the deadline they are missed', async () => {
    await demo.moveTo('2026-11-30T12:59:00+08:00')
    expect(await ledger('2026-W48')).toMatchObject({ state: 'due' })
    await demo.moveTo('2026-11-30T13:00:00+08:00')
    expect(await ledger('2026-W48')).toMatchObject({ state: 'missed' })
    const expected = await demo.db.customer.count({
      where: { reportsStock: true, registeredOn: { lte: '2026-11-29' } },
    })
    expect(await demo.db.complianceEntry.count({ where: { period: '2026-W48' } })).toBe(expected)
  }, 60_000)
})
