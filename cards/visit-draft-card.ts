import type { PreparedMiss } from '../src/crm/visits/miss-visit.ts'
import { missReasons } from '../src/crm/visits/miss-visit.ts'
import type { PreparedPlan } from '../src/crm/visits/plan-visit.ts'
import type { PreparedVisit } from '../src/crm/visits/prepare-visit.ts'
import { momentInWords } from '../src/lib/date-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Card, note, text } from './card.ts'
import { nextLine, validityNote, visitFields } from './visit-words.ts'

const words = {
  zh: {
    record: (name: string) => `记录拜访 ${name}`,
    asPlanned: '这次拜访在计划内，保存后计划即完成。',
    kept: (moment: string) => `同样的拜访已经在 ${moment} 记过了。不用再记就点“取消”。`,
    plan: (name: string) => `计划拜访 ${name}`,
    changesPlan: '那天已有计划，保存后以这次为准。',
    miss: (name: string) => `未拜访 ${name}`,
    reason: '原因',
  },
  en: {
    record: (name: string) => `Record a visit to ${name}`,
    asPlanned: 'This visit was planned; saving completes the plan.',
    kept: (moment: string) =>
      `The same visit was recorded already, ${moment}. Cancel unless this is another one.`,
    plan: (name: string) => `Plan a visit to ${name}`,
    changesPlan: 'You have a plan for that day; saving replaces it.',
    miss: (name: string) => `Visit not made to ${name}`,
    reason: 'Reason',
  },
} satisfies Record<Language, object>

/** A visit as it was understood, to be confirmed. */
export const visitDraftCard = (
  visit: PreparedVisit,
  language: Language,
  today: Temporal.PlainDate,
): Card => ({
  title: words[language].record(nameIn(visit.customer, language)),
  blocks: [
    visitFields({ ...visit, contact: contactOfDraft(visit) }, language, today),
    ...nextLine(visit, language, today),
    validityNote(visit.lacks, language),
    ...(visit.plan ? [note(words[language].asPlanned)] : []),
    ...(visit.keptAt ? [text(words[language].kept(momentOf(visit.keptAt, language, today)))] : []),
  ],
})

const momentOf = (at: Temporal.ZonedDateTime, language: Language, today: Temporal.PlainDate) =>
  momentInWords(at.toInstant(), at.timeZoneId, language, today)

const contactOfDraft = ({ contact, contactName }: PreparedVisit) => {
  if (contact) return { ...contact, onFile: true }
  return contactName ? { name: contactName, nameEn: null, onFile: false } : null
}

export const planDraftCard = (plan: PreparedPlan, language: Language, today: Temporal.PlainDate): Card => ({
  title: words[language].plan(nameIn(plan.customer, language)),
  blocks: [
    visitFields({ ...plan, contact: null }, language, today),
    ...(plan.earlierId ? [note(words[language].changesPlan)] : []),
  ],
})

export const missDraftCard = (miss: PreparedMiss, language: Language, today: Temporal.PlainDate): Card => ({
  title: words[language].miss(nameIn(miss.customer, language)),
  blocks: [
    visitFields({ ...miss, contact: null, about: '' }, language, today),
    text(`${words[language].reason}: ${missReasons[miss.reason][language]}`),
  ],
})
