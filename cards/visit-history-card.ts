import type { VisitWithPeople } from '../src/crm/visits/recent-visits.ts'
import { contactShown } from '../src/crm/visits/visit-shown.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, buttons, type Card, text } from './card.ts'
import { contactInWords } from './visit-words.ts'

const words = {
  zh: {
    title: (name: string) => `拜访记录 ${name}`,
    none: '还没有拜访记录。',
    planned: '计划：',
    by: (name: string) => `${name}记`,
    next: (date: string) => `下次 ${date}`,
    invalid: '不算有效跟进',
    record: '记录拜访',
    plan: '计划拜访',
    customer: '客户卡',
  },
  en: {
    title: (name: string) => `Visits to ${name}`,
    none: 'No visit was recorded yet.',
    planned: 'Planned:',
    by: (name: string) => `by ${name}`,
    next: (date: string) => `next ${date}`,
    invalid: 'not a valid follow-up',
    record: 'Record a visit',
    plan: 'Plan a visit',
    customer: 'Customer card',
  },
} satisfies Record<Language, object>

/** The visits to a customer: what is planned, and the last ones made. */
export function visitHistoryCard(
  shown: {
    customer: { code: string; name: string; nameEn: string | null }
    planned: VisitWithPeople[]
    made: VisitWithPeople[]
  },
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  const { code } = shown.customer
  return {
    title: w.title(nameIn(shown.customer, language)),
    blocks: [
      ...plans(shown.planned, language, today),
      ...(shown.made.length > 0
        ? shown.made.map((visit) => text(madeLine(visit, language, today)))
        : [text(w.none)]),
      buttons(
        { label: w.record, say: `拜访 ${code}`, style: 'primary' },
        { label: w.plan, say: `计划拜访 ${code}` },
        { label: w.customer, say: `客户 ${code}` },
      ),
    ],
  }
}

function plans(planned: VisitWithPeople[], language: Language, today: Temporal.PlainDate): Block[] {
  const lines = planned.map((visit) =>
    [day(visit.date, language, today), visit.time, visit.about, nameIn(visit.member, language)]
      .filter(Boolean)
      .join(' '),
  )
  return lines.length > 0 ? [text([words[language].planned, ...lines].join('\n'))] : []
}

/** `11月24日 周二 · 王店长 · 国庆堆头 · 下次 12月1日 周二 · 李明记`. */
function madeLine(visit: VisitWithPeople, language: Language, today: Temporal.PlainDate): string {
  const w = words[language]
  const contact = contactShown(visit)
  return [
    day(visit.date, language, today),
    contact && contactInWords(contact, language),
    visit.about,
    visit.feedback !== visit.about && visit.feedback,
    visit.nextDate && w.next(day(visit.nextDate, language, today)),
    !visit.valid && w.invalid,
    w.by(nameIn(visit.member, language)),
  ]
    .filter(Boolean)
    .join(' · ')
}

const day = (date: string, language: Language, today: Temporal.PlainDate) =>
  dateInWords(Temporal.PlainDate.from(date), language, today)
