import type { Language } from '../../src/lib/words.ts'

const words = {
  zh: {
    fill: '填写',
    close: '关闭',
    asOf: (time: string) => `截至 ${time}`,
    shortened: '内容太长，这里只显示了一部分。',
    moreRows: (count: number) => `还有 ${count} 行没有显示。`,
    noFigures: (where: string) => `没有数字：${where}`,
    untouched: (labels: string) => `这里不能改（内容太长或太多），保存后保持原样：${labels}`,
  },
  en: {
    fill: 'Fill in',
    close: 'Close',
    asOf: (time: string) => `As of ${time}`,
    shortened: 'This is too long to show in full.',
    moreRows: (count: number) => `${count} more rows are not shown.`,
    noFigures: (where: string) => `No figures: ${where}`,
    untouched: (labels: string) => `Too long or too many to change here; they stay as they are: ${labels}`,
  },
} satisfies Record<Language, object>

/** The few words this bot adds to a card. */
export const slackWords = (language: Language) => words[language]
