import type { MissingView } from '../src/crm/stock/missing-view.ts'
import { periodInWords } from '../src/lib/date-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, buttons, type Card, note, type TableBlock, text } from './card.ts'
import { handedInInWords, momentOn, type Wall } from './stock-words.ts'

const words = {
  zh: {
    title: (week: string) => `未交周报 ${week}`,
    nothingExpected: '这一周没有应交的周报，或者还没有到周末。',
    all: '全部交齐了。',
    customer: '客户',
    owner: '负责人',
    state: '情况',
    pool: '公海',
    due: (when: string) => `${when} 前交`,
    missed: '已逾期',
    returned: (reason: string) => `被退回：${reason}`,
    office: (name: string, count: number) => `${name} ${count} 家`,
    moreOffices: (count: number) => `另有 ${count} 个办事处`,
    more: (count: number) => `还有 ${count} 家没有列出。`,
    report: (name: string) => `报 ${name}`,
    between: '，',
  },
  en: {
    title: (week: string) => `Missing reports, ${week}`,
    nothingExpected: 'No report is expected for this week, or it is not over yet.',
    all: 'Everyone has reported.',
    customer: 'Customer',
    owner: 'Owner',
    state: 'State',
    pool: 'public pool',
    due: (when: string) => `due ${when}`,
    missed: 'overdue',
    returned: (reason: string) => `returned: ${reason}`,
    office: (name: string, count: number) => `${name} ${count}`,
    moreOffices: (count: number) => `${count} more offices`,
    more: (count: number) => `${count} more are not listed.`,
    report: (name: string) => `Report ${name}`,
    between: ', ',
  },
} satisfies Record<Language, object>

const mostOffices = 8
const mostButtons = 5

type Missing = MissingView['missing'][number]

/** Who has not reported for a week, and how many have. */
export function stockMissingCard(view: MissingView, wall: Wall): Card {
  const { language } = wall
  const w = words[language]
  const { period, coverage, missing } = view
  const mine = missing.filter(({ mayReport }) => mayReport).slice(0, mostButtons)
  return {
    title: w.title(periodInWords(period, language)),
    tone: missing.length > 0 ? 'warning' : 'good',
    blocks: [
      text(coverage.expected > 0 ? handedInInWords(coverage, language) : w.nothingExpected),
      ...(missing.length > 0 ? missingBlocks(view, wall) : coverage.expected > 0 ? [text(w.all)] : []),
      ...(mine.length > 0
        ? [
            buttons(
              ...mine.map(({ customer }) => ({
                label: w.report(nameIn(customer, language)),
                say: `报库存 ${customer.code} ${period.id}`,
              })),
            ),
          ]
        : []),
    ],
  }
}

function missingBlocks({ missing, byOffice }: MissingView, wall: Wall): Block[] {
  const w = words[wall.language]
  const more = byOffice.reduce((sum, { owed }) => sum + owed, 0) - missing.length
  return [
    ...(byOffice.length > 1 ? [text(officesInWords(byOffice, wall.language))] : []),
    missingTable(missing, wall),
    ...(more > 0 ? [note(w.more(more))] : []),
  ]
}

/** `浦东 4 家，徐汇 2 家` */
function officesInWords(byOffice: MissingView['byOffice'], language: Language): string {
  const w = words[language]
  const shown = byOffice
    .slice(0, mostOffices)
    .map((office) => w.office(nameIn(office, language), office.owed))
  const rest = byOffice.length - shown.length
  return [...shown, ...(rest > 0 ? [w.moreOffices(rest)] : [])].join(w.between)
}

function missingTable(missing: Missing[], wall: Wall): TableBlock {
  const { language } = wall
  const w = words[language]
  return {
    type: 'table',
    columns: [w.customer, w.owner, w.state].map((label) => ({ label })),
    rows: missing.map(({ customer, owner, ...report }) => [
      nameIn(customer, language),
      owner ? nameIn(owner, language) : w.pool,
      stateInWords(report, wall),
    ]),
  }
}

function stateInWords(
  { state, dueAt, reason }: Pick<Missing, 'state' | 'dueAt' | 'reason'>,
  wall: Wall,
): string {
  const w = words[wall.language]
  if (state === 'returned') return w.returned(reason ?? '')
  return state === 'missed' ? w.missed : w.due(momentOn(wall, dueAt))
}
