import { type Flaw, flaws } from '../src/crm/digests/record-quality.ts'
import type { WeeklyDigest } from '../src/crm/digests/weekly-digest.ts'
import { roleWords } from '../src/crm/people/roles.ts'
import { dateInWords, periodInWords } from '../src/lib/date-in-words.ts'
import { localDate } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, buttons, type Card, fields, note, text } from './card.ts'
import { changesInWords, shortWeek } from './digest-changes.ts'
import { coverageInWords, momentOn, type Wall, wholeDays } from './stock-words.ts'

const words = {
  zh: {
    title: (name: string, week: string) => `周报 ${name} ${week}`,
    coverage: '上报',
    deadline: (at: string) => `${at} 截止`,
    missing: '未交',
    stock: '库存天数',
    median: (days: string) => `中位 ${days}`,
    low: (count: number, days: number) => `低于 ${days} 天 ${count} 家`,
    high: (count: number, days: number) => `高于 ${days} 天 ${count} 家`,
    contracts: '待批合同',
    oldest: (date: string) => `最早 ${date}`,
    risk: '风险客户',
    overdue: (count: number) => `逾期未跟进 ${count}`,
    neglected: (count: number, days: number) => `${days} 天无有效跟进 ${count}`,
    quality: '资料缺失',
    flaws: { unassigned: '未分配层级', noPhone: '无电话', noContact: '无联系人' } satisfies Record<
      Flaw,
      string
    >,
    chart: '净出货（近 12 周）',
    chartUnit: '箱',
    chartCoverage: (week: string, coverage: string) => `${week}：${coverage}。`,
    open: {
      missing: '谁还没交',
      stock: '库存天数',
      risk: '风险客户',
      quality: '资料缺失',
      approvals: '待审批',
    },
    between: '、',
    clause: '，',
  },
  en: {
    title: (name: string, week: string) => `${name}, ${week}`,
    coverage: 'Reported',
    deadline: (at: string) => `due ${at}`,
    missing: 'Missing',
    stock: 'Days of stock',
    median: (days: string) => `median ${days}`,
    low: (count: number, days: number) => `${count} below ${days} days`,
    high: (count: number, days: number) => `${count} above ${days} days`,
    contracts: 'Contracts waiting',
    oldest: (date: string) => `oldest since ${date}`,
    risk: 'At risk',
    overdue: (count: number) => `${count} follow-ups overdue`,
    neglected: (count: number, days: number) => `${count} without a valid follow-up for ${days} days`,
    quality: 'Incomplete data',
    flaws: { unassigned: 'no tier', noPhone: 'no phone', noContact: 'no contact' } satisfies Record<
      Flaw,
      string
    >,
    chart: 'Net shipment, 12 weeks',
    chartUnit: 'cases',
    chartCoverage: (week: string, coverage: string) => `${week}: ${coverage}.`,
    open: {
      missing: 'Who is missing',
      stock: 'Days of stock',
      risk: 'At risk',
      quality: 'Incomplete data',
      approvals: 'Approvals',
    },
    between: ', ',
    clause: '; ',
  },
} satisfies Record<Language, object>

export type WeeklyWall = Wall & { stockDaysMin: number; stockDaysMax: number; protectionDays: number }

/** A week in figures: what changed first, each figure with its coverage and a button that opens it. */
export function weeklyDigestCard(digest: WeeklyDigest, wall: WeeklyWall): Card {
  const w = words[wall.language]
  const { scope, week } = digest
  return {
    title: w.title(nameIn(scope, wall.language), periodInWords(week, wall.language)),
    subject: `digest:weekly:${scope.kind}:${scope.code}:${week.id}`,
    blocks: [
      text(changesInWords(digest, wall.language)),
      fields([
        [w.coverage, reported(digest, wall)],
        [w.missing, missing(digest, wall)],
        [w.stock, stock(digest, wall)],
        [w.contracts, contracts(digest, wall)],
        [w.risk, risk(digest, wall)],
        [w.quality, quality(digest, wall)],
      ]),
      ...trend(digest, wall),
      buttons(
        { label: w.open.missing, say: `未交周报 ${week.id}`, style: 'primary' },
        { label: w.open.stock, say: '日报 stock' },
        { label: w.open.risk, say: '日报 risk' },
        { label: w.open.quality, say: '日报 quality' },
        { label: w.open.approvals, say: '待审批' },
      ),
    ],
  }
}

function reported({ reports }: WeeklyDigest, wall: WeeklyWall): string {
  const w = words[wall.language]
  const deadline = reports.deadline && w.deadline(momentOn(wall, reports.deadline))
  return [coverageInWords(reports.coverage, wall.language), deadline].filter(Boolean).join(w.clause)
}

const missing = ({ reports }: WeeklyDigest, { language }: WeeklyWall): string =>
  reports.missingBy
    .map(({ count, ...person }) => `${nameIn(person, language)} ${count}`)
    .join(words[language].between)

function stock({ stock: { known, median, low, high } }: WeeklyDigest, wall: WeeklyWall): string {
  const w = words[wall.language]
  if (known === 0 || median === null) return ''
  return [
    w.median(wholeDays(median, wall.language)),
    w.low(low, wall.stockDaysMin),
    w.high(high, wall.stockDaysMax),
  ].join(w.clause)
}

function contracts(
  { contracts: { waiting, oldest } }: WeeklyDigest,
  { language, zone, now }: WeeklyWall,
): string {
  const w = words[language]
  if (waiting.length === 0) return '0'
  const steps = waiting.map(({ role, count }) => `${roleWords[role][language]} ${count}`).join(w.between)
  const since = oldest && w.oldest(dateInWords(localDate(oldest, zone), language, localDate(now, zone)))
  return [steps, since].filter(Boolean).join(w.clause)
}

function risk(
  { risk: { overdue, neglected } }: WeeklyDigest,
  { language, protectionDays }: WeeklyWall,
): string {
  const w = words[language]
  return [w.overdue(overdue), w.neglected(neglected, protectionDays)].join(w.clause)
}

function quality({ quality: counts }: WeeklyDigest, { language }: WeeklyWall): string {
  const w = words[language]
  const named = Object.keys(flaws) as Flaw[]
  const found = named.filter((flaw) => counts[flaw] > 0).map((flaw) => `${w.flaws[flaw]} ${counts[flaw]}`)
  return found.length > 0 ? found.join(w.between) : '0'
}

function trend({ shipments }: WeeklyDigest, { language }: WeeklyWall): Block[] {
  const w = words[language]
  if (shipments.trend.every(({ cases }) => cases === null)) return []
  return [
    {
      type: 'chart',
      kind: 'line',
      title: w.chart,
      unit: w.chartUnit,
      categories: shipments.trend.map(({ week }) => shortWeek(week.id)),
      series: [
        {
          name: w.chart,
          values: shipments.trend.map(({ cases }) => (cases === null ? null : Math.round(cases * 10) / 10)),
        },
      ],
    },
    note(w.chartCoverage(shortWeek(shipments.week.id), coverageInWords(shipments.now.coverage, language))),
  ]
}
