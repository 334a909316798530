import type { TermsShown } from '../src/crm/contracts/terms-shown.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Button, type Card, type FormField, note } from './card.ts'
import { termsBlocks } from './contract-terms.ts'

const words = {
  zh: {
    title: (year: number, name: string) => `起草 ${name} ${year}年度合同`,
    change: (number: string) => `将修改草稿 ${number}，数量按月均分。`,
    create: '将新建一份合同，数量按月均分。保存后仍可修改，提交后才开始审批。',
    form: (name: string) => `${name} 年度合同`,
    newForm: '起草年度合同',
    customer: '客户',
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
    newForm: 'Draft a yearly contract',
    customer: 'Customer',
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
  { number, ...terms }: TermsShown & { number?: string },
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  return {
    title: w.title(terms.year, nameIn(terms.customer, language)),
    blocks: [...termsBlocks(terms, language, today), note(number ? w.change(number) : w.create)],
  }
}

/** The form as it is first shown. */
export interface ContractForm {
  /** The customer it is for, or those to choose from. */
  customer: Named | (Named & { code: string })[]
  years: number[]
  /** Texts by field. */
  values: Record<string, string>
}

interface Named {
  name: string
  nameEn: string | null
}

const terms = ['territory', 'paymentTerms', 'priceTerms', 'duties'] as const

export function contractFormCard(
  { customer, years, values }: ContractForm,
  submit: Button,
  language: Language,
): Card {
  const w = words[language]
  const choice = Array.isArray(customer)
  const list: FormField[] = [
    ...(choice ? [customerField(customer, language)] : []),
    {
      name: 'year',
      label: w.year,
      kind: 'select',
      options: years.map((year) => option(String(year))),
      required: true,
    },
    { name: 'volumes', label: w.volumes, kind: 'lines', required: true, placeholder: w.volumesExample },
    { name: 'signedOn', label: w.signedOn, kind: 'date' },
    ...terms.map((name): FormField => ({ name, label: w[name], kind: 'text' })),
    { name: 'rebates', label: w.rebates, kind: 'text', placeholder: w.rebatesExample },
  ]
  const fields = list.map((field) => ({ ...field, value: values[field.name] }))
  const title = choice ? w.newForm : w.form(nameIn(customer, language))
  return { title, blocks: [{ type: 'form', fields, submit }] }
}

const option = (value: string, label = value) => ({ value, label })

const customerField = (customers: (Named & { code: string })[], language: Language): FormField => ({
  name: 'customer',
  label: words[language].customer,
  kind: 'select',
  required: true,
  options: customers.map((customer) => option(customer.code, nameIn(customer, language))),
})
