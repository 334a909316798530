import type { Language } from '../src/lib/words.ts'
import { type Button, buttons, type Card, type FormField, note, text } from './card.ts'

const words = {
  zh: {
    save: '保存',
    edit: '修改',
    drop: '取消',
    undo: '撤销',
    which: (said: string, options: number) => {
      if (said === '') return '有几个，是哪一个？'
      return options > 1 ? `“${said}”有几个，是哪一个？` : `“${said}”是这一个吗？不是就换个说法再发。`
    },
    complete: '还差一点，请补充后保存。',
    correct: '请看标出的地方，改好后保存。',
    dropped: '已取消，什么都没有保存。',
    already: (at: string) => `已于 ${at} 保存，没有重复保存。`,
    alreadyDropped: '这份草稿已取消，没有保存。请重新发一次原来的话。',
    undone: '已撤销。',
    superseded: '内容已修改，请看最新的卡片。',
    unchanged: '这句没有看懂，下面这张没有改动，也没有保存。要改请点“修改”，或者换个说法。',
    waitingToo: (words: string) => `另外还有没保存的：${words}`,
    see: '看一下',
    beginWith: '先看这一条，还没有改。要改请现在说，如“改成昨天”。',
    tooLate: (title: string, at: string, minutes: number) =>
      `“${title}”是 ${at} 保存的，超过 ${minutes} 分钟，不能再撤销，原来的没有动。下面是改好的，核对后再保存；不要就回复“算了”。`,
    anotherOne: '保存后原来那条也还在。',
    notOfList: '这句没有看懂，没有记下什么。请从下面选一条，或者换个说法。',
    waiting: '这一张还没有保存。要保存请回复“好”，不要了回复“算了”。',
    idle: { title: '好的', text: '现在没有等待保存的内容。发“帮助”看看能做什么。' },
    welcome: { title: '不客气', text: '发“帮助”可以看看还能做什么。' },
    noSuchOption: '没有这一项，请从下面选。',
    changed: (lines: string[]) => `已改 ${lines.join('；')}`,
    alreadyUndone: '保存后已撤销，现在没有这条记录。要记请重新发一次原来的话。',
  },
  en: {
    save: 'Save',
    edit: 'Change',
    drop: 'Cancel',
    undo: 'Undo',
    which: (said: string, options: number) => {
      if (said === '') return 'There are several. Which one?'
      return options > 1
        ? `“${said}” may be any of these. Which one?`
        : `Is this the “${said}” you mean? If not, please say it another way.`
    },
    complete: 'Nearly there: please fill in the rest and save.',
    correct: 'Please look at the fields marked, then save.',
    dropped: 'Cancelled. Nothing was saved.',
    already: (at: string) => `Saved at ${at} already; it was not saved twice.`,
    alreadyDropped: 'This draft was cancelled, nothing was saved. Please send what you wanted to say again.',
    undone: 'Taken back.',
    superseded: 'This was changed: please see the newest card.',
    unchanged:
      'I did not understand that, so the card below is as it was, and not saved. Press “Change”, or say it another way.',
    waitingToo: (words: string) => `Still not saved: ${words}`,
    see: 'See it',
    beginWith: 'This is the one, not changed yet. Say now what should change, like “that was yesterday”.',
    tooLate: (title: string, at: string, minutes: number) =>
      `“${title}” was saved at ${at}, more than ${minutes} minutes ago: it can no longer be taken back and is as it was. Below is how it would be; check it and save, or say “forget it”.`,
    anotherOne: ' The one saved before stays as well.',
    notOfList:
      'I did not understand that, and nothing was kept. Please take one of these, or say it another way.',
    waiting: 'This one is not saved yet. Reply “ok” to save it, “forget it” to drop it.',
    idle: { title: 'All right', text: 'Nothing is waiting to be saved. Send “help” to see what you can do.' },
    welcome: { title: 'You are welcome', text: 'Send “help” to see what else you can do.' },
    noSuchOption: 'There is no such entry. Please choose from these.',
    changed: (lines: string[]) => `Changed: ${lines.join('; ')}`,
    alreadyUndone:
      'It was saved and then taken back. To record it after all, please send what you wanted to say again.',
  },
} satisfies Record<Language, object>

export const draftWords = (language: Language) => words[language]

export const saveButton = (code: string, language: Language): Button => ({
  label: words[language].save,
  say: `保存 ${code}`,
  style: 'primary',
})

/** Shows the form of a draft. */
export const editSentence = (code: string): string => `修改 ${code}`

const dropButton = (code: string, language: Language): Button => ({
  label: words[language].drop,
  say: `取消 ${code}`,
})

/** What was understood, to be saved, changed or dropped. */
export const confirmCard = (understood: Card, code: string, language: Language): Card => ({
  ...understood,
  subject: `draft:${code}`,
  blocks: [
    ...understood.blocks,
    buttons(
      saveButton(code, language),
      { label: words[language].edit, say: editSentence(code) },
      dropButton(code, language),
    ),
  ],
})

/** Several things match: a list to choose from. */
export const chooseCard = (
  { title, said, options }: { title: string; said: string; options: string[] },
  code: string,
  language: Language,
): Card => ({
  title,
  subject: `draft:${code}`,
  blocks: [
    text(words[language].which(said, options.length)),
    buttons(
      ...options.map((label, i) => ({ label, say: `选 ${code} ${i + 1}` })),
      dropButton(code, language),
    ),
  ],
})

/** What is missing, asked in a form that holds what is known. */
export const completeCard = (
  { title, fields, reasons }: { title: string; fields: FormField[]; reasons: string[] },
  code: string,
  language: Language,
): Card => {
  const wrong = fields.some(({ error }) => error)
  return {
    title,
    subject: `draft:${code}`,
    tone: wrong ? 'warning' : 'plain',
    blocks: [
      ...reasons.map(text),
      note(wrong ? words[language].correct : words[language].complete),
      { type: 'form', fields, submit: saveButton(code, language), open: editSentence(code) },
      buttons(dropButton(code, language)),
    ],
  }
}

export const droppedCard = (title: string, code: string, language: Language): Card => ({
  title,
  subject: `draft:${code}`,
  blocks: [text(words[language].dropped)],
})

/** A result, with the button that takes it back. */
export const undoableCard = (card: Card, code: string, language: Language): Card => ({
  ...card,
  blocks: [...card.blocks, buttons({ label: words[language].undo, say: `撤销 ${code}` })],
})

/** A result, and what else waits. */
export const withWaiting = (card: Card, words: string, code: string, language: Language): Card => ({
  ...card,
  blocks: [
    ...card.blocks,
    text(draftWords(language).waitingToo(words)),
    buttons({ label: draftWords(language).see, say: `看 ${code}` }),
  ],
})

/** An earlier card of a draft that a newer card shows. */
export const supersededCard = (title: string, code: string, language: Language): Card => ({
  title,
  subject: `draft:${code}`,
  blocks: [
    note(words[language].superseded),
    buttons({ label: words[language].edit, say: editSentence(code) }),
  ],
})
