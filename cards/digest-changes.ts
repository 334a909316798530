import type { WeeklyDigest } from '../src/crm/digests/weekly-digest.ts'
import type { Language } from '../src/lib/words.ts'
import { casesInWords } from './stock-words.ts'

const words = {
  zh: {
    changes: '比上一周：',
    reports: (now: string, before: string) => `周报上报 ${now}（上一周 ${before}）`,
    followUps: (valid: number, change: string) => `有效跟进 ${valid} 次（${change}）`,
    shipment: (cases: string, change: string, week: string, share: string) =>
      `净出货 ${cases}（${change}，${week} 已报 ${share}）`,
    approved: (count: number) => `新批合同 ${count} 份`,
    unchanged: '持平',
    unknown: '上一周没有数据',
  },
  en: {
    changes: 'Against the week before:',
    reports: (now: string, before: string) => `reports ${now} (${before} before)`,
    followUps: (valid: number, change: string) => `${valid} valid follow-ups (${change})`,
    shipment: (cases: string, change: string, week: string, share: string) =>
      `net shipment ${cases} (${change}, ${week} with ${share} reported)`,
    approved: (count: number) => `${count} ${count === 1 ? 'contract' : 'contracts'} approved`,
    unchanged: 'unchanged',
    unknown: 'no figures for the week before',
  },
} satisfies Record<Language, object>

/** What changed against the week before, the greatest change first; a figure that stayed at nothing is left out. */
export function changesInWords(
  { reports, followUps, shipments, contracts }: WeeklyDigest,
  language: Language,
): string {
  const w = words[language]
  const { now, before, week } = shipments
  const moved = [
    { by: 1, line: w.reports(share(reports.coverage), share(reports.before)) },
    {
      by: relative(followUps.valid, followUps.before),
      line: w.followUps(followUps.valid, difference(followUps.valid - followUps.before, language)),
    },
    {
      by: relative(now.netShipment, before.netShipment),
      line: w.shipment(
        casesInWords(now.netShipment, language),
        percent(now.netShipment, before.netShipment, language),
        shortWeek(week.id),
        share(now.coverage),
      ),
    },
    { by: contracts.approved > 0 ? least : 0, line: w.approved(contracts.approved) },
  ]
  const lines = moved.filter(({ by }) => by > 0).sort((a, b) => b.by - a.by)
  return [w.changes, ...lines.map(({ line }) => `· ${line}`)].join('\n')
}

/** `W47` in `2026-W47`. */
export const shortWeek = (id: string): string => id.slice(id.indexOf('W'))

const share = ({ reported, expected }: { reported: number; expected: number }) => `${reported}/${expected}`

const least = 0.001

/** How much a figure moved against what it was; what came from nothing moved as a whole. */
function relative(now: number, before: number): number {
  if (before === 0) return now === 0 ? 0 : 1
  return Math.max(Math.abs(now - before) / Math.abs(before), least)
}

const difference = (change: number, language: Language): string =>
  change === 0 ? words[language].unchanged : signed(change)

function percent(now: number, before: number, language: Language): string {
  if (before === 0) return words[language].unknown
  const change = Math.round(((now - before) / Math.abs(before)) * 100)
  return change === 0 ? words[language].unchanged : `${signed(change)}%`
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value))
