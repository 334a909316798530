import { momentIn, type Wall } from '../src/crm/contracts/decision-in-words.ts'
import type { Waiting } from '../src/crm/contracts/waiting-for.ts'
import { roleWords } from '../src/crm/people/roles.ts'
import { moneyInWords } from '../src/lib/money-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    title: (count: number) => `待您审批 ${count} 份合同`,
    none: '没有等您审批的合同',
    noneText: '有新的合同要您审批时，会直接发给您。',
    line: (name: string, year: number, amount: string) => `${name} ${year}年度合同 ${amount}`,
    since: (role: string, when: string) => `等${role}审批，自 ${when}`,
    escalated: '，已超时',
    more: (count: number) => `另有 ${count} 份，处理完上面的再发“待审批”。`,
  },
  en: {
    title: (count: number) => `${count} ${count === 1 ? 'contract waits' : 'contracts wait'} for you`,
    none: 'No contract waits for you',
    noneText: 'When one does, you will get its card.',
    line: (name: string, year: number, amount: string) => `${name}, contract ${year}, ${amount}`,
    since: (role: string, when: string) => `step of the ${role}, since ${when}`,
    escalated: ', overdue',
    more: (count: number) => `${count} more: send “approvals” again when these are done.`,
  },
} satisfies Record<Language, object>

/** More would not be read on a phone, nor fit the buttons of a message. */
const shownAtOnce = 8

/** All that waits for one person, the longest waiting first. */
export function approvalListCard(memberCode: string, waiting: Waiting[], wall: Wall): Card {
  const w = words[wall.language]
  const subject = `approvals:${memberCode}`
  if (waiting.length === 0) return { title: w.none, subject, blocks: [note(w.noneText)] }
  const shown = waiting.slice(0, shownAtOnce)
  const more = waiting.length - shown.length
  return {
    title: w.title(waiting.length),
    tone: waiting.some(({ escalated }) => escalated) ? 'warning' : 'plain',
    subject,
    blocks: [
      text(shown.map((item, i) => `${i + 1}. ${lineOf(item, wall)}`).join('\n')),
      buttons(
        ...shown.map(({ number, customer }) => ({
          label: nameIn(customer, wall.language),
          say: `合同 ${number}`,
        })),
      ),
      ...(more > 0 ? [note(w.more(more))] : []),
    ],
  }
}

function lineOf({ customer, year, amount, role, since, escalated, number }: Waiting, wall: Wall): string {
  const w = words[wall.language]
  const what = w.line(nameIn(customer, wall.language), year, moneyInWords(amount))
  const how = w.since(roleWords[role][wall.language], momentIn(since, wall))
  return `${what}\n${number} ${how}${escalated ? w.escalated : ''}`
}
