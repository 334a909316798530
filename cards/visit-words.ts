import type { Lack } from '../src/crm/visits/valid-follow-up.ts'
import { type VisitKind, visitKinds } from '../src/crm/visits/visit-kinds.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, fields, note, text } from './card.ts'

const words = {
  zh: {
    customer: '客户',
    contact: '联系人',
    notOnFile: (name: string) => `${name}（未建档）`,
    date: '日期',
    kind: '方式',
    about: '内容',
    feedback: '反馈',
    next: '下次',
    valid: '算有效跟进。',
    invalid: (lacks: string[]) => `还不算有效跟进：${lacks.join('，')}。`,
    lacks: {
      contact: '没说和谁谈的（联系人）',
      subject: '没说谈了什么',
      content: '内容太少，再写具体一点，或约好下次时间',
    } satisfies Record<Lack, string>,
  },
  en: {
    customer: 'Customer',
    contact: 'Contact',
    notOnFile: (name: string) => `${name} (not on file)`,
    date: 'Date',
    kind: 'How',
    about: 'About',
    feedback: 'Feedback',
    next: 'Next',
    valid: 'Counts as a valid follow-up.',
    invalid: (lacks: string[]) => `Not a valid follow-up yet: ${lacks.join('; ')}.`,
    lacks: {
      contact: 'it does not say who you spoke to',
      subject: 'it does not say what about',
      content: 'too little is said; be more specific, or agree a next date',
    } satisfies Record<Lack, string>,
  },
} satisfies Record<Language, object>

/** What a card says of a visit, before and after it is saved. */
export interface VisitInWords {
  customer: { code: string; name: string; nameEn?: string | null }
  contact: { name: string; nameEn: string | null; onFile: boolean } | null
  date: Temporal.PlainDate
  time?: string | null
  kind?: VisitKind
  about: string
  feedback?: string | null
}

export function visitFields(visit: VisitInWords, language: Language, today: Temporal.PlainDate): Block {
  const w = words[language]
  return fields([
    [w.customer, `${nameIn(visit.customer, language)} ${visit.customer.code}`],
    [w.contact, visit.contact && contactInWords(visit.contact, language)],
    [w.date, [dateInWords(visit.date, language, today), visit.time].filter(Boolean).join(' ')],
    [w.kind, visit.kind && visitKinds[visit.kind][language]],
    [w.about, visit.about],
    [w.feedback, visit.feedback === visit.about ? null : visit.feedback],
  ])
}

export const contactInWords = (contact: NonNullable<VisitInWords['contact']>, language: Language): string =>
  contact.onFile ? nameIn(contact, language) : words[language].notOnFile(contact.name)

/** `下次 12月1日 周二 给报价`; nothing where no step was agreed. */
export function nextLine(
  { nextDate, nextStep }: { nextDate: Temporal.PlainDate | null; nextStep: string | null },
  language: Language,
  today: Temporal.PlainDate,
): Block[] {
  if (!nextDate && !nextStep) return []
  const parts = [words[language].next, nextDate && dateInWords(nextDate, language, today), nextStep]
  return [text(parts.filter(Boolean).join(' '))]
}

export function validityNote(lacks: Lack[], language: Language): Block {
  const w = words[language]
  return note(lacks.length === 0 ? w.valid : w.invalid(lacks.map((lack) => w.lacks[lack])))
}
