import * as z from 'zod'
import { type Command, command } from '../crm/command.ts'
import { field } from '../crm/fields.ts'
import type { Core } from './core.ts'
import { help } from './help.ts'
import { topicField } from './help-topics.ts'
import { takingRecords } from './records.ts'
import { takeNext } from './take-record.ts'
import { undo } from './used-drafts.ts'

/** The commands of the conversation itself. They speak of all the others, so they are given the core. */
export const conversationCommands = (core: () => Core): Command[] => [
  command({
    name: 'help',
    title: { zh: '帮助', en: 'Help' },
    words: {
      zh: ['帮助', '怎么用', '你能做什么', '能做什么', '使用说明'],
      en: ['help', '?', 'what can you do', 'how'],
    },
    examples: { zh: ['帮助'], en: ['help'] },
    input: z.object({ topic: topicField.optional() }),
    may: 'everyone',
    writes: false,
    openly: true,
    run: (ctx, { topic }) => help(ctx, core(), topic),
  }),
  command({
    name: 'undo',
    title: { zh: '撤销刚才保存的', en: 'Undo what was just saved' },
    words: { zh: ['撤销', '撤回', '收回'], en: ['undo', 'take back'] },
    examples: { zh: ['撤销'], en: ['undo'] },
    input: z.object({
      code: field({ label: { zh: '草稿', en: 'Draft' }, kind: 'draft', quiet: true }).optional(),
    }),
    may: 'everyone',
    writes: false,
    run: (ctx, { code }) => undo(ctx, core(), code),
  }),
  command({
    name: takingRecords,
    title: { zh: '下一条记录', en: 'Next record' },
    words: {
      zh: [
        ...['下一条', '一条一条来', '一条条来', '一个一个来', '一家一家来', '逐条来', '挨个来', '分开记'],
        ...['全部保存', '都保存', '全部记下', '都记下来', '全都要'],
      ],
      en: ['next record', 'next one', 'one by one', 'one at a time', 'save all', 'save them all'],
    },
    examples: { zh: [], en: [] },
    input: z.object({}),
    may: 'everyone',
    writes: false,
    run: (ctx) => takeNext(ctx, core()),
  }),
]
