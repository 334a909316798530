import type { DailyDigest } from '../src/crm/digests/daily-digest.ts'
import { dateInWords } from '../src/lib/date-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, buttons, type Card, text } from './card.ts'
import {
  atRiskBlocks,
  type Drawing,
  escalatedBlocks,
  followUpBlocks,
  reportBlocks,
} from './reminder-items.ts'
import { putOffNotes, snoozeButtons } from './reminder-owed-card.ts'

const words = {
  zh: {
    title: (date: string) => `日报 ${date}`,
    none: '今天没有要办的事，也没有等您的审批。',
    summary: {
      today: (n: number) => `今天拜访 ${n}`,
      overdue: (n: number) => `逾期跟进 ${n}`,
      reports: (n: number) => `欠周报 ${n}`,
      approvals: (n: number) => `待审批 ${n}`,
      returned: (n: number) => `合同退回 ${n}`,
      atRisk: (n: number) => `有风险 ${n}`,
      escalated: (n: number) => `下属逾期 ${n}`,
      putOff: (n: number) => `已推迟 ${n}`,
    },
    today: '今天的拜访',
    overdue: '逾期的跟进',
    approvals: '等您审批的合同',
    openApprovals: '去审批',
    returned: '退回待改的合同',
  },
  en: {
    title: (date: string) => `Today, ${date}`,
    none: 'Nothing is due today, and nothing waits for your approval.',
    summary: {
      today: (n: number) => `${n} to visit today`,
      overdue: (n: number) => `${n} overdue`,
      reports: (n: number) => `${n} ${n === 1 ? 'report' : 'reports'} owed`,
      approvals: (n: number) => `${n} to approve`,
      returned: (n: number) => `${n} sent back`,
      atRisk: (n: number) => `${n} at risk`,
      escalated: (n: number) => `${n} overdue with your people`,
      putOff: (n: number) => `${n} put off`,
    },
    today: 'Visits today',
    overdue: 'Overdue follow-ups',
    approvals: 'Contracts that wait for you',
    openApprovals: 'Approve',
    returned: 'Contracts sent back to be changed',
  },
} satisfies Record<Language, object>

/** A person's day: what it holds in one line, then each with its buttons. */
export function dailyDigestCard(digest: DailyDigest, drawing: Drawing): Card {
  const { language } = drawing
  const { owing, date } = digest
  const title = words[language].title(dateInWords(date, language))
  const summary = summaryOf(digest, language)
  if (summary.length === 0) return { title, tone: 'good', blocks: [text(words[language].none)] }
  return {
    title,
    tone: 'plain',
    blocks: [
      text(summary.join(' · ')),
      ...followUpBlocks(words[language].today, digest.today, owing, drawing),
      ...reportBlocks(owing, drawing),
      ...followUpBlocks(words[language].overdue, digest.overdue, owing, drawing),
      ...contractBlocks(digest, language),
      ...atRiskBlocks(owing, drawing),
      ...escalatedBlocks(owing, drawing),
      ...putOffNotes(owing, drawing),
      ...(owing.mine.length + owing.escalated.length > 0 ? [buttons(...snoozeButtons(owing, drawing))] : []),
    ],
  }
}

function summaryOf(
  { today, overdue, approvals, returned, owing }: DailyDigest,
  language: Language,
): string[] {
  const w = words[language].summary
  const counts: [number, (n: number) => string][] = [
    [today.length, w.today],
    [owing.mine.filter(({ report }) => report).length, w.reports],
    [overdue.length, w.overdue],
    [approvals.length, w.approvals],
    [returned.length, w.returned],
    [owing.atRisk.length, w.atRisk],
    [owing.escalated.length, w.escalated],
    [owing.putOff.length, w.putOff],
  ]
  return counts.filter(([count]) => count > 0).map(([count, inWords]) => inWords(count))
}

function contractBlocks({ approvals, returned }: DailyDigest, language: Language): Block[] {
  const w = words[language]
  const list = (title: string, contracts: DailyDigest['returned']) =>
    text(
      [title, ...contracts.map(({ number, customer }) => `· ${nameIn(customer, language)} ${number}`)].join(
        '\n',
      ),
    )
  return [
    ...(approvals.length > 0
      ? [list(w.approvals, approvals), buttons({ label: w.openApprovals, say: '待审批', style: 'primary' })]
      : []),
    ...(returned.length > 0
      ? [
          list(w.returned, returned),
          buttons(...returned.map(({ number }) => ({ label: number, say: `合同 ${number}` }))),
        ]
      : []),
  ]
}
