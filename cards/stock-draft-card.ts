import { challengeInWords } from '../src/crm/stock/challenge-in-words.ts'
import type { ReportDraft } from '../src/crm/stock/report-draft.ts'
import { periodInWords } from '../src/lib/date-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Card, fields, note, text } from './card.ts'
import { linesTable } from './stock-table.ts'

const words = {
  zh: {
    title: (name: string, week: string) => `报库存 ${name} ${week}`,
    challenged: '这些数字请核对：',
    answer: '请点“修改”：有误就改过来，属实就在“说明”里写一句原因。',
    explanation: '说明',
    unreported: (names: string) => `未报（不保存，也不估算）：${names}。`,
    running: '这一周还没有结束。',
    replaces: {
      submitted: '这一周已经提交过，等待审核；保存后以这次为准，没说的产品不变。',
      accepted: '这一周已经接收；保存后是更正，需要重新审核，原来的会保留。',
      returned: '这一周被退回过，保存后重新提交，没说的产品不变。',
    },
    between: '、',
  },
  en: {
    title: (name: string, week: string) => `Report stock of ${name}, ${week}`,
    challenged: 'Please check these figures:',
    answer: 'Press “Change”: correct what is wrong, or say under “Explanation” why it is right.',
    explanation: 'Explanation',
    unreported: (names: string) => `Not reported (neither stored nor estimated): ${names}.`,
    running: 'This week is not over yet.',
    replaces: {
      submitted:
        'This week was handed in and waits for its review; what you save replaces it, other products stay.',
      accepted:
        'This week was accepted; what you save is a correction to be reviewed again, and the old figures are kept.',
      returned: 'This week was returned; saving hands it in again, other products stay.',
    },
    between: ', ',
  },
} satisfies Record<Language, object>

/** What was understood of a report, before it is handed in. */
export function stockDraftCard(draft: ReportDraft, language: Language, weekIsOver: boolean): Card {
  const w = words[language]
  const { customer, period, lines, unreported, existing, explanation, unanswered } = draft
  const names = unreported.map((product) => nameIn(product, language)).join(w.between)
  return {
    title: w.title(nameIn(customer, language), periodInWords(period, language)),
    tone: unanswered.length > 0 ? 'warning' : 'plain',
    blocks: [
      linesTable(lines, language),
      ...challengedBlocks(draft, language),
      ...(explanation ? [fields([[w.explanation, explanation]])] : []),
      ...(unreported.length > 0 ? [note(w.unreported(names))] : []),
      ...(weekIsOver ? [] : [note(w.running)]),
      ...(existing ? [note(w.replaces[existing.state as keyof typeof w.replaces])] : []),
    ],
  }
}

function challengedBlocks({ lines, unanswered }: ReportDraft, language: Language): Block[] {
  const w = words[language]
  const challenges = lines.flatMap(({ product, challenges }) =>
    challenges.map((challenge) => challengeInWords(challenge, product, language)),
  )
  if (challenges.length === 0) return []
  return [text([w.challenged, ...challenges, ...(unanswered.length > 0 ? [w.answer] : [])].join('\n'))]
}
