import { momentInWords } from '../../lib/date-in-words.ts'
import { instantOf, localDate, type Temporal } from '../../lib/time.ts'
import { type Language, nameIn } from '../../lib/words.ts'
import { roleWords } from '../people/roles.ts'
import type { StepRole } from './approval.ts'

interface Named {
  name: string
  nameEn: string
}

/** A step that was decided. */
export interface Decision {
  role: string
  state: string
  decidedBy: Named
  onBehalfOf: Named | null
  decidedAt: Date
  reason: string | null
}

/** For whom it is said: their language and the clock on their wall. */
export interface Wall {
  language: Language
  zone: string
  now: Temporal.Instant
}

const verbs = {
  zh: { approved: '批准', returned: '退回', rejected: '拒绝' },
  en: { approved: 'approved', returned: 'returned', rejected: 'rejected' },
} satisfies Record<Language, object>

type Verb = keyof (typeof verbs)['zh']

/** `王强（办事处主任）11月24日 周二 10:02 批准`, with the reason where there is one; a stand-in is named with whom they stood in for. */
export function decisionInWords(decision: Decision, wall: Wall): string {
  const { language } = wall
  const verb = verbs[language][decision.state as Verb]
  const at = momentIn(instantOf(decision.decidedAt), wall)
  const who = deciderInWords(decision, language)
  if (language === 'zh') return `${who}${at} ${verb}${decision.reason ? `：${decision.reason}` : ''}`
  return `${who} ${verb} it on ${at}${decision.reason ? `: ${decision.reason}` : ''}`
}

function deciderInWords({ decidedBy, onBehalfOf, role }: Decision, language: Language): string {
  const title = roleWords[role as StepRole][language]
  const name = nameIn(decidedBy, language)
  if (language === 'zh') return `${name}${onBehalfOf ? `代${nameIn(onBehalfOf, 'zh')}` : ''}（${title}）`
  return `${name}${onBehalfOf ? ` for ${nameIn(onBehalfOf, 'en')}` : ''} (${title})`
}

/** `赵敏、陈刚（信息员）`, `Zhao Min, Chen Gang (info clerk)`: whose decision it is. */
export function askedInWords(people: Named[], role: StepRole, language: Language): string {
  const names = people.map((person) => nameIn(person, language)).join(language === 'zh' ? '、' : ', ')
  const title = roleWords[role][language]
  return language === 'zh' ? `${names}（${title}）` : `${names} (${title})`
}

/** `11月24日 周二 10:02` by the clock on the wall. */
export const momentIn = (instant: Temporal.Instant, { language, zone, now }: Wall): string =>
  momentInWords(instant, zone, language, localDate(now, zone))
