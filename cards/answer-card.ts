import type { Language } from '../src/lib/words.ts'
import { buttons, type Card, text } from './card.ts'

const words = {
  zh: {
    refused: '没有办成',
    stranger: '您好，我是渠道助手',
    strangerText:
      '我只为公司同事服务，还不认识您。请让系统管理员把您的手机号或邮箱登记到渠道系统，或向管理员要一个绑定码，然后发“绑定 绑定码”。',
    left: '您的账号已停用',
    leftText: '您已不在公司名册上，不能再使用渠道助手。如有疑问请联系系统管理员。',
    broken: '出了点问题，没有保存',
    brokenText: (id: string) =>
      `我这边出错了，您的话已收到但没有办成，也没有重复办理。请过一会儿再发一次；若仍不行，把编号 ${id} 告诉系统管理员。`,
    help: '帮助',
    unknown: '没有完全明白',
    nearest: '您是想：',
  },
  en: {
    refused: 'That did not go through',
    stranger: 'Hello, I am the channel assistant',
    strangerText:
      'I only serve colleagues of the company, and I do not know you yet. Ask an admin to register your mobile number or e-mail address, or for a link code, then send “link <code>”.',
    left: 'Your access has ended',
    leftText: 'You are no longer on the company’s list. If that is wrong, please ask an admin.',
    broken: 'Something went wrong, nothing was saved',
    brokenText: (id: string) =>
      `I failed to do what you asked; it was received, but nothing was saved. Please try again in a moment; if it fails again, give your admin the number ${id}.`,
    help: 'Help',
    unknown: 'I am not sure what you mean',
    nearest: 'Did you want to:',
  },
} satisfies Record<Language, object>

export const refusalCard = (reason: string, language: Language): Card => ({
  title: words[language].refused,
  tone: 'warning',
  blocks: [text(reason)],
})

export const strangerCard = (language: Language): Card => ({
  title: words[language].stranger,
  blocks: [text(words[language].strangerText)],
})

export const leaverCard = (language: Language): Card => ({
  title: words[language].left,
  blocks: [text(words[language].leftText)],
})

/** An apology that quotes the id under which the cause was logged. */
export const apologyCard = (id: string, language: Language): Card => ({
  title: words[language].broken,
  tone: 'bad',
  blocks: [text(words[language].brokenText(id))],
})

/** The commands that come nearest, each with an example and a button that starts it. */
export const nearestCard = (
  nearest: { title: string; example: string; say: string }[],
  language: Language,
): Card => ({
  title: words[language].unknown,
  blocks: [
    text(
      [words[language].nearest, ...nearest.map(({ title, example }) => `· ${title}: ${example}`)].join('\n'),
    ),
    buttons(...nearest.map(({ title, say }) => ({ label: title, say })), {
      label: words[language].help,
      say: '帮助',
    }),
  ],
})
