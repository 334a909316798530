import type { OpenItem } from '../src/crm/reminders/open-items.ts'
import type { Owing } from '../src/crm/reminders/owing.ts'
import { clockInWords, dateInWords, periodInWords } from '../src/lib/date-in-words.ts'
import { periodOf } from '../src/lib/period.ts'
import { isBefore, localDate, type Temporal, zoned } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Button, buttons, text } from './card.ts'

const words = {
  zh: {
    reports: (week: string) => `进销存周报 ${week}`,
    deadline: (at: string) => `截止 ${at}`,
    passed: (at: string) => `已过截止 ${at}`,
    returned: (reason: string) => `被退回：${reason}`,
    followUps: '该跟进的客户',
    atRisk: '有风险：逾期未跟进',
    escalated: '下属逾期未办',
    due: (date: string) => `应于 ${date}`,
    today: '今天',
    planned: (time: string) => `计划${time ? ` ${time}` : ''}`,
    more: (count: number) => `另有 ${count} 家`,
    all: '全部待跟进',
    for: (name: string) => `代${name}`,
    report: (name: string) => `报 ${name}`,
    visit: (name: string) => `拜访 ${name}`,
    missed: (name: string) => `没去 ${name}`,
    reportOwed: '周报未交',
  },
  en: {
    reports: (week: string) => `Weekly stock reports, ${week}`,
    deadline: (at: string) => `due ${at}`,
    passed: (at: string) => `was due ${at}`,
    returned: (reason: string) => `sent back: ${reason}`,
    followUps: 'Customers to follow up',
    atRisk: 'At risk: overdue follow-ups',
    escalated: 'Overdue with your people',
    due: (date: string) => `due ${date}`,
    today: 'today',
    planned: (time: string) => `planned${time ? ` ${time}` : ''}`,
    more: (count: number) => `and ${count} more`,
    all: 'All follow-ups due',
    for: (name: string) => `for ${name}`,
    report: (name: string) => `Report ${name}`,
    visit: (name: string) => `Visit ${name}`,
    missed: (name: string) => `Not made: ${name}`,
    reportOwed: 'weekly report missing',
  },
} satisfies Record<Language, object>

/** More than these are not read on a phone; the others are a button away. */
const mostShown = 15
const mostAtRisk = 5

/** For whom, and when, a list is drawn. */
export interface Drawing {
  now: Temporal.Instant
  language: Language
}

/** The reports that are owed, with a button for each. */
export function reportBlocks({ mine, person }: Owing, drawing: Drawing): Block[] {
  const w = words[drawing.language]
  const owed = mine.filter(({ report }) => report)
  const first = owed[0]?.report
  if (!first) return []
  const week = periodInWords(periodOf(first.period)!, drawing.language)
  const lines = owed.map(
    (item) => `· ${customerLine(item, person, drawing)}${returnedLine(item, drawing.language)}`,
  )
  return [
    text([`${w.reports(week)} · ${deadline(first.dueAt, person.zone, drawing)}`, ...lines].join('\n')),
    buttons(...eachCustomer(owed, ({ customer }) => reportButton(customer, drawing.language))),
  ]
}

/** Follow-ups whose day has come, and planned visits, with a button for each. */
export function followUpBlocks(
  title: string,
  items: OpenItem[],
  { person }: Owing,
  drawing: Drawing,
  most = mostShown,
): Block[] {
  if (items.length === 0) return []
  const w = words[drawing.language]
  const shown = items.slice(0, most)
  const more = items.length - shown.length
  const lines = shown.map((item) => `· ${followUpLine(item, person, drawing)}`)
  const missed = shown.filter(
    ({ kind, due, owner }) =>
      kind === 'planned' && owner.id === person.id && !due.equals(localDate(drawing.now, person.zone)),
  )
  return [
    text([title, ...lines, ...(more > 0 ? [w.more(more)] : [])].join('\n')),
    buttons(
      ...eachCustomer(shown, ({ customer }) => visitButton(customer, drawing.language)),
      ...missed.map((item) => missedButton(item, drawing.language)),
      more > 0 && { label: w.all, say: '待跟进' },
    ),
  ]
}

export const dueBlocks = (owing: Owing, drawing: Drawing): Block[] =>
  followUpBlocks(
    words[drawing.language].followUps,
    owing.mine.filter(({ report }) => !report),
    owing,
    drawing,
  )

export const atRiskBlocks = (owing: Owing, drawing: Drawing): Block[] =>
  followUpBlocks(words[drawing.language].atRisk, owing.atRisk, owing, drawing, mostAtRisk)

/** What others did not do in time: who, and what. */
export function escalatedBlocks({ escalated }: Owing, { now, language }: Drawing): Block[] {
  const w = words[language]
  if (escalated.length === 0) return []
  const people = Map.groupBy(escalated, ({ owner }) => owner)
  const lines = [...people].map(([owner, items]) => {
    const what = items.map(({ customer, report, due }) => {
      const late = report ? w.reportOwed : w.due(dateInWords(due, language, localDate(now, owner.zone)))
      return `${nameIn(customer, language)} (${late})`
    })
    return `· ${nameIn(owner, language)} ${items.length}: ${what.join(language === 'zh' ? '、' : ', ')}`
  })
  return [text([w.escalated, ...lines].join('\n'))]
}

/** A customer named twice has one button. */
function eachCustomer(items: OpenItem[], button: (item: OpenItem) => Button): Button[] {
  const byCode = new Map(items.map((item) => [item.customer.code, item]))
  return [...byCode.values()].map(button)
}

const reportButton = (customer: OpenItem['customer'], language: Language): Button => ({
  label: words[language].report(nameIn(customer, language)),
  say: `报库存 ${customer.code}`,
  style: 'primary',
})

const visitButton = (customer: OpenItem['customer'], language: Language): Button => ({
  label: words[language].visit(nameIn(customer, language)),
  say: `拜访 ${customer.code}`,
})

/** A planned visit whose day has passed asks for a reason. */
const missedButton = ({ customer, due }: OpenItem, language: Language): Button => ({
  label: words[language].missed(nameIn(customer, language)),
  say: `未拜访 ${customer.code} ${due}`,
})

function customerLine({ customer, owner }: OpenItem, reader: { id: number }, { language }: Drawing): string {
  const name = nameIn(customer, language)
  return owner.id === reader.id ? name : `${name} (${words[language].for(nameIn(owner, language))})`
}

/** `华联超市 · 应于 11月24日 周二 · 给报价`, `永辉便利 · 计划 14:00 · 对账`. */
function followUpLine(item: OpenItem, reader: Owing['person'], drawing: Drawing): string {
  const w = words[drawing.language]
  const today = localDate(drawing.now, reader.zone)
  const isToday = item.due.equals(today)
  const day = isToday ? w.today : w.due(dateInWords(item.due, drawing.language, today))
  const when = item.kind === 'planned' ? `${isToday ? '' : `${day} `}${w.planned(item.time ?? '')}` : day
  return [customerLine(item, reader, drawing), when, item.about].filter(Boolean).join(' · ')
}

function returnedLine({ report, about }: OpenItem, language: Language): string {
  return report?.state === 'returned' ? ` · ${words[language].returned(about)}` : ''
}

function deadline(dueAt: Temporal.Instant, zone: string, { now, language }: Drawing): string {
  const w = words[language]
  const local = zoned(dueAt, zone)
  const today = localDate(now, zone)
  const isToday = local.toPlainDate().equals(today)
  const day = isToday ? w.today : dateInWords(local.toPlainDate(), language, today)
  const at = `${day} ${clockInWords(local)}`
  return isBefore(now, dueAt) ? w.deadline(at) : w.passed(at)
}
