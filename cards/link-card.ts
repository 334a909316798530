import type { Language } from '../src/lib/words.ts'
import { type Card, text } from './card.ts'

const words = {
  zh: {
    title: '绑定码',
    code: (name: string, code: string) =>
      `请把这个绑定码交给${name}本人：${code}\n在要使用的平台上对我发“绑定 ${code}”。72 小时内有效，只能用一次。`,
    linked: '绑定成功',
    linkedText: (name: string) => `${name}，您好！以后在这里说的话都算您的。发“帮助”看看能做什么。`,
  },
  en: {
    title: 'Link code',
    code: (name: string, code: string) =>
      `Give this code to ${name} in person: ${code}\nThey send me “link ${code}” on the platform they want to use. It is good for 72 hours, once.`,
    linked: 'You are linked',
    linkedText: (name: string) =>
      `Hello ${name}! What you say here now counts as yours. Send “help” to see what you can do.`,
  },
} satisfies Record<Language, object>

export const linkCodeCard = (name: string, code: string, language: Language): Card => ({
  title: words[language].title,
  blocks: [text(words[language].code(name, code))],
})

export const linkedCard = (name: string, language: Language): Card => ({
  title: words[language].linked,
  tone: 'good',
  blocks: [text(words[language].linkedText(name))],
})
