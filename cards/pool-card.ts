import type { Pooled } from '../src/crm/customers/pooled-customers.ts'
import { type Tier, tierWords } from '../src/crm/customers/tiers.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    title: (total: number) => `公海客户 ${total} 家`,
    none: '公海里现在没有客户。',
    visited: (date: string) => `${date}最后拜访`,
    more: (count: number) => `还有 ${count} 家没有列出。发“查客户 名称”找具体一家。`,
    claim: (name: string) => `认领 ${name}`,
    open: (name: string) => name,
  },
  en: {
    title: (total: number) =>
      total === 1 ? '1 customer in the public pool' : `${total} customers in the public pool`,
    none: 'The public pool is empty.',
    visited: (date: string) => `last visited ${date}`,
    more: (count: number) => `${count} more are not listed. Send “find <name>” for a certain one.`,
    claim: (name: string) => `Claim ${name}`,
    open: (name: string) => name,
  },
} satisfies Record<Language, object>

/** Customers without an owner; whoever may claim them has a button for each, others may look. */
export function poolCard({ customers, total }: Pooled, mayClaim: boolean, language: Language): Card {
  const w = words[language]
  const lines = customers.map((customer) => `· ${lineOf(customer, language)}`)
  const rest = total - customers.length
  return {
    title: w.title(total),
    blocks: [
      text(lines.length > 0 ? lines.join('\n') : w.none),
      ...(rest > 0 ? [note(w.more(rest))] : []),
      buttons(
        ...customers.map((customer) => ({
          label: (mayClaim ? w.claim : w.open)(nameIn(customer, language)),
          say: `${mayClaim ? '认领' : '客户'} ${customer.code}`,
        })),
      ),
    ],
  }
}

function lineOf(customer: Pooled['customers'][number], language: Language): string {
  const { code, tier, city, lastVisitOn } = customer
  const visited =
    lastVisitOn && words[language].visited(dateInWords(Temporal.PlainDate.from(lastVisitOn), language))
  return [nameIn(customer, language), code, tierWords[tier as Tier][language], city, visited]
    .filter(Boolean)
    .join(' · ')
}
