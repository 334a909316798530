import { dateInWords } from '../src/lib/date-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, buttons, type Card, fields, note, text } from './card.ts'

const words = {
  zh: {
    title: (name: string) => `请假 ${name}`,
    draft: '请假',
    days: '日期',
    half: { am: '上午', pm: '下午' },
    through: (from: string, to: string) => `${from} 至 ${to}`,
    standIn: '代班人',
    saved: '已登记。这段时间不会提醒本人。',
    toStandIn: '这段时间由您代班：该跟进的客户和该报的库存会提醒您。',
    asked: '这段时间的提醒会发给代班人。',
    nobody: '没有指定代班人，提醒会顺延到回来上班时。要指定，可修改后写上代班人。',
    away: (name: string) =>
      `${name}在此期间也请假：不在时没有人代班，提醒会顺延。要另请人，先取消再重新请假，写上代班人。`,
    standsIn: (names: string) => `原定替${names}代班，要另请人。`,
    cancelled: '已取消。',
    cancel: '取消请假',
  },
  en: {
    title: (name: string) => `Leave: ${name}`,
    draft: 'Leave',
    days: 'When',
    half: { am: 'morning', pm: 'afternoon' },
    through: (from: string, to: string) => `${from} to ${to}`,
    standIn: 'Stand-in',
    saved: 'Entered. No reminders during that time.',
    toStandIn: 'You stand in: customers to follow up and stock to report will be brought to you.',
    asked: 'Reminders of that time go to the stand-in.',
    nobody:
      'Nobody stands in; reminders wait until the return. To name someone, change this and add the stand-in.',
    away: (name: string) =>
      `${name} has leave in that time as well: meanwhile nobody stands in, and reminders wait. To name someone else, cancel the leave and enter it again with a stand-in.`,
    standsIn: (names: string) => `Was to stand in for ${names}, who needs somebody else.`,
    cancelled: 'Cancelled.',
    cancel: 'Cancel the leave',
  },
} satisfies Record<Language, object>

export interface LeaveInWords {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  half: 'am' | 'pm' | null
  standIn: Named | null
  /** For whom the person was to stand in during that time. */
  standsInFor: (Named & Pick<LeaveInWords, 'from' | 'to'>)[]
}

interface Named {
  name: string
  nameEn: string
}

/** A leave as it was understood, to be confirmed. */
export const leaveDraftCard = (leave: LeaveInWords, language: Language, today: Temporal.PlainDate): Card => ({
  title: words[language].draft,
  blocks: [
    leaveFields(leave, language, today),
    ...standsInNotes(leave, language, today),
    note(leave.standIn ? words[language].asked : words[language].nobody),
  ],
})

/** A leave that is about to be cancelled. */
export const leaveCancelCard = (
  leave: LeaveInWords,
  language: Language,
  today: Temporal.PlainDate,
): Card => ({
  title: words[language].cancel,
  blocks: [leaveFields(leave, language, today)],
})

export interface LeaveShown extends LeaveInWords {
  id: number
  member: Named
  cancelled: boolean
  isStandInAway: boolean
  /** Who reads the card. */
  reader: 'self' | 'stand_in' | 'other'
}

export const leaveCard = (leave: LeaveShown, language: Language, today: Temporal.PlainDate): Card => ({
  title: words[language].title(nameIn(leave.member, language)),
  subject: `leave:${leave.id}`,
  tone: leave.cancelled ? 'plain' : leave.isStandInAway ? 'warning' : 'good',
  blocks: [
    leaveFields(leave, language, today),
    ...(leave.cancelled ? [text(words[language].cancelled)] : standing(leave, language, today)),
  ],
})

function standing(leave: LeaveShown, language: Language, today: Temporal.PlainDate): Block[] {
  const w = words[language]
  const { reader, standIn, isStandInAway, from } = leave
  if (reader === 'stand_in') return [text(w.toStandIn)]
  const away = standIn && isStandInAway ? [text(w.away(nameIn(standIn, language)))] : []
  if (reader === 'other') return [...away, ...standsInNotes(leave, language, today)]
  return [
    text(w.saved),
    ...standsInNotes(leave, language, today),
    ...(away.length > 0 ? away : [note(standIn ? w.asked : w.nobody)]),
    buttons({ label: w.cancel, say: `取消请假 ${from}` }),
  ]
}

function standsInNotes(
  { standsInFor }: LeaveInWords,
  language: Language,
  today: Temporal.PlainDate,
): Block[] {
  if (standsInFor.length === 0) return []
  const names = standsInFor.map(
    ({ from, to, ...named }) => `${nameIn(named, language)} (${daysInWords({ from, to }, language, today)})`,
  )
  return [text(words[language].standsIn(names.join(language === 'zh' ? '、' : ', ')))]
}

function daysInWords(
  { from, to }: Pick<LeaveInWords, 'from' | 'to'>,
  language: Language,
  today: Temporal.PlainDate,
): string {
  const first = dateInWords(from, language, today)
  return from.equals(to) ? first : words[language].through(first, dateInWords(to, language, today))
}

function leaveFields(leave: LeaveInWords, language: Language, today: Temporal.PlainDate): Block {
  const w = words[language]
  const { half, standIn } = leave
  const days = daysInWords(leave, language, today)
  return fields([
    [w.days, half ? `${days} ${w.half[half]}` : days],
    [w.standIn, standIn && nameIn(standIn, language)],
  ])
}
