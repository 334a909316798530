import {
  bottles,
  cases,
  deshun,
  huaihai,
  hualian,
  type Row,
  renmin,
  row,
  yangpu,
  yongsheng,
  zhabei,
} from './row.ts'

type More = Parameters<typeof row>[3]
const report = (says: string, input: Row['input'], more: More = {}) => row(says, 'stock.report', input, more)

const cola = { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) }
const counted = (product: string, quantity = cases(0)) => ({ product, closing: quantity })

/** One product, all its figures. */
const oneProduct: Row[] = [
  '华联 可乐 期初20 进30 存12箱',
  '华联可乐期初20进30存12箱',
  '华联超市 可乐 期初20箱 进货30箱 库存12箱',
  '华联 可乐 上期20箱 到货30 还有12',
  '华联：可乐，期初20，进30，存12（箱）',
  '报库存 华联 可乐 期初20 进30 存12箱',
  '麻烦上报一下华联的库存 可乐 期初20 进30 存12箱 谢谢',
  'hlcs 可乐 期初二十 进三十 存十二箱',
  '华联 瓶装可乐 原有20 收30 剩12箱',
  '华联 kele 期初20 进30 存12箱',
  '华联 KL500 期初20 进30 存12箱',
  '華聯 可樂 期初20 進30 存12箱',
  '华联　可乐　期初２０　进３０　存１２箱',
  '华联\n可乐\n期初20\n进30\n存12箱',
  '华联 可乐 存12箱 进30 期初20',
  'Hualian cola opening 20 received 30 stock 12 cases',
  'report stock Hualian Cola: opening 20, received 30, closing 12 cases',
  'hualian coke started with 20 cases, got 30, 12 left',
].map((says) => report(says, { customer: hualian, lines: [cola] }))

const bareFigures = report('华联 可乐 20 30 12 箱', { customer: hualian, lines: [cola] }, { asks: ['lines'] })

const severalProducts: Row[] = [
  report('华联 可乐20 雪碧15 芬达没了', {
    customer: hualian,
    lines: [counted('KL500', cases(20)), counted('XB500', cases(15)), counted('FD500')],
  }),
  report('华联 可乐20箱雪碧15箱芬达没了', {
    customer: hualian,
    lines: [counted('KL500', cases(20)), counted('XB500', cases(15)), counted('FD500')],
  }),
  report('华联盘点：可乐3箱6瓶，雪碧半箱，芬达一打', {
    customer: hualian,
    lines: [counted('KL500', bottles(78)), counted('XB500', cases(0.5)), counted('FD500', bottles(12))],
  }),
  report('华联盘点\n可乐 20箱\n雪碧 15箱\n芬达 8箱\n矿泉水 30箱', {
    customer: hualian,
    lines: [
      counted('KL500', cases(20)),
      counted('XB500', cases(15)),
      counted('FD500', cases(8)),
      counted('KQS', cases(30)),
    ],
  }),
  report('华联 20箱可乐 15箱雪碧', {
    customer: hualian,
    lines: [counted('KL500', cases(20)), counted('XB500', cases(15))],
  }),
  report('华联进货 可乐20箱 雪碧10箱', {
    customer: hualian,
    lines: [
      { product: 'KL500', received: cases(20) },
      { product: 'XB500', received: cases(10) },
    ],
  }),
  report('永盛 可乐 进30 存12箱；雪碧 进10 存5箱', {
    customer: yongsheng,
    lines: [
      { product: 'KL500', received: cases(30), closing: cases(12) },
      { product: 'XB500', received: cases(10), closing: cases(5) },
    ],
  }),
  report('永盛 可乐存12.5箱 雪碧存1.2万瓶 在途5箱', {
    customer: yongsheng,
    lines: [
      counted('KL500', cases(12.5)),
      { product: 'XB500', closing: bottles(12000), inTransit: cases(5) },
    ],
  }),
  report('永盛可乐还有三十箱 雪碧剩两百瓶', {
    customer: yongsheng,
    lines: [counted('KL500', cases(30)), counted('XB500', bottles(200))],
  }),
  report('德顺 冰红茶40箱 果粒橙12箱', {
    customer: deshun,
    lines: [counted('BHC', cases(40)), counted('CZ', cases(12))],
  }),
  report('德顺 可乐20箱 罐装可乐3提', {
    customer: deshun,
    lines: [counted('KL500', cases(20)), counted('KL330', { quantity: 3, unit: '提' })],
  }),
  report('Hualian: Cola 20 cases, Sprite 15 cases, Fanta sold out', {
    customer: hualian,
    lines: [counted('KL500', cases(20)), counted('XB500', cases(15)), counted('FD500')],
  }),
  report('hlcs kl20 xb15', {
    customer: hualian,
    lines: [counted('KL500', cases(20)), counted('XB500', cases(15))],
  }),
  report('华联 上周 可乐 期初20 进30 存12箱', { customer: hualian, period: '2026-W47', lines: [cola] }),
  report('华联本周可乐存12箱', {
    customer: hualian,
    period: '2026-W48',
    lines: [counted('KL500', cases(12))],
  }),
  report('华联 第47周 可乐存12箱', {
    customer: hualian,
    period: '2026-W47',
    lines: [counted('KL500', cases(12))],
  }),
  report('2026-W46 华联 可乐存12箱', {
    customer: hualian,
    period: '2026-W46',
    lines: [counted('KL500', cases(12))],
  }),
  report(
    '它家可乐存12箱 雪碧没货了',
    { customer: hualian, lines: [counted('KL500', cases(12)), counted('XB500')] },
    { spokenOf: { customer: hualian } },
  ),
  report('华联 可乐 期初20 进30 退2箱 存12箱', {
    customer: hualian,
    lines: [{ ...cola, adjustment: cases(-2) }],
  }),
]

const asked: Row[] = [
  report(
    '可乐20 雪碧15',
    { lines: [counted('KL500', cases(20)), counted('XB500', cases(15))] },
    { asks: ['customer'] },
  ),
  report(
    '大润发 可乐存12箱',
    { lines: [counted('KL500', cases(12))] },
    { offers: { customer: [zhabei, yangpu] } },
  ),
  report(
    '佳佳便利店 可乐存12箱',
    { lines: [counted('KL500', cases(12))] },
    { offers: { customer: [renmin, huaihai] } },
  ),
  report('华联 可乐 20 30', { customer: hualian }, { asks: ['lines'] }),
  report(
    '华联 脉动20 可乐30',
    { customer: hualian, lines: [counted('KL500', cases(30))] },
    { asks: ['lines'] },
  ),
  report('华联 果汁20箱', { customer: hualian }, { asks: ['lines'] }),
  report('华联 可乐十几箱', { customer: hualian }, { asks: ['lines'] }),
  report('华联 可乐存12托', { customer: hualian }, { asks: ['lines'] }),
  report(
    '华联 可乐存12箱 可乐存15箱',
    { customer: hualian, lines: [counted('KL500', cases(12))] },
    { asks: ['lines'] },
  ),
  report('报库存 华联', { customer: hualian }, { asks: ['lines'] }),
  report(
    '华联可乐存20箱 老板说要涨价',
    { customer: hualian, lines: [counted('KL500', cases(20))] },
    { asks: ['lines'] },
  ),
  report('华联可乐卖了20箱', { customer: hualian }, { asks: ['lines'] }),
  report(
    '华联可乐存20箱，永盛可乐存15箱',
    { customer: hualian, lines: [counted('KL500', cases(20))] },
    { asks: [''] },
  ),
]

const others: Row[] = [
  row('库存 华联', 'stock.show', { customer: hualian }),
  row('华联库存', 'stock.show', { customer: hualian }),
  row('华联的库存怎么样', 'stock.show', { customer: hualian }),
  row('看一下华联还有多少货', 'stock.show', { customer: hualian }),
  row('华联可乐还有多少', 'stock.show', { customer: hualian }),
  row('华联可乐够卖几天？', 'stock.show', { customer: hualian }),
  row('华联，可乐存12箱吗？', 'stock.show', { customer: hualian }),
  row('stock Hualian', 'stock.show', { customer: hualian }),
  row('how much stock does Hualian have?', 'stock.show', { customer: hualian }),
  row('查库存 永盛', 'stock.show', { customer: yongsheng }),
  row('看周报 华联 上周', 'stock.show', { customer: hualian, period: '2026-W47' }),
  row('库存', 'stock.show', { customer: hualian }, { spokenOf: { customer: hualian } }),
  row('库存', 'stock.show', {}, { asks: ['customer'] }),
  row('库存 大润发', 'stock.show', {}, { offers: { customer: [zhabei, yangpu] } }),
  row('谁还没交周报', 'report.missing', {}),
  row('谁没交上周的周报', 'report.missing', { period: '2026-W47' }),
  row('还有哪几家没报库存', 'report.missing', {}),
  row('上周周报还缺谁', 'report.missing', { period: '2026-W47' }),
  row('未交周报', 'report.missing', {}),
  row('缺报', 'report.missing', {}),
  row('周报谁没交', 'report.missing', {}),
  row('who has not reported yet?', 'report.missing', {}),
  row('missing reports last week', 'report.missing', { period: '2026-W47' }),
  row('谁还没交第46周的周报', 'report.missing', { period: '2026-W46' }),
  row('接收 华联 的周报', 'stock.accept', { customer: hualian }, { as: 'zhao' }),
  row('接收华联周报', 'stock.accept', { customer: hualian }, { as: 'zhao' }),
  row('收下周报 永盛 上周', 'stock.accept', { customer: yongsheng, period: '2026-W47' }, { as: 'zhao' }),
  row('accept the report of Hualian', 'stock.accept', { customer: hualian }, { as: 'zhao' }),
  row('退回周报 华联 期末不对', 'stock.return', { customer: hualian, reason: '期末不对' }, { as: 'zhao' }),
  row(
    '退回华联的周报，可乐期末和实际不符',
    'stock.return',
    { customer: hualian, reason: '可乐期末和实际不符' },
    { as: 'zhao' },
  ),
  row(
    '把永盛上周的周报退回去 进货数漏了',
    'stock.return',
    { customer: yongsheng, period: '2026-W47', reason: '进货数漏了' },
    { as: 'zhao' },
  ),
  row(
    'return the report of Hualian, closing is wrong',
    'stock.return',
    { customer: hualian, reason: 'closing is wrong' },
    { as: 'zhao' },
  ),
  row('退回华联的周报', 'stock.return', { customer: hualian }, { as: 'zhao', asks: ['reason'] }),
  row(
    '免报 永盛 店面装修停业',
    'report.excuse',
    { customer: yongsheng, reason: '店面装修停业' },
    { as: 'zhao' },
  ),
]

export const stockRows: Row[] = [...oneProduct, bareFigures, ...severalProducts, ...asked, ...others]
