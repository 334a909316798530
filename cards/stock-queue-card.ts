import type { QueueView, Waiting } from '../src/crm/stock/queue-view.ts'
import { periodInWords } from '../src/lib/date-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, buttons, type Card, fields, note, type TableBlock, text } from './card.ts'
import { casesInWords, coverageInWords, momentOn, type Wall } from './stock-words.ts'

const words = {
  zh: {
    title: (unit: string, week: string) => `${unit} 进销存周报 ${week}`,
    waiting: '待审核',
    accepted: '已接收',
    returned: '已退回',
    missing: '未交',
    count: (count: number) => `${count} 份`,
    deadline: '审核期限',
    net: '净出货合计',
    closing: '期末库存合计',
    coverage: '统计范围',
    customer: '客户',
    by: '提交人',
    cases: '净出货',
    remark: '备注',
    explained: '有异常说明',
    correction: '更正',
    more: (count: number) => `还有 ${count} 份，审核完上面的会接着显示。`,
    done: '现在没有待审核的周报。',
    whoIsMissing: '谁还没交',
    between: '，',
  },
  en: {
    title: (unit: string, week: string) => `${unit}, stock reports ${week}`,
    waiting: 'To review',
    accepted: 'Accepted',
    returned: 'Returned',
    missing: 'Missing',
    count: (count: number) => String(count),
    deadline: 'Review by',
    net: 'Net shipment in all',
    closing: 'Closing stock in all',
    coverage: 'Coverage',
    customer: 'Customer',
    by: 'Handed in by',
    cases: 'Net shipment',
    remark: 'Remark',
    explained: 'unusual, explained',
    correction: 'correction',
    more: (count: number) => `${count} more will follow once these are reviewed.`,
    done: 'No report is waiting for its review.',
    whoIsMissing: 'Who is missing',
    between: ', ',
  },
} satisfies Record<Language, object>

const mostButtons = 4

/** All weekly reports of a sales unit on one card that stays where it is and is redrawn. */
export function stockQueueCard(view: QueueView, wall: Wall): Card {
  const { language } = wall
  const w = words[language]
  const { unit, place, period, waiting } = view
  return {
    title: w.title(nameIn(place, language), periodInWords(period, language)),
    subject: `reports:${unit.code}:${period.id}`,
    blocks: [
      counts(view, wall),
      ...(waiting.length > 0 ? waitingBlocks(view, language) : [text(w.done)]),
      buttons(
        ...waiting.slice(0, mostButtons).map(({ customer }) => ({
          label: nameIn(customer, language),
          say: `库存 ${customer.code} ${period.id}`,
        })),
        missing(view) > 0 && { label: w.whoIsMissing, say: `未交周报 ${period.id}` },
      ),
    ],
  }
}

const missing = ({ totals: { coverage }, returned }: QueueView): number =>
  Math.max(0, coverage.expected - coverage.reported - coverage.excused - returned)

function counts(view: QueueView, wall: Wall): Block {
  const { language } = wall
  const w = words[language]
  const { totals, submitted, accepted, returned, deadline } = view
  const summed = totals.coverage.reported + totals.coverage.estimated > 0
  return fields([
    [w.waiting, w.count(submitted)],
    [w.accepted, w.count(accepted)],
    [w.returned, returned > 0 ? w.count(returned) : null],
    [w.missing, w.count(missing(view))],
    [w.deadline, momentOn(wall, deadline)],
    [w.net, summed ? casesInWords(totals.netShipment, language) : null],
    [w.closing, summed ? casesInWords(totals.closing, language) : null],
    [w.coverage, totals.coverage.expected > 0 ? coverageInWords(totals.coverage, language) : null],
  ])
}

function waitingBlocks({ waiting, submitted }: QueueView, language: Language): Block[] {
  const w = words[language]
  const more = submitted - waiting.length
  return [waitingTable(waiting, language), ...(more > 0 ? [note(w.more(more))] : [])]
}

function waitingTable(waiting: Waiting[], language: Language): TableBlock {
  const w = words[language]
  return {
    type: 'table',
    columns: [
      { label: w.customer },
      { label: w.by },
      { label: w.cases, align: 'right' },
      { label: w.remark },
    ],
    rows: waiting.map(({ customer, submittedBy, netShipment, explained, correction }) => [
      nameIn(customer, language),
      nameIn(submittedBy, language),
      casesInWords(netShipment, language),
      [correction && w.correction, explained && w.explained]
        .filter((remark) => remark !== false)
        .join(w.between),
    ]),
  }
}
