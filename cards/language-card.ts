import type { Language } from '../src/lib/words.ts'
import { type Card, text } from './card.ts'

const words = {
  zh: { title: '语言', text: '好的，以后在这里我说中文。要换英文请发“语言 en”。' },
  en: { title: 'Language', text: 'Fine, I speak English here from now on. Send “language zh” for Chinese.' },
} satisfies Record<Language, object>

export const languageCard = (language: Language): Card => ({
  title: words[language].title,
  tone: 'good',
  blocks: [text(words[language].text)],
})
