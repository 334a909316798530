import type { SeenFollowUp } from '../src/crm/visits/follow-ups-seen-by.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { daysBetween, type Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    title: '到期的跟进',
    none: '没有到期的跟进。',
    due: '应于',
    late: (days: number) => (days === 0 ? '今天' : `已过 ${days} 天`),
    customer: '客户',
    owner: '负责人',
    more: (n: number) => `另有 ${n} 条未列出，先处理最久的。`,
    record: (name: string) => `拜访 ${name}`,
  },
  en: {
    title: 'Follow-ups due',
    none: 'No follow-up is due.',
    due: 'Due',
    late: (days: number) => (days === 0 ? 'today' : `${days} d late`),
    customer: 'Customer',
    owner: 'Whose',
    more: (n: number) => `${n} more are not listed; take the oldest first.`,
    record: (name: string) => `Visit ${name}`,
  },
} satisfies Record<Language, object>

const rowsShown = 20
const buttonsShown = 5

/** The follow-ups that are due, the oldest first; buttons for those of the reader. */
export function visitDueCard(
  due: SeenFollowUp[],
  me: { id: number },
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  if (due.length === 0) return { title: w.title, tone: 'good', blocks: [text(w.none)] }
  const mine = due.filter(({ memberId }) => memberId === me.id)
  return {
    title: `${w.title} ${due.length}`,
    tone: 'warning',
    blocks: [
      {
        type: 'table',
        columns: [{ label: w.customer }, { label: w.due }, { label: w.owner }],
        rows: due
          .slice(0, rowsShown)
          .map(({ customer, due: date, by }) => [
            nameIn(customer, language),
            `${dateInWords(date, language, today)} ${w.late(daysBetween(date, today))}`,
            nameIn(by, language),
          ]),
      },
      ...(due.length > rowsShown ? [note(w.more(due.length - rowsShown))] : []),
      buttons(
        ...mine.slice(0, buttonsShown).map(({ customer }) => ({
          label: w.record(nameIn(customer, language)),
          say: `拜访 ${customer.code}`,
        })),
      ),
    ],
  }
}
