import { challengeInWords } from '../src/crm/stock/challenge-in-words.ts'
import type { ReportState } from '../src/crm/stock/report-states.ts'
import type { Deed, Excuse, HandedIn, ReportView } from '../src/crm/stock/report-view.ts'
import { periodInWords } from '../src/lib/date-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Button, buttons, type Card, fields, note, type Tone, text } from './card.ts'
import { linesTable } from './stock-table.ts'
import { daysInWords, handedInInWords, momentOn, ordersInWords, type Wall } from './stock-words.ts'

const words = {
  zh: {
    title: (name: string, week: string) => `${name} 进销存周报 ${week}`,
    state: '状态',
    states: {
      submitted: '已提交，等信息员审核',
      accepted: '已接收',
      returned: '已退回，请改好再报',
    } satisfies Record<ReportState, string>,
    correction: (version: number) => `（第 ${version} 版）`,
    submitted: '提交',
    late: '（迟交）',
    accepted: '接收',
    returned: '退回',
    reason: '退回原因',
    explanation: '说明',
    challenged: '请留意：',
    lasts: '库存还可卖',
    order: '建议订货',
    enough: '库存够用，暂不用订货',
    office: (name: string, coverage: string) => `${name}：${coverage}`,
    none: '还没有交',
    due: (when: string) => `${when} 前要交。`,
    missed: (when: string) => `已过期限（${when}），请尽快补报。`,
    excused: (by: string, reason: string) => `${by}同意免报：${reason}`,
    buttons: {
      accept: '接收',
      return: '退回',
      report: '报库存',
      again: '改好再报',
      correct: '更正',
      show: '库存',
    },
    next: (name: string) => `下一份：${name}`,
  },
  en: {
    title: (name: string, week: string) => `${name}, stock report ${week}`,
    state: 'State',
    states: {
      submitted: 'Handed in, waits for the info clerk',
      accepted: 'Accepted',
      returned: 'Returned: please correct and report again',
    } satisfies Record<ReportState, string>,
    correction: (version: number) => ` (version ${version})`,
    submitted: 'Handed in',
    late: ' (late)',
    accepted: 'Accepted',
    returned: 'Returned',
    reason: 'Why returned',
    explanation: 'Explanation',
    challenged: 'Please note:',
    lasts: 'Stock lasts',
    order: 'Suggested order',
    enough: 'Enough in stock, nothing to order',
    office: (name: string, coverage: string) => `${name}: ${coverage}`,
    none: 'Not handed in yet',
    due: (when: string) => `Due by ${when}.`,
    missed: (when: string) => `The deadline (${when}) has passed. Please report as soon as you can.`,
    excused: (by: string, reason: string) => `Excused by ${by}: ${reason}`,
    buttons: {
      accept: 'Accept',
      return: 'Return',
      report: 'Report stock',
      again: 'Correct and report',
      correct: 'Correct',
      show: 'Stock',
    },
    next: (name: string) => `Next: ${name}`,
  },
} satisfies Record<Language, object>

const tones: Record<ReportState, Tone> = { submitted: 'plain', accepted: 'good', returned: 'warning' }

/** The weekly report of one customer: figures, who did what, and what it means for the stock. */
export function stockReportCard(view: ReportView, wall: Wall): Card {
  const { customer, period, report } = view
  const { language } = wall
  return {
    title: words[language].title(nameIn(customer, language), periodInWords(period, language)),
    tone: report ? tones[report.state] : 'warning',
    subject: `report:${customer.code}:${period.id}`,
    blocks: [
      ...(report ? reportBlocks(report, wall) : notHandedIn(view, wall)),
      ...payback(view, language),
      buttons(...buttonsFor(view, language)),
    ],
  }
}

function reportBlocks(report: HandedIn, wall: Wall): Block[] {
  const { language } = wall
  const w = words[language]
  const { state, version, submitted, reviewed, reason, explanation, lines } = report
  const challenges = lines.flatMap(({ product, challenges }) =>
    challenges.map((challenge) => challengeInWords(challenge, product, language)),
  )
  return [
    fields([
      [w.state, w.states[state] + (version > 1 ? w.correction(version) : '')],
      [w.submitted, deedInWords(submitted, wall) + (submitted.late ? w.late : '')],
      [state === 'returned' ? w.returned : w.accepted, reviewed && deedInWords(reviewed, wall)],
      [w.reason, reason],
    ]),
    linesTable(lines, language),
    ...(challenges.length > 0 ? [text([w.challenged, ...challenges].join('\n'))] : []),
    ...(explanation ? [fields([[w.explanation, explanation]])] : []),
  ]
}

function notHandedIn({ expected }: ReportView, wall: Wall): Block[] {
  const w = words[wall.language]
  if (!expected) return [text(w.none)]
  if (expected.excused) return [text(excuseInWords(expected.excused, wall.language))]
  const when = momentOn(wall, expected.dueAt)
  const overdue = expected.dueAt.epochMilliseconds <= wall.now.epochMilliseconds
  return [text(`${w.none}\n${overdue ? w.missed(when) : w.due(when)}`)]
}

const excuseInWords = ({ by, reason }: Excuse, language: Language): string =>
  words[language].excused(by ? nameIn(by, language) : '', reason)

/** What the one who reports gets back at once: how long the stock lasts, what to order, where the office stands. */
function payback({ situation, coverage, customer }: ReportView, language: Language): Block[] {
  const w = words[language]
  const lasts =
    situation &&
    situation.days !== null &&
    ([
      [w.lasts, daysInWords(situation.days, situation.basis, language)],
      [w.order, ordersInWords(situation, language) || w.enough],
    ] satisfies [string, string][])
  const office = coverage && w.office(nameIn(customer.office, language), handedInInWords(coverage, language))
  return [...(lasts ? [fields(lasts)] : []), ...(office ? [note(office)] : [])]
}

function buttonsFor(
  { may, customer, period, report, next }: ReportView,
  language: Language,
): (Button | false)[] {
  const w = words[language]
  const ref = `${customer.code} ${period.id}`
  const again = report?.state === 'returned' ? w.buttons.again : report ? w.buttons.correct : w.buttons.report
  return [
    may.accept && { label: w.buttons.accept, say: `接收 ${ref}`, style: 'primary' },
    may.return && { label: w.buttons.return, say: `退回周报 ${ref}`, style: 'danger' },
    may.submit && {
      label: again,
      say: `报库存 ${ref}`,
      style: report?.state === 'returned' || !report ? 'primary' : undefined,
    },
    !may.accept &&
      next !== null && {
        label: w.next(nameIn(next, language)),
        say: `库存 ${next.code} ${period.id}`,
        style: 'primary',
      },
    { label: w.buttons.show, say: `库存 ${customer.code}` },
  ]
}

/** `赵敏 11月23日 周一 10:02` */
const deedInWords = ({ by, at }: Deed, wall: Wall): string =>
  `${nameIn(by, wall.language)} ${momentOn(wall, at)}`
