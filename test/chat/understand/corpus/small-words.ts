import {
  bottles,
  bund,
  cases,
  huaihai,
  hualian,
  pujiang,
  type Row,
  renmin,
  row,
  today,
  yongsheng,
} from './row.ts'

/** The little words between the figures of a count, and products by a part of their name. */

type More = Parameters<typeof row>[3]
const of =
  (customer: string) =>
  (says: string, lines: object[], more: More = {}): Row =>
    row(says, 'stock.report', { customer, ...(lines.length > 0 && { lines }) }, more)
const told = of(hualian)
const asked = (says: string, lines: object[] = []) => told(says, lines, { asks: ['lines'] })
const c = (product: string, closing: object = cases(0)) => ({ product, closing })
const both = [c('KL500', cases(12)), c('XB500', cases(8))]

/** What is said about the counting, and where it was. */
const around: Row[] = [
  ...[
    '华联的货点完了 可乐12箱 雪碧8箱',
    '华联货盘完了：可乐12箱 雪碧8箱',
    '华联 清点完毕 可乐12箱 雪碧8箱',
    '华联 盘点结果如下 可乐12箱 雪碧8箱',
    '华联最新库存 可乐12箱 雪碧8箱',
    '华联的库存数：可乐12箱 雪碧8箱',
    '华联这边 可乐12箱 雪碧8箱',
    '华联那边可乐12箱，雪碧8箱',
    '华联我刚才数了一下可乐呢是十二箱雪碧呢是八箱',
    '华联 可乐还剩个12箱 雪碧有个8箱',
    '华联 可乐12箱 雪碧8箱 就这些',
    '华联 可乐12箱 雪碧8箱，没别的了',
    '华联 可乐12箱 雪碧8箱 报完了',
    '华联 可乐12箱 雪碧8箱 其他产品没数',
  ].map((says) => told(says, both)),
  asked('华联 可乐12箱 雪碧8箱以上', both),
  asked('华联 可乐12箱 雪碧8箱 其他都没有', both),
  asked('华联 可乐12箱 雪碧8箱 其他没进', both),
  asked('华联 可乐12箱 雪碧没数', [c('KL500', cases(12))]),
  told('华联 可乐进24箱、橙汁进12箱，其他没进', [
    { product: 'KL500', received: cases(24) },
    { product: 'CZ', received: cases(12) },
  ]),
]

const typed: Row[] = [
  of(pujiang)('那个浦江的矿泉水呢 路上还有五十箱没到 店里头还有十八箱', [
    { ...c('KQS', cases(18)), inTransit: cases(50) },
  ]),
  asked('华联 可乐25箱，送了客户2箱', [c('KL500', cases(25))]),
  told('给华联报个库存 可乐12箱 雪碧8箱', both),
  told('更新华联库存：可乐12箱 雪碧8箱', both),
  told('华联 🥤可乐12箱 雪碧8箱👍', both),
  told('华联\n【可乐】12箱\n【雪碧】8箱', both),
  told('华联 可乐12箱/雪碧8箱', both),
  told('华联 可乐24瓶/箱 12箱 雪碧8箱', both),
  told('华联可乐期初二十箱这个星期进了三十箱现在还有二十五箱', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(25) },
  ]),
]

const joined: Row[] = [
  told('华联 可乐和雪碧各10箱', [c('KL500', cases(10)), c('XB500', cases(10))]),
  told('华联 可乐跟雪碧都是10箱', [c('KL500', cases(10)), c('XB500', cases(10))]),
  told('华联 可乐12箱以及雪碧8箱', both),
  told('华联 12箱可乐和8箱雪碧', both),
  asked('华联 可乐20箱和雪碧5箱在途', [c('KL500', cases(20)), c('XB500', cases(5))]),
]

const inAll: Row[] = [
  told('华联 可乐一共12箱 雪碧总共8箱', both),
  told('华联 可乐合计12箱 雪碧全部加起来8箱', both),
  told('华联 可乐12箱 雪碧8箱 一共20箱', both),
  asked('华联 可乐12箱 雪碧8箱 一共21箱', [c('KL500', cases(12))]),
  asked('华联 可乐期初20 进30 一共50', [{ product: 'KL500', opening: cases(20), received: cases(30) }]),
]

const unitsSaid: Row[] = [
  told('华联 可乐12 雪碧8，都是箱', both),
  told('华联 可乐12 雪碧8 都按箱', both),
  told('华联 可乐12，雪碧8，以上全是瓶', [c('KL500', bottles(12)), c('XB500', bottles(8))]),
  told('华联 可乐12 雪碧8 单位：瓶', [c('KL500', bottles(12)), c('XB500', bottles(8))]),
  told('Hualian cola 12, sprite 8, all in cases', both),
  told('Hualian stock, in bottles: cola 12, sprite 8', [c('KL500', bottles(12)), c('XB500', bottles(8))]),
  told('华联 可乐(箱)12 雪碧(瓶)8', [c('KL500', cases(12)), c('XB500', bottles(8))]),
  asked('华联 可乐12 雪碧8（瓶）', [c('XB500', bottles(8))]),
  asked('Hualian cola 12, sprite 8 in bottles', [c('XB500', bottles(8))]),
  asked('华联 可乐12（听） 雪碧8', [c('XB500', cases(8))]),
]

const roughly: Row[] = [
  asked('华联 可乐应该还剩12箱 雪碧8箱', both),
  asked('华联 可乐估计12箱 雪碧8箱', both),
  asked('华联 可乐大概12箱 雪碧8箱左右', both),
]

const weeksBefore: Row[] = [
  told('华联 上周进可乐20箱 现在剩5箱', [{ product: 'KL500', received: cases(20), closing: cases(5) }]),
  told('华联上周进了可乐100箱雪碧60箱，现在还剩可乐38箱，雪碧21箱', [
    { product: 'KL500', received: cases(100), closing: cases(38) },
    { product: 'XB500', received: cases(60), closing: cases(21) },
  ]),
  told('华联 可乐上礼拜原来有四十箱 后来又进了二十箱 现在还剩个三十五箱', [
    { product: 'KL500', opening: cases(40), received: cases(20), closing: cases(35) },
  ]),
  asked('华联 可乐上周进了30 这周进了20 剩12', [
    { product: 'KL500', received: cases(30), closing: cases(12) },
  ]),
  asked('华联 可乐上个月进了300箱 剩12箱'),
  asked('华联 可乐上周卖了20 剩12'),
]

const sections: Row[] = [
  told('华联 没进货 可乐12箱 雪碧8箱', [
    { ...c('KL500', cases(12)), received: cases(0) },
    { ...c('XB500', cases(8)), received: cases(0) },
  ]),
  told('华联 没进可乐 存12箱', [{ ...c('KL500', cases(12)), received: cases(0) }]),
  told('华联 进货：可乐20箱 雪碧10箱 库存：可乐12箱 雪碧5箱', [
    { product: 'KL500', received: cases(20), closing: cases(12) },
    { product: 'XB500', received: cases(10), closing: cases(5) },
  ]),
  told('Hualian stock: opening cola 50 received 20 closing 35, fanta opening 10 received 0 closing 4', [
    { product: 'KL500', opening: cases(50), received: cases(20), closing: cases(35) },
    { product: 'FD500', opening: cases(10), received: cases(0), closing: cases(4) },
  ]),
]

const names: Row[] = [
  told('华联 LC 9箱', [c('LC', cases(9))]),
  of(pujiang)('浦江 KL500 20 XB500 15 lc 9', [
    c('KL500', cases(20)),
    c('XB500', cases(15)),
    c('LC', cases(9)),
  ]),
  // The initials of 浦江 as well.
  told('华联 PJ6箱', [c('PJ', cases(6))]),
  row('库存 PJ', 'stock.show', { customer: pujiang }),
  told('Hualian lager 30 cases 6 bottles, coconut 3 cases', [c('PJ', bottles(726)), c('YZ', cases(3))]),
  told('Hualian lager and herbal tea 3 cases each', [c('PJ', cases(3)), c('LCG', cases(3))]),
  told('Hualian lager opening 10 received 5 closing 8', [
    { product: 'PJ', opening: cases(10), received: cases(5), closing: cases(8) },
  ]),
  told('Hualian cola cans 5 cases, sprites 6 cases', [c('KL330', cases(5)), c('XB500', cases(6))]),
  told('华联 矿泉6箱', [c('KQS', cases(6))]),
  asked('Hualian dark lager 3 cases'),
  asked('Hualian tea 3 cases'),
  asked('Hualian coconut water 3 cases'),
  asked('华联 迷你可乐3箱'),
]

const labels: Row[] = [
  told('华联 可乐 原20 进30 现25', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(25) },
  ]),
  told('华联 可乐25 雪碧15 芬达无', [c('KL500', cases(25)), c('XB500', cases(15)), c('FD500')]),
  told('华联 可乐二十五箱整', [c('KL500', cases(25))]),
  told('华联 可乐25箱，退回2箱', [{ ...c('KL500', cases(25)), adjustment: cases(-2) }]),
  told('weekly report for Hualian: cola - 20 cs, sprite - 15 cs', [
    c('KL500', cases(20)),
    c('XB500', cases(15)),
  ]),
  told('Hualian stocktake done: 20 cases cola, 15 sprite, fanta all gone', [
    c('KL500', cases(20)),
    c('XB500', cases(15)),
    c('FD500'),
  ]),
  told('Hualian ran out of cola, 15 sprite', [c('KL500'), c('XB500', cases(15))]),
  row('Hualian received this week 30 cases of cola', 'stock.report', {
    customer: hualian,
    period: '2026-W48',
    lines: [{ product: 'KL500', received: cases(30) }],
  }),
]

/** A customer by its branch, its initials, or pointed at; another branch or kind of house is asked about. */
const places: Row[] = [
  ...[
    '佳佳（淮海路） 可乐12箱',
    '佳佳 淮海 可乐12箱',
    '佳佳淮海路可乐12箱',
    '佳佳便利店淮海路那个店 可乐12箱',
  ].map((says) => of(huaihai)(says, [c('KL500', cases(12))])),
  of(bund)('外滩那家烟酒店 可乐12箱', [c('KL500', cases(12))]),
  of(yongsheng)('ysfs 可乐12箱', [c('KL500', cases(12))]),
  row('库存 佳佳 淮海路', 'stock.show', { customer: huaihai }),
  row(
    '佳佳(南京路) 可乐12箱',
    'stock.report',
    { lines: [c('KL500', cases(12))] },
    { offers: { customer: [renmin, huaihai] }, asks: ['lines'] },
  ),
  row(
    '外滩那家超市 可乐12箱',
    'stock.report',
    { lines: [c('KL500', cases(12))] },
    { offers: { customer: [bund] } },
  ),
]

/** Somebody was there, and what is told is no count. */
const tales: Row[] = [
  row('华联超市 王店长不在 跟刘会计对了账 差3箱可乐', 'visit.record', {
    customer: hualian,
    date: today,
    about: '王店长不在，跟刘会计对了账，差3箱可乐',
    contact: '刘会计',
  }),
  told('华联 王店长 可乐12箱', [c('KL500', cases(12))]),
  asked('跟华联王店长一起盘点 可乐12箱 雪碧8箱', both),
  asked('华联 刘会计对过账 可乐12箱 雪碧8箱', both),
]

export const smallWords: Row[] = [
  ...around,
  ...typed,
  ...joined,
  ...inAll,
  ...unitsSaid,
  ...roughly,
  ...weeksBefore,
  ...sections,
  ...names,
  ...labels,
  ...places,
  ...tales,
]
