import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Button, type Card, type FormField, note } from './card.ts'
import { type TermsInWords, termsBlocks } from './contract-terms.ts'

const words = {
  zh: {
    title: (year: number, name: string) => `起草 ${name} ${year}年度合同`,
    change: (number: string) => `将修改草稿 ${number}，数量按月均分。`,
    create: '将新建一份合同，数量按月均分。保存后仍可修改，提交后才开始审批。',
    form: (name: string) => `${name} 年度合同`,
    year: '年度',
    volumes: '全年数量（每行一个产品，按月均分）',
    volumesExample: '可乐 1200箱',
    signedOn: '纸质合同签署日期',
    territory: '区域',
    paymentTerms: '付款条件',
    priceTerms: '价格条件',
    duties: '陈列与促销义务',
    rebates: '返利',
    rebatesExample: '达到100%返1%，120%返2%',
  },
  en: {
    title: (year: number, name: string) => `Draft: ${name}, contract ${year}`,
    change: (number: string) => `Changes the draft ${number}; volumes are split evenly over the months.`,
    create:
      'A new contract; volumes are split evenly over the months. It can be changed until it is submitted.',
    form: (name: string) => `${name}: yearly contract`,
    year: 'Year',
    volumes: 'Volumes of the year (a product a line, split evenly over the months)',
    volumesExample: 'Cola 1200 cases',
    signedOn: 'Paper signed on',
    territory: 'Territory',
    paymentTerms: 'Payment terms',
    priceTerms: 'Price terms',
    duties: 'Display and promotion duties',
    rebates: 'Rebates',
    rebatesExample: '100% 1%, 120% 2%',
  },
} satisfies Record<Language, object>

/** What was understood of a contract, before it is saved; `number` is that of the draft it would change. */
export function contractDraftCard(
  { year, number, ...terms }: TermsInWords & { year: number; number?: string },
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  return {
    title: w.title(year, nameIn(terms.customer, language)),
    blocks: [...termsBlocks(terms, language, today), note(number ? w.change(number) : w.create)],
  }
}

/** The texts of the form, by field. */
export interface ContractForm {
  customer: { name: string; nameEn: string | null }
  years: number[]
  values: Partial<Record<'year' | 'volumes' | FreeTerm | 'signedOn', string>>
}

const freeTerms = ['territory', 'paymentTerms', 'priceTerms', 'duties'] as const
type FreeTerm = (typeof freeTerms)[number] | 'rebates'

export function contractFormCard(
  { customer, years, values }: ContractForm,
  submit: Button,
  language: Language,
): Card {
  const w = words[language]
  const options = years.map((year) => ({ value: String(year), label: String(year) }))
  const fields: FormField[] = [
    { name: 'year', label: w.year, kind: 'select', options, required: true },
    { name: 'volumes', label: w.volumes, kind: 'lines', required: true, placeholder: w.volumesExample },
    { name: 'signedOn', label: w.signedOn, kind: 'date' },
    ...freeTerms.map((name): FormField => ({ name, label: w[name], kind: 'text' })),
    { name: 'rebates', label: w.rebates, kind: 'text', placeholder: w.rebatesExample },
  ]
  return {
    title: w.form(nameIn(customer, language)),
    blocks: [
      {
        type: 'form',
        fields: fields.map((field) => ({ ...field, value: values[field.name as keyof typeof values] })),
        submit,
      },
    ],
  }
}
