import { periodInWords } from '../src/lib/date-in-words.ts'
import type { Period } from '../src/lib/period.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Button, type Card, type FormField, note } from './card.ts'

const words = {
  zh: {
    title: (name: string, week: string) => `报库存 ${name} ${week}`,
    which: '报库存',
    customer: '客户',
    customerHint: '名称、拼音首字母或编号',
    week: '周次',
    how: '写“进30 存12箱6瓶”；只写一个数是期末，两个数是进货和期末，没写单位按箱。没有盘的产品留空，不会保存。',
    opens: (opening: string) => `（期初 ${opening}）`,
    first: '（第一次报，请写期初）',
    placeholder: '进30 存12箱6瓶',
    firstPlaceholder: '期初20 进30 存12',
    more: '其他产品（一行一个）',
    morePlaceholder: '芬达 进30 存12箱',
    explanation: '说明（数字为什么不寻常）',
  },
  en: {
    title: (name: string, week: string) => `Report stock of ${name}, ${week}`,
    which: 'Report stock',
    customer: 'Customer',
    customerHint: 'Name, initials or code',
    week: 'Week',
    how: 'Write “received 30 stock 12 cases 6 bottles”. One number is the closing, two are received and closing; without a unit they are cases. Leave empty what you did not count: it is not saved.',
    opens: (opening: string) => ` (opening ${opening})`,
    first: ' (first report: give the opening)',
    placeholder: 'received 30 stock 12',
    firstPlaceholder: 'opening 20 received 30 stock 12',
    more: 'Other products (one a line)',
    morePlaceholder: 'Fanta received 30 stock 12',
    explanation: 'Explanation (why a figure is unusual)',
  },
} satisfies Record<Language, object>

export interface StockForm {
  customer: { name: string; nameEn: string | null }
  /** The week it is about: a field of the form, so that what is saved is about the week that was shown. */
  period: Period
  weeks: Period[]
  products: ProductField[]
  /** Lines of products that have no field of their own. */
  more: { value: string; error?: string }
  /** Null where there is nothing to explain. */
  explanation: { value: string; error?: string } | null
}

export interface ProductField {
  field: string
  name: string
  /** In words; null where it is the first report of the product. */
  opening: string | null
  value: string
  error?: string
}

/** The weekly report of one customer on one form: a field a product, opening with the last closing. */
export function stockFormCard(form: StockForm, submit: Button, language: Language): Card {
  const w = words[language]
  const { customer, period, weeks, products, more, explanation } = form
  return {
    title: w.title(nameIn(customer, language), periodInWords(period, language)),
    blocks: [
      note(w.how),
      {
        type: 'form',
        fields: [
          {
            name: 'period',
            label: w.week,
            kind: 'select',
            value: period.id,
            options: weeks.map((week) => ({ value: week.id, label: periodInWords(week, language) })),
          },
          ...products.map((product) => productField(product, language)),
          { name: 'more', label: w.more, kind: 'lines', placeholder: w.morePlaceholder, ...more },
          ...(explanation ? [explanationField(explanation, language)] : []),
        ],
        submit,
      },
    ],
  }
}

const explanationField = (
  explanation: NonNullable<StockForm['explanation']>,
  language: Language,
): FormField => ({
  name: 'explanation',
  label: words[language].explanation,
  kind: 'text',
  ...explanation,
})

function productField({ field, name, opening, value, error }: ProductField, language: Language): FormField {
  const w = words[language]
  return {
    name: field,
    label: name + (opening === null ? w.first : w.opens(opening)),
    kind: 'text',
    value,
    placeholder: opening === null ? w.firstPlaceholder : w.placeholder,
    error,
  }
}

/** Asked first where the customer is not known: the rest of the form depends on it. */
export const whichCustomerCard = (submit: Button, language: Language): Card => ({
  title: words[language].which,
  blocks: [
    {
      type: 'form',
      fields: [
        {
          name: 'customer',
          label: words[language].customer,
          kind: 'text',
          required: true,
          placeholder: words[language].customerHint,
        },
      ],
      submit,
    },
  ],
})
