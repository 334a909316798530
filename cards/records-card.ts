import type { Language } from '../src/lib/words.ts'
import { type Button, buttons, type Card, note, text } from './card.ts'

/** One of several records of a message, as it was understood. */
export interface RecordShown {
  /** Its place in the message, from one on. */
  number: number
  /** 记录拜访 */
  title: string
  /** The customer, or whatever it is about, short enough for a button. */
  about: string
  words: string
  state: RecordState
}

export type RecordState = 'waiting' | 'open' | 'saved' | 'dropped'

const words = {
  zh: {
    title: (count: number) => `这里有 ${count} 条记录`,
    unsaved: (count: number) => `有 ${count} 条还没有保存`,
    oneByOne: '一次核对一条：点一条，或回复“第一条”“下一条”。核对保存前，什么都不会记下。',
    state: { waiting: '', open: '（还没有保存）', saved: '（已保存）', dropped: '（不记）' },
    next: '下一条',
    drop: '都不记了',
    left: (count: number, next: string) => `还有 ${count} 条没有记，下一条：${next}`,
    dropped: (count: number) => `其余 ${count} 条不记了，已经保存的不变。`,
  },
  en: {
    title: (count: number) => `There are ${count} records here`,
    unsaved: (count: number) => `${count} are not saved yet`,
    oneByOne:
      'Check them one by one: press one, or say “the first” or “next one”. Nothing is kept before that.',
    state: { waiting: '', open: ' (not saved yet)', saved: ' (saved)', dropped: ' (dropped)' },
    next: 'Next one',
    drop: 'Drop them all',
    left: (count: number, next: string) => `${count} still to be recorded, next: ${next}`,
    dropped: (count: number) => `The other ${count} are dropped; what was saved stays.`,
  },
} satisfies Record<Language, object>

export const isLeft = ({ state }: RecordShown): boolean => state === 'waiting' || state === 'open'

/** The records of one message, a line and a button each. */
export function recordsCard(records: RecordShown[], code: string, language: Language): Card {
  const said = words[language]
  const left = records.filter(isLeft)
  const isUnsaved = left.length > 1 && left.every(({ state }) => state === 'open')
  const lines = records.map(
    ({ number, title, words, state }) => `${number}. ${title}: ${words}${said.state[state]}`,
  )
  const take: Button[] = left.map(({ number, about }) => ({
    label: `${number}. ${about}`,
    say: `选 ${code} ${number}`,
  }))
  return {
    title: isUnsaved ? said.unsaved(left.length) : said.title(records.length),
    subject: `records:${code}`,
    blocks: [
      text(lines.join('\n')),
      ...(left.length > 0
        ? [note(said.oneByOne), buttons(...take, { label: said.drop, say: `取消 ${code}` })]
        : []),
    ],
  }
}

/** The same once the rest of them is no longer wanted. */
export const recordsDroppedCard = (records: RecordShown[], count: number, language: Language): Card => ({
  title: words[language].title(records.length),
  blocks: [text(words[language].dropped(count))],
})

/** What became of one record, and how many are left. */
export const withRecordsLeft = (card: Card, left: RecordShown[], code: string, language: Language): Card => {
  const [next] = left
  if (!next) return card
  const said = words[language]
  return {
    ...card,
    blocks: [
      ...card.blocks,
      text(said.left(left.length, `${next.number}. ${next.title} ${next.about}`)),
      buttons({ label: said.next, say: `选 ${code} ${next.number}`, style: 'primary' }),
    ],
  }
}
