import type { Language } from '../../src/lib/words.ts'

const words = {
  zh: {
    asOf: (time: string) => `截至 ${time}`,
    shortened: '内容太长，这里只显示了一部分。',
    moreRows: (count: number) => `还有 ${count} 行没有显示。`,
    moreColumns: (labels: string) => `没有显示的列：${labels}`,
    fillIn: '请复制下面几行，改好后发给我：',
    choices: (options: string) => `（可选：${options}）`,
    orSay: '也可以直接发：',
    say: (label: string, sentence: string) => `${label}：发“${sentence}”`,
    chosen: (label: string) => `请填写${label}`,
    yes: '是',
    untouched: (labels: string) => `这里放不下、保存后保持原样的项：${labels}`,
  },
  en: {
    asOf: (time: string) => `As of ${time}`,
    shortened: 'This is too long to show in full.',
    moreRows: (count: number) => `${count} more rows are not shown.`,
    moreColumns: (labels: string) => `Columns not shown: ${labels}`,
    fillIn: 'Please copy these lines, change them and send them to me:',
    choices: (options: string) => ` (one of: ${options})`,
    orSay: 'You can also send:',
    say: (label: string, sentence: string) => `${label}: send “${sentence}”`,
    chosen: (label: string) => `Please fill in: ${label}`,
    yes: 'yes',
    untouched: (labels: string) => `Not shown for want of room; saved as they are: ${labels}`,
  },
} satisfies Record<Language, object>

/** The few words this bot adds to a card. */
export const dingtalkWords = (language: Language) => words[language]
