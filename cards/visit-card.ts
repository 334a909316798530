import type { Basis } from '../src/crm/stock/days-of-stock.ts'
import { missReasons } from '../src/crm/visits/miss-visit.ts'
import type { VisitShown, VisitState } from '../src/crm/visits/visit-shown.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Button, buttons, type Card, note, text } from './card.ts'
import { daysInWords } from './stock-words.ts'
import { nextLine, validityNote, visitFields } from './visit-words.ts'

const words = {
  zh: {
    title: (name: string) => `拜访 ${name}`,
    state: {
      planned: '已计划',
      done: '已记录',
      missed: '未拜访',
      cancelled: '已撤销',
    } satisfies Record<VisitState, string>,
    by: (name: string) => `记录人 ${name}`,
    stillAgreed: (date: string) => `之前约好的下次 ${date} 仍然有效。`,
    days: (days: string) => `目前库存还可卖 ${days}。`,
    owes: (reports: string[]) => `这家还欠进销存：${reports.join('、')}。`,
    report: '报库存',
    record: '记录拜访',
    miss: '没去，说明原因',
    cancel: '取消计划',
    customer: '客户卡',
  },
  en: {
    title: (name: string) => `Visit to ${name}`,
    state: {
      planned: 'Planned',
      done: 'Recorded',
      missed: 'Not made',
      cancelled: 'Taken back',
    } satisfies Record<VisitState, string>,
    by: (name: string) => `by ${name}`,
    stillAgreed: (date: string) => `The next date agreed before, ${date}, still stands.`,
    days: (days: string) => `The stock there lasts ${days}.`,
    owes: (reports: string[]) => `Stock report still owed here: ${reports.join(', ')}.`,
    report: 'Report stock',
    record: 'Record the visit',
    miss: 'Not made: say why',
    cancel: 'Cancel the plan',
    customer: 'Customer card',
  },
} satisfies Record<Language, object>

/** What recording a visit pays back at once. */
export interface Payback {
  /** Null where nothing is known of the stock. */
  daysOfStock: number | null
  basis: Basis
  /** The day of the count, where it is an old one. */
  countedOn: Temporal.PlainDate | null
  /** Periods of which the report is still owed, in the reader's words. */
  owes: string[]
}

/** One visit, planned or made. */
export function visitCard(
  visit: VisitShown,
  payback: Payback | null,
  language: Language,
  today: Temporal.PlainDate,
): Card {
  const w = words[language]
  return {
    title: w.title(nameIn(visit.customer, language)),
    tone: visit.state === 'done' ? 'good' : 'plain',
    subject: `visit:${visit.id}`,
    blocks: [
      text(stateLine(visit, language)),
      visitFields({ ...visit, kind: visit.state === 'done' ? visit.kind : undefined }, language, today),
      ...(visit.state === 'done' ? followUp(visit, language, today) : []),
      ...(visit.state === 'done' && payback ? paidBack(payback, language, today) : []),
      buttons(...buttonsFor(visit, payback, language, today)),
    ],
  }
}

function stateLine({ state, reason, by }: VisitShown, language: Language): string {
  const w = words[language]
  const why = reason ? ` · ${missReasons[reason][language]}` : ''
  return `${w.state[state]}${why} · ${w.by(nameIn(by, language))}`
}

const followUp = (visit: VisitShown, language: Language, today: Temporal.PlainDate): Block[] => [
  ...nextLine(visit, language, today),
  ...(visit.stillAgreed
    ? [note(words[language].stillAgreed(dateInWords(visit.stillAgreed, language, today)))]
    : []),
  validityNote(visit.lacks, language),
]

function paidBack(
  { daysOfStock, basis, countedOn, owes }: Payback,
  language: Language,
  today: Temporal.PlainDate,
): Block[] {
  const w = words[language]
  const lines = [
    daysOfStock !== null && w.days(daysInWords(daysOfStock, basis, language, { countedOn, today })),
    owes.length > 0 && w.owes(owes),
  ].filter((line) => typeof line === 'string')
  return lines.length > 0 ? [text(lines.join('\n'))] : []
}

function buttonsFor(
  visit: VisitShown,
  payback: Payback | null,
  language: Language,
  today: Temporal.PlainDate,
): Button[] {
  const w = words[language]
  const { state, customer } = visit
  const open: Button = { label: w.customer, say: `客户 ${customer.code}` }
  if (state === 'planned') return [...plannedButtons(visit, language, today), open]
  const owes = state === 'done' && payback && payback.owes.length > 0
  return owes ? [{ label: w.report, say: `报库存 ${customer.code}`, style: 'primary' }, open] : [open]
}

function plannedButtons(
  { customer, date }: VisitShown,
  language: Language,
  today: Temporal.PlainDate,
): Button[] {
  const w = words[language]
  const missed = `未拜访 ${customer.code} ${date}`
  if (Temporal.PlainDate.compare(date, today) > 0) return [{ label: w.cancel, say: `${missed} no_need` }]
  return [
    { label: w.record, say: `拜访 ${customer.code}`, style: 'primary' },
    { label: w.miss, say: missed },
  ]
}
