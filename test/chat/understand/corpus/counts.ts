import { bottles, cases, hualian, type Row, row, yongsheng } from './row.ts'

/** Stock as it is pasted, and with the slips that would put a number in the wrong place. */

type More = Parameters<typeof row>[3]
const report = (says: string, lines: object[], more: More = {}) =>
  row(says, 'stock.report', { customer: hualian, ...(lines.length > 0 && { lines }) }, more)
const asked = (says: string, lines: object[] = []) => report(says, lines, { asks: ['lines'] })
const c = (product: string, closing: object = cases(0)) => ({ product, closing })

const ten: [name: string, code: string, count: number][] = [
  ['可乐', 'KL500', 120],
  ['雪碧', 'XB500', 80],
  ['芬达', 'FD500', 0],
  ['罐装可乐', 'KL330', 15],
  ['矿泉水', 'KQS', 66],
  ['冰红茶', 'BHC', 42],
  ['果粒橙', 'CZ', 7],
  ['绿茶', 'LC', 11],
  ['啤酒', 'PJ', 31],
  ['椰汁', 'YZ', 9],
]

const all = ten.map(([, code, count]) => c(code, cases(count)))
const table = ten.map(([, code, count]) => ({
  product: code,
  opening: cases(20),
  received: cases(30),
  closing: cases(count),
}))
const eachLine = (line: (name: string, count: number, i: number) => string) =>
  ten.map(([name, , count], i) => line(name, count, i)).join('\n')

const layouts: Row[] = [
  report(`华联超市\n${eachLine((name, count) => `${name} ${count}箱`)}`, all),
  report(`华联库存：\n${eachLine((name, count, i) => `${i + 1}、${name}：${count}箱`)}`, all),
  report(`华联超市盘点\n${eachLine((name, count, i) => `${i + 1}.${name} ${count}箱`)}`, all),
  report(`华联\n${eachLine((name, count, i) => `(${i + 1})${name}-- ${count}箱`)}`, all),
  report(`华联\n${eachLine((name, count, i) => `${i + 1} ${name} ${count}箱`)}`, all),
  report(`华联超市（单位：箱）\n${eachLine((name, count) => `${name}\t${count}`)}`, all),
  report(`华联 ${eachLine((name, count) => `${name}${count}箱`).replaceAll('\n', '，')}`, all),
  report(`华联 ${eachLine((name, count) => `${name}${count}`).replaceAll('\n', ' ')}`, all),
  report(`华联 ${eachLine((name, count) => `${count}箱${name}`).replaceAll('\n', ' ')}`, all),
  report(`客户：华联超市\n${eachLine((name, count) => `产品：${name} 数量：${count}箱`)}`, all),
  report(`华联超市\n品名 期初 进货 库存\n${eachLine((name, count) => `${name} 20 30 ${count}`)}`, table),
  report(
    `华联超市\n产品\t期初\t进货\t期末\n${eachLine((name, count) => `${name}\t20\t30\t${count}`)}`,
    table,
  ),
  report(`华联超市\n产品,期初,进货,期末\n${eachLine((name, count) => `${name},20,30,${count}`)}`, table),
  report(
    `华联超市\n产品；期初；进货；期末\n${eachLine((name, count) => `${name}；20；30；${count}`)}`,
    table,
  ),
  report(`华联超市\n${eachLine((name, count) => `${name} 期初20 进30 存${count}`)}`, table),
  report(
    `华联超市\n序号 品名 期初 进货 库存\n${eachLine((name, count, i) => `${i + 1} ${name} 20 30 ${count}`)}\n合计 140 210 330`,
    table,
  ),
  report('华联超市\n产品,期初,进货,期末\n可乐,20,300,120', [
    { product: 'KL500', opening: cases(20), received: cases(300), closing: cases(120) },
  ]),
  report('华联超市 单位：瓶\n可乐 120\n雪碧 80', [c('KL500', bottles(120)), c('XB500', bottles(80))]),
  report('华联超市\n品名 单位 期初 进货 库存\n可乐 箱 20 30 12\n雪碧 瓶 15 10 9', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) },
    { product: 'XB500', opening: bottles(15), received: bottles(10), closing: bottles(9) },
  ]),
  report('华联 1、可乐120箱 2、雪碧80箱 3、芬达60箱', [
    c('KL500', cases(120)),
    c('XB500', cases(80)),
    c('FD500', cases(60)),
  ]),
  report('华联 可乐 1、雪碧 2、芬达 3', [c('KL500', cases(1)), c('XB500', cases(2)), c('FD500', cases(3))]),
  report('华联 期初/进/存：可乐20/30/12', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) },
  ]),
]

const minus: Row[] = [
  asked('华联 可乐-5箱'),
  asked('华联 可乐 -5'),
  asked('华联 可乐 进-5 存12', [c('KL500', cases(12))]),
  asked('华联 可乐12箱 退-3箱', [c('KL500', cases(12))]),
  report('华联 可乐12箱 调整-3箱', [{ ...c('KL500', cases(12)), adjustment: cases(-3) }]),
  report('华联 可乐 - 12箱', [c('KL500', cases(12))]),
  asked('Hualian cola -5 cases'),
]

const sizes: Row[] = [
  report('华联 可乐500ml 12箱', [c('KL500', cases(12))]),
  report('华联 500ml可乐 12箱', [c('KL500', cases(12))]),
  report('华联 可乐24瓶装 12箱', [c('KL500', cases(12))]),
  report('华联 可乐500ml*24 12箱', [c('KL500', cases(12))]),
  report('Hualian cola 500ml 12 cases', [c('KL500', cases(12))]),
  asked('华联 可乐2L 12箱'),
]

const slips: Row[] = [
  report('华联 科乐 期初20 进30 存12箱', [
    { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) },
  ]),
  report('华联 可乐12箱，芬打5箱，雪壁8箱', [
    c('KL500', cases(12)),
    c('FD500', cases(5)),
    c('XB500', cases(8)),
  ]),
  report('华联 12箱可乐 5箱芬打 8箱雪碧', [
    c('KL500', cases(12)),
    c('FD500', cases(5)),
    c('XB500', cases(8)),
  ]),
  report('华联 可乐罐装12箱', [c('KL330', cases(12))]),
  asked('华联 可乐12箱 脉动5箱 雪碧8箱', [c('KL500', cases(12)), c('XB500', cases(8))]),
  asked('华联 12箱可乐 5箱脉动 8箱雪碧', [c('KL500', cases(12)), c('XB500', cases(8))]),
  asked('华联 可乐12箱 冰绿茶5箱', [c('KL500', cases(12))]),
  asked('华联 除了可乐12箱 其他都没了', [c('KL500', cases(12))]),
]

const roughly: Row[] = [
  asked('华联 可乐三四箱 雪碧3-5箱'),
  asked('华联 可乐约20箱', [c('KL500', cases(20))]),
  asked('华联 可乐20箱左右', [c('KL500', cases(20))]),
  asked('Hualian cola about 20 cases', [c('KL500', cases(20))]),
]

const none: Row[] = [
  report('华联 可乐没进货 存12箱', [{ ...c('KL500', cases(12)), received: cases(0) }]),
  report('华联 可乐 期初20 没到货 存12箱', [
    { product: 'KL500', opening: cases(20), received: cases(0), closing: cases(12) },
  ]),
  report('华联 可乐未进货 12箱', [{ ...c('KL500', cases(12)), received: cases(0) }]),
  report('华联 可乐还没到货5箱 存12箱', [{ ...c('KL500', cases(12)), inTransit: cases(5) }]),
  report('华联 可乐没剩 雪碧5箱', [c('KL500'), c('XB500', cases(5))]),
  asked('华联 可乐5箱 雪碧没了解', [c('KL500', cases(5))]),
  report('华联 可乐雪碧芬达都没了', [c('KL500'), c('XB500'), c('FD500')]),
  report('华联 可乐卖完了 雪碧一箱都没有', [c('KL500'), c('XB500')]),
  report('华联 可乐、雪碧各5箱，芬达8箱', [c('KL500', cases(5)), c('XB500', cases(5)), c('FD500', cases(8))]),
  report('华联 可乐 雪碧 芬达分别12 8 5箱', [
    c('KL500', cases(12)),
    c('XB500', cases(8)),
    c('FD500', cases(5)),
  ]),
  report('Hualian cola, sprite and fanta 5 cases each', [
    c('KL500', cases(5)),
    c('XB500', cases(5)),
    c('FD500', cases(5)),
  ]),
]

const counted: Row[] = [
  report('华联 可乐２０箱 雪碧１５箱６瓶', [c('KL500', cases(20)), c('XB500', bottles(366))]),
  report('刚盘完华联 可乐二十 雪碧十五 芬达零', [c('KL500', cases(20)), c('XB500', cases(15)), c('FD500')]),
  report('Hualian cola twelve cases', [c('KL500', cases(12))]),
  asked('华联 可乐 期初20 进30 存12瓶', [c('KL500', bottles(12))]),
  asked('华联 可乐20 雪碧15瓶', [c('XB500', bottles(15))]),
  asked('华联 可乐99999999999箱'),
  asked('华联 绿茶12.5箱', [c('LC', cases(12.5))]),
  report('华联 明天 可乐12箱', [c('KL500', cases(12))], { asks: ['period'] }),
  report('华联 可乐12箱 雪碧8箱\n永盛 可乐5箱 芬达3箱', [c('KL500', cases(12)), c('XB500', cases(8))], {
    asks: [''],
  }),
  row(
    '拜访永盛 聊返利\n可乐12箱 雪碧8箱',
    'visit.record',
    { customer: yongsheng, date: '2026-11-24', about: '返利' },
    { asks: [''] },
  ),
  row(
    '可乐12箱 雪碧8箱\n拜访永盛 聊返利',
    'visit.record',
    { customer: yongsheng, date: '2026-11-24', about: '返利' },
    { asks: [''] },
  ),
]

const open = {
  command: 'stock.report',
  input: {
    customer: hualian,
    period: '2026-W47',
    lines: [{ product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) }],
  },
}
const [cola] = open.input.lines
const change = (says: string, lines: object[], more: More = {}) =>
  row(
    says,
    'stock.report',
    { ...open.input, lines },
    { spokenOf: { draft: open, customer: hualian }, corrects: 'draft', ...more },
  )

const whileOpen: Row[] = [
  change('可乐存15', [{ ...cola, closing: cases(15) }]),
  change('可乐15箱', [{ ...cola, closing: cases(15) }]),
  change('雪碧8箱', [cola!, c('XB500', cases(8))]),
  change('还有雪碧8箱 芬达没了', [cola!, c('XB500', cases(8)), c('FD500')]),
  change('华联 雪碧8箱', [cola!, c('XB500', cases(8))]),
  change('雪碧十几箱 芬达5箱', [cola!, c('FD500', cases(5))], { asks: ['lines'] }),
  row(
    '永盛 可乐存15',
    'stock.report',
    { customer: yongsheng, lines: [c('KL500', cases(15))] },
    { spokenOf: { draft: open, customer: hualian } },
  ),
]

const weekly = (says: string, more: object, asks: More = {}) =>
  row(says, 'stock.report', { customer: yongsheng, lines: [c('KL500', cases(190))], ...more }, asks)
const thirdWeek = { offers: { period: ['2026-W47', '2026-W46'] } }

/** November 2026 begins on a Sunday: its third week may be the one of the 16th or the one of the 9th. */
const weeksOfMonths: Row[] = [
  weekly('永盛 11月第3周的库存 可乐190', {}, thirdWeek),
  weekly('永盛 11月第三周 可乐190', {}, thirdWeek),
  weekly('永盛 可乐190 11月第3周', {}, thirdWeek),
  weekly('永盛 11月第二周 可乐190', {}, { offers: { period: ['2026-W46', '2026-W45'] } }),
  weekly('永盛 6月第二周 可乐190', { period: '2026-W24' }),
  weekly('永盛 12月第二周 可乐190', {}, { asks: ['period'] }),
  weekly('永盛 第47周 可乐190', { period: '2026-W47' }),
  row('永盛11月第3周的库存', 'stock.show', { customer: yongsheng }, thirdWeek),
]

const told: Row[] = [
  asked('华联 可乐库存从120降到85'),
  asked('华联的刘会计自己盘了一下，说可乐还有20箱左右'),
  asked('华联 可乐 18 22 15', [
    { product: 'KL500', opening: cases(18), received: cases(22), closing: cases(15) },
  ]),
  report('华联可乐到货18箱，另有12箱在途，现在库存25箱', [
    { product: 'KL500', received: cases(18), inTransit: cases(12), closing: cases(25) },
  ]),
]

const inPassing: Row[] = [
  asked('华联 可乐一周走了6箱 还有9箱', [c('KL500', cases(9))]),
  report('华联点过了 可乐7箱 绿茶3箱', [c('KL500', cases(7)), c('LC', cases(3))]),
  row('华联 报上周 可乐 期初20 进30 存12', 'stock.report', {
    customer: hualian,
    period: '2026-W47',
    lines: [{ product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) }],
  }),
  report('Hualian Supermarket got 25 cases of sprite this week, 18 remaining', [
    { product: 'XB500', received: cases(25), closing: cases(18) },
  ]),
  report('华联今天点的货：啤酒45箱，可乐18箱', [c('PJ', cases(45)), c('KL500', cases(18))]),
  report('华联，可乐原有30箱，进了50箱，现在盘下来41箱', [
    { product: 'KL500', opening: cases(30), received: cases(50), closing: cases(41) },
  ]),
  report('华联 进销存 啤酒 上期150 本期进80 本期存120', [
    { product: 'PJ', opening: cases(150), received: cases(80), closing: cases(120) },
  ]),
  row('第46周永盛补报 可乐期初10箱 进15箱 存9箱', 'stock.report', {
    customer: yongsheng,
    period: '2026-W46',
    lines: [{ product: 'KL500', opening: cases(10), received: cases(15), closing: cases(9) }],
  }),
]

export const countRows: Row[] = [
  ...weeksOfMonths,
  ...told,
  ...inPassing,
  ...layouts,
  ...minus,
  ...sizes,
  ...slips,
  ...roughly,
  ...none,
  ...counted,
  ...whileOpen,
]
