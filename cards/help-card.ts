import { type Language, nameIn, type Words } from '../src/lib/words.ts'
import { type Button, buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    title: (name: string) => `${name}，您可以这样说`,
    topic: (topic: string) => `${topic}：您可以这样说`,
    free: '一句话就行，顺序随意；不清楚的我会问，保存前会给您看。10 分钟内可以“撤销”。',
    today: '今天的事',
  },
  en: {
    title: (name: string) => `${name}, you can say`,
    topic: (topic: string) => `${topic}: you can say`,
    free: 'One line will do, in any order; I ask where it is unclear and show you before I save. “Undo” works for ten minutes.',
    today: 'My day',
  },
} satisfies Record<Language, object>

interface Topic {
  value: string
  words: Words
}

export interface Help {
  lines: { title: string; example: string }[]
  /** All the lines are about this. */
  topic?: Topic
  /** What else help may be asked about. */
  others: readonly Topic[]
}

export function helpCard(
  { lines, topic, others }: Help,
  me: { name: string; nameEn: string },
  language: Language,
): Card {
  const w = words[language]
  const more = others.map((other): Button => ({ label: other.words[language], say: `帮助 ${other.value}` }))
  return {
    title: topic ? w.topic(topic.words[language]) : w.title(nameIn(me, language)),
    blocks: [
      text(lines.map((line) => `· ${lineOf(line)}`).join('\n')),
      ...(topic ? [] : [note(w.free)]),
      buttons(...(topic ? [] : [{ label: w.today, say: '日报', style: 'primary' } as const]), ...more),
    ],
  }
}

/** A sentence that begins with what it does needs no title: `查客户 华联超市`. */
const lineOf = ({ title, example }: Help['lines'][number]) =>
  example.toLowerCase().startsWith(title.toLowerCase()) ? example : `${title}: ${example}`
