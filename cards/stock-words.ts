import { quantityInWords } from '../src/crm/products/quantity.ts'
import { type Coverage, unknown } from '../src/crm/stock/coverage.ts'
import type { Basis } from '../src/crm/stock/days-of-stock.ts'
import type { ProductStock } from '../src/crm/stock/product-stock.ts'
import { dateInWords, momentInWords } from '../src/lib/date-in-words.ts'
import { localDate, type Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'

/** For whom a card is drawn: their language, and the clock on their wall. */
export interface Wall {
  language: Language
  zone: string
  now: Temporal.Instant
}

const words = {
  zh: {
    cases: (count: string) => `${count}箱`,
    days: (days: number) => `${days} 天`,
    counted: (date: string) => `${date}盘点`,
    basis: { contract: '按年度合同量', shipments: '按近 8 周净出货' } satisfies Record<Basis, string>,
    reported: (reported: number, expected: number) => `${expected}家中${reported}家已报`,
    estimated: (count: number) => `${count}家按上期估算`,
    unknown: (count: number) => `${count}家没有数据`,
    excused: (count: number) => `${count}家免报`,
    between: '，',
  },
  en: {
    cases: (count: string) => `${count} cases`,
    days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
    counted: (date: string) => `counted ${date}`,
    basis: {
      contract: 'by the contract of the year',
      shipments: 'by the net shipment of the last 8 weeks',
    } satisfies Record<Basis, string>,
    reported: (reported: number, expected: number) => `${reported} of ${expected} reported`,
    estimated: (count: number) => `${count} estimated from the last period`,
    unknown: (count: number) => `${count} without figures`,
    excused: (count: number) => `${count} excused`,
    between: '; ',
  },
} satisfies Record<Language, object>

/** `1,234.5箱`: a sum over products. */
export const casesInWords = (cases: number, language: Language): string =>
  words[language].cases(new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(cases))

/** `12 天（按年度合同量）`; of an old count `12 天（按年度合同量，11月8日 周日盘点）`. */
export function daysInWords(days: number, basis: Basis, language: Language, countedOn?: OldCount): string {
  const w = words[language]
  const count = w.days(Math.round(days))
  const how = [w.basis[basis], countedInWords(countedOn, language)].filter(Boolean)
  return language === 'zh' ? `${count}（${how.join('，')}）` : `${count} (${how.join(', ')})`
}

/** When a count was made that is not of the last week, for whoever reads it on a day. */
export interface OldCount {
  countedOn: Temporal.PlainDate | null
  today: Temporal.PlainDate
}

/** `11月8日 周日盘点`, `counted Sun 8 Nov`; null where there is nothing to say of it. */
export const countedInWords = (count: OldCount | undefined, language: Language): string | null =>
  count?.countedOn ? words[language].counted(dateInWords(count.countedOn, language, count.today)) : null

export const wholeDays = (days: number, language: Language): string => words[language].days(Math.round(days))

/** `22家中18家已报，4家按上期估算`. */
export function coverageInWords(coverage: Coverage, language: Language): string {
  const w = words[language]
  const { expected, reported, estimated, excused } = coverage
  return [
    w.reported(reported, expected),
    estimated > 0 && w.estimated(estimated),
    unknown(coverage) > 0 && w.unknown(unknown(coverage)),
    excused > 0 && w.excused(excused),
  ]
    .filter((part) => part !== false)
    .join(w.between)
}

/** `22家中18家已报`: who has handed in, where no figure is summed. */
export function handedInInWords({ expected, reported, excused }: Coverage, language: Language): string {
  const w = words[language]
  return [w.reported(reported, expected), excused > 0 && w.excused(excused)]
    .filter((part) => part !== false)
    .join(w.between)
}

/** `可乐 30箱，雪碧 12箱`; nothing where there is enough of everything. */
export const ordersInWords = ({ products }: { products: ProductStock[] }, language: Language): string =>
  products
    .filter(({ order }) => order > 0)
    .map(({ product, order }) => `${nameIn(product, language)} ${quantityInWords(order, product, language)}`)
    .join(language === 'zh' ? '，' : ', ')

/** `11月23日 周一 10:02` on the reader's wall. */
export const momentOn = ({ language, zone, now }: Wall, at: Temporal.Instant): string =>
  momentInWords(at, zone, language, localDate(now, zone))
