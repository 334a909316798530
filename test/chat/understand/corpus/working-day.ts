import { caoyang, cases, hualian, type Row, row, today, xinan, yongsheng } from './row.ts'

/** What people write on a working day, and its near misses. */

const figures = (product: string, opening: number, received: number, closing: number) => ({
  product,
  opening: cases(opening),
  received: cases(received),
  closing: cases(closing),
})
const c = (product: string, closing: number) => ({ product, closing: cases(closing) })
const counted = (says: string, lines: object[], more: Partial<Row> = {}, customer = hualian): Row =>
  row(says, 'stock.report', { customer, ...(lines.length > 0 && { lines }) }, more)
const asked = (says: string, lines: object[]): Row => counted(says, lines, { asks: ['lines'] })

const counts: Row[] = [
  counted('Hualian: stk count cola 40cs, sprite 5cs', [c('KL500', 40), c('XB500', 5)]),
  counted('Hualian: stk take cola 40, zero sprite', [c('KL500', 40), c('XB500', 0)]),
  asked('Hualian: stk count cola 40cs, zero 12cs, sprite 5cs', [c('KL500', 40), c('XB500', 5)]),
  counted("Fanta's gone at Hualian, cola 7 and a half cases", [c('FD500', 0), c('KL500', 7.5)]),
  counted('Hualian 5 and a half cases of sprite', [c('XB500', 5.5)]),
  counted('Hualian cola 7 and half a case of sprite', [c('KL500', 7), c('XB500', 0.5)]),
  counted('stock report Hualian\ncola open 30 in 20 left 26\nsprite open 15 in 0 left 12', [
    figures('KL500', 30, 20, 26),
    figures('XB500', 15, 0, 12),
  ]),
  counted('Hualian\ncola open 30 rcvd 20 close 26', [figures('KL500', 30, 20, 26)]),
  asked('Hualian open 9am, cola 12 left', [c('KL500', 12)]),
  counted('华联 3个品：可乐20/雪碧18/芬达9，都是箱', [c('KL500', 20), c('XB500', 18), c('FD500', 9)]),
  counted('华联 共2个品项 可乐20箱，雪碧18箱', [c('KL500', 20), c('XB500', 18)]),
  row(
    '华联要8个产品的报价',
    'visit.record',
    { customer: hualian, date: today, about: '要8个产品的报价', feedback: '要8个产品的报价' },
    { asks: [''] },
  ),
  counted(
    '新安 可乐实盘18箱,在途20箱;雪碧实盘11箱,在途0',
    [
      { ...c('KL500', 18), inTransit: cases(20) },
      { ...c('XB500', 11), inTransit: cases(0) },
    ],
    {},
    xinan,
  ),
  counted('华联 可乐实盘18', [c('KL500', 18)]),
  counted('Hualian Supermarket opening 50 received 30 closing 44 cola', [figures('KL500', 50, 30, 44)]),
  counted('Hualian received 30 cola, 12 left', [
    { product: 'KL500', received: cases(30), closing: cases(12) },
  ]),
  asked('Hualian cola opening 5 received 3 closing 4 sprite', [figures('KL500', 5, 3, 4)]),
]

/** A dispute or a wish is no count; what is counted beside it is. */
const tales: Row[] = [
  row('不是小陈收的货 是刘会计代收的 华联超市这批可乐少了2箱 周四补', null),
  row('Hualian wants 12 cases of cola', null),
  asked('Hualian has 12 cases of cola, wants 20 more', [c('KL500', 12)]),
  asked('华联可乐存20箱 少了2箱', [c('KL500', 20)]),
  asked('华联 可乐至少20箱', []),
  asked('华联的可乐比上周少了12箱', []),
]

const head = { as: 'wang' }
const contracts: Row[] = [
  row('好又多的合同草稿提交吧', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('把好又多的合同草案报批', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('曹杨饮料的合同草稿提交吧', 'contract.submit', {}, { asks: ['contract'] }),
  row('曹杨饮料的合同草稿', 'contract.draft', { customer: caoyang }, { asks: ['volumes'] }),
  row('现在有几个合同卡在我这', 'approval.list', {}, { as: 'chen' }),
  row('有几份合同压在我手上', 'approval.list', {}, { as: 'chen' }),
  row('新安退回来的那个合同什么原因', 'contract.show', { customer: xinan }),
  row('华联退回来的合同是什么问题', 'contract.show', { customer: hualian }),
  row('永盛退回来的可乐什么原因', null),
  row("where's my Hualian contract at?", 'contract.show', { customer: hualian }),
  row('where is the Hualian agreement?', 'contract.show', { customer: hualian }),
  row("where's Hualian?", 'customer.show', { customer: hualian }),
  row('永盛的先放放 华联的批了', 'approval.approve', {}, { ...head, asks: ['subject'] }),
  row('华联的批了 德顺的先放放', 'approval.approve', {}, { ...head, asks: ['subject'] }),
  row('批准华联的合同 先放着', 'approval.approve', {}, { ...head, asks: ['subject'] }),
  row('华联的先放放', 'contract.show', { customer: hualian }, head),
]

const reports: Row[] = [
  row('永盛的周报看了没问题 通过', 'stock.accept', { customer: yongsheng }, head),
  row('永盛的周报看了没问题 通过', 'stock.accept', { customer: yongsheng }, { as: 'zhao' }),
  row("accept Yongsheng's weekly report", 'stock.accept', { customer: yongsheng }, head),
  row('华联的周报看了没问题 等小陈改好再通过', null, {}, head),
  row("accept Hualian's offer", null, {}, head),
  row('看一下华东分公司没交周报的', 'report.missing', {}, { as: 'sun' }),
  row('上海办没交周报的有哪些', 'report.missing', {}, head),
  row('杭州办上周周报交齐了没', 'report.missing', { period: '2026-W47' }, { as: 'chen' }),
  row('周报收齐了吗', 'report.missing'),
  row('永盛的周报交齐了没', null),
]

const agenda: Row[] = [
  row("today's agenda pls", 'digest.show', { which: 'daily' }),
  row("what's on today's agenda", 'digest.show', { which: 'daily' }),
  row("tomorrow's agenda", null),
]

export const workingDay: Row[] = [...counts, ...tales, ...contracts, ...reports, ...agenda]
