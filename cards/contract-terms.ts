import { type MonthRun, monthRuns } from '../src/crm/contracts/months.ts'
import type { RebateStep } from '../src/crm/contracts/rebates.ts'
import type { TermsShown } from '../src/crm/contracts/terms-shown.ts'
import { quantityInWords } from '../src/crm/products/quantity.ts'
import { productName } from '../src/crm/products/units.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { moneyInWords } from '../src/lib/money-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type FieldsBlock, fields, note, type TableBlock } from './card.ts'

const words = {
  zh: {
    customer: '客户',
    amount: '合同额（标价）',
    signed: '签署日期',
    notSigned: '未填签署日期，无法核对提交期限。',
    handIn: '提交期限',
    late: (day: string) => `${day}，已超期`,
    territory: '区域',
    payment: '付款条件',
    price: '价格条件',
    duties: '陈列与促销',
    rebates: '返利',
    rebate: ({ from, rate }: RebateStep) => `达到${from}%返${rate}%`,
    rebateComma: '，',
    product: '产品',
    volume: '全年',
    months: '按月',
    run: ({ from, to }: MonthRun, volume: string) =>
      from === 1 && to === 12 ? `每月${volume}` : `${from === to ? from : `${from}–${to}`}月${volume}`,
    comma: '，',
  },
  en: {
    customer: 'Customer',
    amount: 'Amount (list price)',
    signed: 'Paper signed on',
    notSigned: 'No signing date yet, so the deadline for handing in cannot be checked.',
    handIn: 'To be handed in by',
    late: (day: string) => `${day}, late`,
    territory: 'Territory',
    payment: 'Payment terms',
    price: 'Price terms',
    duties: 'Display and promotion',
    rebates: 'Rebates',
    rebate: ({ from, rate }: RebateStep) => `${rate}% from ${from}%`,
    rebateComma: ', ',
    product: 'Product',
    volume: 'Year',
    months: 'By month',
    run: ({ from, to }: MonthRun, volume: string) =>
      from === 1 && to === 12
        ? `${volume} a month`
        : `month ${from === to ? from : `${from}–${to}`}: ${volume}`,
    comma: '; ',
  },
} satisfies Record<Language, object>

export const termsBlocks = (terms: TermsShown, language: Language, today: Temporal.PlainDate): Block[] => [
  termsFields(terms, language, today),
  volumesTable(terms, language),
  ...(terms.signedOn ? [] : [note(words[language].notSigned)]),
]

function termsFields(terms: TermsShown, language: Language, today: Temporal.PlainDate): FieldsBlock {
  const w = words[language]
  const day = (date: Temporal.PlainDate) => dateInWords(date, language, today)
  const { customer, signedOn, handIn } = terms
  return fields([
    [w.customer, `${nameIn(customer, language)} ${customer.code}`],
    [w.amount, moneyInWords(terms.amount)],
    [w.signed, signedOn && day(signedOn)],
    [w.handIn, handIn && (handIn.late ? w.late(day(handIn.by)) : day(handIn.by))],
    [w.territory, terms.territory],
    [w.payment, terms.paymentTerms],
    [w.price, terms.priceTerms],
    [w.duties, terms.duties],
    [w.rebates, terms.rebates.map(w.rebate).join(w.rebateComma)],
  ])
}

function volumesTable({ volumes }: TermsShown, language: Language): TableBlock {
  const w = words[language]
  return {
    type: 'table',
    columns: [{ label: w.product }, { label: w.volume, align: 'right' }, { label: w.months }],
    rows: volumes.map(({ product, volume, months }) => [
      productName(product, language),
      quantityInWords(volume, product, language),
      monthRuns(months)
        .map((run) => w.run(run, quantityInWords(run.volume, product, language)))
        .join(w.comma),
    ]),
  }
}
