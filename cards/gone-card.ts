import type { Language } from '../src/lib/words.ts'
import { type Card, text } from './card.ts'

const words = {
  zh: { title: (name: string) => `已撤销 ${name}`, text: '刚才新建的内容已删除。' },
  en: { title: (name: string) => `Taken back: ${name}`, text: 'What you just created was removed.' },
} satisfies Record<Language, object>

/** What is left to say of something that was taken back. */
export const goneCard = (name: string, language: Language): Card => ({
  title: words[language].title(name),
  blocks: [text(words[language].text)],
})
