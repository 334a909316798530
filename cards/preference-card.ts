import type { Language, Words } from '../src/lib/words.ts'
import { type Card, note, text } from './card.ts'

const words = {
  zh: {
    title: '直接保存',
    on: (what: string) => `以后您说的“${what}”直接保存，不再先给您确认。`,
    off: (what: string) => `以后您说的“${what}”先给您看，点保存才记下。`,
    doubtful: '有疑问的仍会先问您；保存后 10 分钟内可以撤销。',
  },
  en: {
    title: 'Save at once',
    on: (what: string) => `From now on “${what}” is saved at once, without a card to confirm.`,
    off: (what: string) => `From now on “${what}” is shown to you first, and saved when you press Save.`,
    doubtful: 'What is doubtful is still asked; a record can be undone for 10 minutes.',
  },
} satisfies Record<Language, object>

/** How one kind of record is saved from now on; the same before and after it is set. */
export const preferenceCard = (what: Words, on: boolean, language: Language): Card => ({
  title: words[language].title,
  blocks: [
    text(words[language][on ? 'on' : 'off'](what[language])),
    ...(on ? [note(words[language].doubtful)] : []),
  ],
})
