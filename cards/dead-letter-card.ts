import type { Language } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'

export interface DeadLetter {
  id: number
  to: string
  about: string
  since: string
  error: string
}

const words = {
  zh: {
    title: '未能送达的消息',
    none: '没有。所有消息都已送达或仍在重试。',
    line: ({ id, to, about, since, error }: DeadLetter) => `${id} · ${since} · ${to} · ${about}\n${error}`,
    more: (n: number) => `还有 ${n} 条更早的。`,
    retry: (id: number) => `重发 ${id}`,
    retried: (id: number) => `消息 ${id} 已重新排队，马上再送。`,
  },
  en: {
    title: 'Messages that could not be delivered',
    none: 'None. Everything was delivered or is still being tried.',
    line: ({ id, to, about, since, error }: DeadLetter) => `${id} · ${since} · ${to} · ${about}\n${error}`,
    more: (n: number) => `${n} older ones are not shown.`,
    retry: (id: number) => `Send ${id} again`,
    retried: (id: number) => `Message ${id} is in the queue again and goes out now.`,
  },
} satisfies Record<Language, object>

export function deadLettersCard(letters: DeadLetter[], total: number, language: Language): Card {
  const w = words[language]
  if (letters.length === 0) return { title: w.title, tone: 'good', blocks: [text(w.none)] }
  return {
    title: w.title,
    tone: 'warning',
    blocks: [
      ...letters.map((letter) => text(w.line(letter))),
      ...(total > letters.length ? [note(w.more(total - letters.length))] : []),
      buttons(...letters.slice(0, 5).map(({ id }) => ({ label: w.retry(id), say: `重发 ${id}` }))),
    ],
  }
}

export const retriedCard = (id: number, language: Language): Card => ({
  title: words[language].title,
  tone: 'good',
  blocks: [text(words[language].retried(id))],
})
