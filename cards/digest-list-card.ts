import type { Flaw } from '../src/crm/digests/record-quality.ts'
import type { CustomerDays } from '../src/crm/digests/stock-days.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'
import { countedInWords, wholeDays } from './stock-words.ts'

const words = {
  zh: {
    title: { stock: '库存天数异常', risk: '风险客户', quality: '资料缺失的客户' },
    none: { stock: '没有库存天数异常的客户。', risk: '没有风险客户。', quality: '客户资料齐全。' },
    customer: '客户',
    owner: '负责人',
    column: { stock: '库存天数', risk: '最后有效跟进', quality: '缺少' },
    never: '从未',
    flaws: { unassigned: '层级', noPhone: '电话', noContact: '联系人' } satisfies Record<Flaw, string>,
    pool: '公海',
    more: (count: number) => `另有 ${count} 家未列出。`,
    overdue: '待跟进',
    between: '、',
  },
  en: {
    title: {
      stock: 'Days of stock out of range',
      risk: 'Customers at risk',
      quality: 'Customers with incomplete data',
    },
    none: {
      stock: 'No customer’s stock is out of range.',
      risk: 'No customer is at risk.',
      quality: 'All customers are complete.',
    },
    customer: 'Customer',
    owner: 'Owner',
    column: { stock: 'Days of stock', risk: 'Last valid follow-up', quality: 'Missing' },
    never: 'never',
    flaws: { unassigned: 'tier', noPhone: 'phone', noContact: 'contact' } satisfies Record<Flaw, string>,
    pool: 'public pool',
    more: (count: number) => `${count} more are not listed.`,
    overdue: 'Follow-ups due',
    between: ', ',
  },
} satisfies Record<Language, object>

export type ListKind = 'stock' | 'risk' | 'quality'

/** A customer behind a figure, with what it is listed for. */
export interface Listed {
  customer: { code: string; name: string; nameEn: string | null }
  owner: { name: string; nameEn: string } | null
  why: Pick<CustomerDays, 'days' | 'countedOn'> | { lastVisit: string | null } | { flaws: Flaw[] }
}

const buttonsShown = 5

/** The customers behind a figure of a digest. `total` counts those that are not listed as well. */
export function digestListCard(
  kind: ListKind,
  { listed, total }: { listed: Listed[]; total: number },
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  if (total === 0) return { title: w.title[kind], tone: 'good', blocks: [text(w.none[kind])] }
  return {
    title: `${w.title[kind]} ${total}`,
    tone: 'warning',
    blocks: [
      {
        type: 'table',
        columns: [{ label: w.customer }, { label: w.column[kind] }, { label: w.owner }],
        rows: listed.map(({ customer, owner, why }) => [
          nameIn(customer, language),
          whyInWords(why, language, today),
          owner ? nameIn(owner, language) : w.pool,
        ]),
      },
      ...(total > listed.length ? [note(w.more(total - listed.length))] : []),
      buttons(
        ...listed.slice(0, buttonsShown).map(({ customer }) => ({
          label: nameIn(customer, language),
          say: `${kind === 'stock' ? '库存' : '客户'} ${customer.code}`,
        })),
        kind === 'risk' && { label: w.overdue, say: '待跟进' },
      ),
    ],
  }
}

function whyInWords(why: Listed['why'], language: Language, today: Temporal.PlainDate): string {
  const w = words[language]
  if ('days' in why)
    return [wholeDays(why.days, language), countedInWords({ ...why, today }, language)]
      .filter(Boolean)
      .join(' · ')
  if ('flaws' in why) return why.flaws.map((flaw) => w.flaws[flaw]).join(w.between)
  return why.lastVisit ? dateInWords(Temporal.PlainDate.from(why.lastVisit), language, today) : w.never
}
