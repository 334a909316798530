import { bottles, cases, clearspring, hualian, type Row, row, xinan, yongsheng } from './row.ts'

/** Stock as it is told aloud: words between and behind the figures, quantities before their products. */

type More = Parameters<typeof row>[3]
const of =
  (customer: string) =>
  (says: string, lines: object[], more: More = {}, period?: string): Row =>
    row(
      says,
      'stock.report',
      { customer, ...(lines.length > 0 && { lines }), ...(period && { period }) },
      more,
    )
const told = of(hualian)
const asked = (says: string, lines: object[] = []) => told(says, lines, { asks: ['lines'] })
const c = (product: string, closing: object = cases(0)) => ({ product, closing })
const t = (product: string, inTransit: object) => ({ product, inTransit })

const chatter: Row[] = [
  told('刚在华联盘完，可乐还有3箱6瓶，罐装可乐2提，啤酒半箱', [
    c('KL500', bottles(78)),
    c('KL330', { quantity: 2, unit: '提' }),
    c('PJ', cases(0.5)),
  ]),
  told('嗯那个华联超市啊可乐还剩下十五箱然后雪碧是八箱半芬达没有了', [
    c('KL500', cases(15)),
    c('XB500', cases(8.5)),
    c('FD500'),
  ]),
  told('华联的库存补一下 可乐20箱 雪碧11箱', [c('KL500', cases(20)), c('XB500', cases(11))]),
  told('帮我把这个报上去 华联 可乐存12箱', [c('KL500', cases(12))]),
  told('华联 可乐 店里12箱 在路上5箱', [{ ...c('KL500', cases(12)), inTransit: cases(5) }]),
  told('华联 仓库可乐12箱', [c('KL500', cases(12))]),
  asked('华联 可乐货架6箱 仓库20箱', [c('KL500', cases(6))]),
  told('华联超市\n产品\t期初\t进货\t在途\t实盘\n可乐\t15\t30\t0\t22\n雪碧\t7\t20\t5\t13', [
    {
      product: 'KL500',
      opening: cases(15),
      received: cases(30),
      inTransit: cases(0),
      closing: cases(22),
    },
    {
      product: 'XB500',
      opening: cases(7),
      received: cases(20),
      inTransit: cases(5),
      closing: cases(13),
    },
  ]),
  told('华联库存：1、可乐：120箱 2、雪碧：80箱 3、芬达：没了', [
    c('KL500', cases(120)),
    c('XB500', cases(80)),
    c('FD500'),
  ]),
]

/** Nobody says that he went there. */
const narrated: Row[] = [
  of(yongsheng)('永盛的可乐昨天到了30箱 明天还来20箱 库里45箱', [
    { product: 'KL500', received: cases(30), inTransit: cases(20), closing: cases(45) },
  ]),
  of(yongsheng)('永盛的可乐到了30箱 库里45箱', [
    { product: 'KL500', received: cases(30), closing: cases(45) },
  ]),
  told('华联 可乐到了30箱，还有20箱没到，现在库存45', [
    { product: 'KL500', received: cases(30), inTransit: cases(20), closing: cases(45) },
  ]),
  told('可乐还有20箱在路上 华联', [t('KL500', cases(20))]),
  told('华联进了30箱可乐，还剩12箱', [{ product: 'KL500', received: cases(30), closing: cases(12) }]),
  asked('华联 可乐到了20箱还差10箱', [{ product: 'KL500', received: cases(20) }]),
]

const behind: Row[] = [
  told('华联超市可乐进了20箱 还有15箱在路上 仓库现存38', [
    { product: 'KL500', received: cases(20), inTransit: cases(15), closing: cases(38) },
  ]),
  of(clearspring)('清泉之家 可乐进200箱 矿泉水12000瓶在途', [
    { product: 'KL500', received: cases(200) },
    t('KQS', bottles(12000)),
  ]),
  of(clearspring)('清泉之家 进可乐200箱 矿泉水12000瓶在途', [
    { product: 'KL500', received: cases(200) },
    t('KQS', bottles(12000)),
  ]),
  told('华联 可乐20箱 5箱在途 雪碧8箱', [
    { ...c('KL500', cases(20)), inTransit: cases(5) },
    c('XB500', cases(8)),
  ]),
  told('华联 可乐存20箱还有5箱在途 雪碧8箱还有3箱没到', [
    { ...c('KL500', cases(20)), inTransit: cases(5) },
    { ...c('XB500', cases(8)), inTransit: cases(3) },
  ]),
  told('华联 可乐20箱到货，30箱库存', [{ product: 'KL500', received: cases(20), closing: cases(30) }]),
  told('华联 可乐20箱进 12箱存', [{ product: 'KL500', received: cases(20), closing: cases(12) }]),
  told('Hualian cola 12 left, 5 in transit', [{ ...c('KL500', cases(12)), inTransit: cases(5) }]),
  told('华联 可乐12箱，另有3箱在途', [{ ...c('KL500', cases(12)), inTransit: cases(3) }]),
  asked('华联 可乐12箱 雪碧8箱都在路上', [c('KL500', cases(12)), c('XB500', cases(8))]),
  told('华联 可乐30进 12存 20期初', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) },
  ]),
  told('Hualian cola: 20 in, 12 left, 5 on the way', [
    { product: 'KL500', received: cases(20), closing: cases(12), inTransit: cases(5) },
  ]),
  asked('Hualian has 12 cases of cola and 5 cases of sprite in transit', [
    c('KL500', cases(12)),
    c('XB500', cases(5)),
  ]),
  asked('华联 可乐20箱 雪碧5箱 在途', [c('KL500', cases(20)), c('XB500', cases(5))]),
  asked('华联 可乐20箱在途雪碧5箱', [c('KL500', cases(20)), c('XB500', cases(5))]),
  asked('Hualian cola 5 cases in transit sprite 12 cases', [c('KL500', cases(5)), c('XB500', cases(12))]),
]

const amountsFirst: Row[] = [
  of(clearspring)('清泉之家进可乐2百箱 1.2万瓶矿泉水在途', [
    { product: 'KL500', received: cases(200) },
    t('KQS', bottles(12000)),
  ]),
  of(clearspring)('清泉之家 1.2万瓶矿泉水在途 可乐200箱', [t('KQS', bottles(12000)), c('KL500', cases(200))]),
  of(clearspring)('清泉之家 1.2万瓶矿泉水在途 200箱可乐', [t('KQS', bottles(12000)), c('KL500', cases(200))]),
  told('华联 可乐存12箱，5箱雪碧，8箱芬达', [
    c('KL500', cases(12)),
    c('XB500', cases(5)),
    c('FD500', cases(8)),
  ]),
  told('华联 可乐12箱 5箱雪碧还在路上', [c('KL500', cases(12)), t('XB500', cases(5))]),
  told('华联 可乐 20箱雪碧 15箱芬达 3箱', [
    c('KL500', cases(20)),
    c('XB500', cases(15)),
    c('FD500', cases(3)),
  ]),
  told(
    'counted at Hualian this morning. cola 12 cases and 6 bottles, fanta half a case, 5 cases of lager beer in transit',
    [c('KL500', bottles(294)), c('FD500', cases(0.5)), t('PJ', cases(5))],
  ),
  asked('华联 可乐12箱 5箱可乐糖 8箱雪碧'),
]

const none: Row[] = [
  told('Hualian: coke 14 cases, sprite 9, no fanta left', [
    c('KL500', cases(14)),
    c('XB500', cases(9)),
    c('FD500'),
  ]),
  told('Hualian: no fanta left, coke 14 cases', [c('FD500'), c('KL500', cases(14))]),
  told('Hualian no cola left', [c('KL500')]),
  told('华联 可乐12箱 没有芬达 雪碧5箱', [c('KL500', cases(12)), c('FD500'), c('XB500', cases(5))]),
  of(xinan)('新安商贸 可乐还剩十二箱 雪碧三十箱 芬达没有', [
    c('KL500', cases(12)),
    c('XB500', cases(30)),
    c('FD500'),
  ]),
  of(xinan)(
    '新安商贸 店里可乐还剩十二箱 雪碧三十箱 美汁源没有',
    [c('KL500', cases(12)), c('XB500', cases(30))],
    { asks: ['lines'] },
  ),
  told('华联 可乐雪碧芬达都没了', [c('KL500'), c('XB500'), c('FD500')]),
  told('华联 只剩可乐5箱', [c('KL500', cases(5))]),
  asked('华联 可乐12箱，其余都没了', [c('KL500', cases(12))]),
]

const unsaid: Row[] = [
  asked('华联 可乐 20/30/12'),
  asked('华联\n可乐 20/30/12\n雪碧 5/6/7'),
  told('华联\n品名 期初/进货/库存\n可乐 20/30/12', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) },
  ]),
  asked('华联库存跟上周一样'),
  asked('华联库存没变'),
  asked('Hualian stock same as last week'),
  told('华联上周库存没有变化', [], { asks: ['lines'] }, '2026-W47'),
  row('华联库存跟上周一样吗', 'stock.show', { customer: hualian, period: '2026-W47' }),
]

const weeks: Row[] = [
  told('华联 47周 可乐 12箱', [c('KL500', cases(12))], {}, '2026-W47'),
  told('11.16-11.22 华联 可乐12箱', [c('KL500', cases(12))], {}, '2026-W47'),
  told('华联 11/16-11/22 可乐12箱', [c('KL500', cases(12))], {}, '2026-W47'),
  told('上上周华联的库存补一下 可乐20箱', [c('KL500', cases(20))], {}, '2026-W46'),
  told('昨天在华联盘的 可乐12箱', [c('KL500', cases(12))]),
  told('11月10日 华联 可乐12箱', [c('KL500', cases(12))], { asks: ['period'] }),
]

export const spokenCounts: Row[] = [
  ...chatter,
  ...narrated,
  ...behind,
  ...amountsFirst,
  ...none,
  ...unsaid,
  ...weeks,
]
