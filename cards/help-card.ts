import type { Language } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    title: (name: string) => `${name}，您可以这样说`,
    free: '一句话就行，顺序随意；不清楚的我会问，保存前会给您看。10 分钟内可以“撤销”。',
    today: '今天的事',
  },
  en: {
    title: (name: string) => `${name}, you can say`,
    free: 'One line will do, in any order; I ask where it is unclear and show you before I save. “Undo” works for ten minutes.',
    today: 'My day',
  },
} satisfies Record<Language, object>

export const helpCard = (
  commands: { title: string; example: string }[],
  me: { name: string; nameEn: string },
  language: Language,
): Card => ({
  title: words[language].title(language === 'en' ? me.nameEn : me.name),
  blocks: [
    text(commands.map(({ title, example }) => `· ${title}: ${example}`).join('\n')),
    note(words[language].free),
    buttons({ label: words[language].today, say: '日报', style: 'primary' }),
  ],
})
