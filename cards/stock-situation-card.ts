import { quantityInWords } from '../src/crm/products/quantity.ts'
import type { ProductStock } from '../src/crm/stock/product-stock.ts'
import type { StockSituation } from '../src/crm/stock/stock-situation.ts'
import { dateInWords, periodInWords } from '../src/lib/date-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import {
  type Block,
  buttons,
  type Card,
  type ChartBlock,
  fields,
  note,
  type TableBlock,
  text,
} from './card.ts'
import { daysInWords, ordersInWords, wholeDays } from './stock-words.ts'

const words = {
  zh: {
    title: (name: string) => `${name} 库存`,
    none: '还没有接收过这家的进销存周报，看不出库存。',
    waiting: (week: string) => `${week} 已提交，等审核，还没有算进来。`,
    asOf: '盘点',
    lasts: '库存还可卖',
    unknown: '近几周没有出货，算不出可卖天数',
    few: '偏低，建议尽快订货',
    many: '偏高，先消化再进货',
    order: '建议订货',
    enough: '库存够用，暂不用订货',
    product: '产品',
    onHand: '实地库存',
    inTransit: '在途',
    weekOpening: '周初',
    monthOpening: '月初',
    days: '可卖',
    older: (date: string) => `（${date}）`,
    trend: '近几周走势',
    closing: '期末库存',
    net: '净出货',
    unit: '箱',
    outside: (names: string) => `${names} 不在合同里，按近 8 周净出货算，不计入总天数。`,
    report: '报库存',
    customer: '客户',
    between: '、',
  },
  en: {
    title: (name: string) => `Stock of ${name}`,
    none: 'No stock report of this customer has been accepted yet, so its stock is not known.',
    waiting: (week: string) => `${week} was handed in and waits for its review; it is not counted here yet.`,
    asOf: 'Counted',
    lasts: 'Stock lasts',
    unknown: 'Nothing left in the last weeks, so days cannot be told',
    few: 'low: order soon',
    many: 'high: sell before ordering more',
    order: 'Suggested order',
    enough: 'Enough in stock, nothing to order',
    product: 'Product',
    onHand: 'On hand',
    inTransit: 'In transit',
    weekOpening: 'Week began',
    monthOpening: 'Month began',
    days: 'Lasts',
    older: (date: string) => ` (${date})`,
    trend: 'The last weeks',
    closing: 'Closing stock',
    net: 'Net shipment',
    unit: 'cases',
    outside: (names: string) =>
      `${names}: not in the contract, judged by the net shipment of the last 8 weeks, not part of the total.`,
    report: 'Report stock',
    customer: 'Customer',
    between: ', ',
  },
} satisfies Record<Language, object>

export interface StockOfCustomer {
  customer: { code: string; name: string; nameEn: string | null }
  situation: StockSituation
  /** Outside of these days the stock is pointed out. */
  range: { min: number; max: number }
  mayReport: boolean
}

/** What a customer has in stock, how long it lasts, and what to order. */
export function stockSituationCard(
  { customer, situation, range, mayReport }: StockOfCustomer,
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  const { report, waiting, days } = situation
  const outside = days !== null && (days < range.min || days > range.max)
  return {
    title: w.title(nameIn(customer, language)),
    tone: outside ? 'warning' : 'plain',
    subject: `stock:${customer.code}`,
    blocks: [
      ...(report ? stockBlocks(situation, range, language, today) : [text(w.none)]),
      ...(waiting ? [note(w.waiting(periodInWords(waiting, language)))] : []),
      buttons(mayReport && { label: w.report, say: `报库存 ${customer.code}`, style: 'primary' }, {
        label: w.customer,
        say: `客户 ${customer.code}`,
      }),
    ],
  }
}

function stockBlocks(
  situation: StockSituation,
  range: StockOfCustomer['range'],
  language: Language,
  today: Temporal.PlainDate,
): Block[] {
  const w = words[language]
  const { report, days, basis, products, trend } = situation
  const warning = days === null ? '' : days < range.min ? w.few : days > range.max ? w.many : ''
  const lasts = days === null ? w.unknown : daysInWords(days, basis, language)
  const outside = products.filter(({ rate }) => rate && rate.basis !== basis)
  return [
    fields([
      [w.asOf, dateInWords(report!.period.last, language, today)],
      [w.lasts, warning ? `${lasts} · ${warning}` : lasts],
      [w.order, days === null ? null : ordersInWords(situation, language) || w.enough],
    ]),
    productsTable(situation, language, today),
    ...(outside.length > 0
      ? [note(w.outside(outside.map(({ product }) => nameIn(product, language)).join(w.between)))]
      : []),
    ...(trend.length > 1 ? [trendChart(trend, language)] : []),
  ]
}

/** In transit has a column only where something is. */
function productsTable(
  { products, report }: StockSituation,
  language: Language,
  today: Temporal.PlainDate,
): TableBlock {
  const w = words[language]
  const transit = products.some(({ inTransit }) => inTransit > 0)
  const columns = [w.onHand, ...(transit ? [w.inTransit] : []), w.weekOpening, w.monthOpening, w.days]
  const row = (stock: ProductStock) => {
    const amount = (base: number | null) =>
      base === null ? '–' : quantityInWords(base, stock.product, language)
    const older =
      stock.period.id === report!.period.id ? '' : w.older(dateInWords(stock.period.last, language, today))
    return [
      nameIn(stock.product, language) + older,
      amount(stock.onHand),
      ...(transit ? [amount(stock.inTransit)] : []),
      amount(stock.weekOpening),
      amount(stock.monthOpening),
      stock.days === null ? '–' : wholeDays(stock.days, language),
    ]
  }
  return {
    type: 'table',
    columns: [{ label: w.product }, ...columns.map((label) => ({ label, align: 'right' as const }))],
    rows: products.map(row),
  }
}

function trendChart(trend: StockSituation['trend'], language: Language): ChartBlock {
  const w = words[language]
  const rounded = (cases: number) => Math.round(cases * 10) / 10
  return {
    type: 'chart',
    kind: 'line',
    title: w.trend,
    unit: w.unit,
    categories: trend.map(({ period }) => `${period.last.month}/${period.last.day}`),
    series: [
      { name: w.closing, values: trend.map(({ closing }) => rounded(closing)) },
      { name: w.net, values: trend.map(({ netShipment }) => rounded(netShipment)) },
    ],
  }
}
