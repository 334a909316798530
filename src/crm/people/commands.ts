import * as z from 'zod'
import { preferenceCard } from '../../../cards/preference-card.ts'
import type { Words } from '../../lib/words.ts'
import { type Capability, command } from '../command.ts'
import { choiceField, type Field } from '../fields.ts'
import { type SavedAtOnce, savedAtOnce, setSaveAtOnce } from './preferences.ts'

const records: Record<SavedAtOnce, { words: Words; said: string[] }> = {
  'visit.record': { words: { zh: '拜访', en: 'visits' }, said: ['拜访记录', '走访', '跟进', 'visit'] },
  'visit.plan': { words: { zh: '拜访计划', en: 'visit plans' }, said: ['计划拜访', '计划', 'plan', 'plans'] },
  'stock.report': {
    words: { zh: '进销存', en: 'stock reports' },
    said: ['库存', '周报', '盘点', '报库存', 'stock', 'stock report', 'reports'],
  },
  'leave.add': { words: { zh: '请假', en: 'leave' }, said: ['休假'] },
  'contact.add': { words: { zh: '联系人', en: 'contacts' }, said: ['新建联系人', 'contact'] },
}

const options = savedAtOnce.map((value) => ({ value, ...records[value] }))

const onOrOff = {
  label: { zh: '怎么保存', en: 'How' },
  kind: 'choice',
  options: [
    { value: 'true', words: { zh: '直接保存', en: 'at once' } },
    { value: 'false', words: { zh: '先确认', en: 'confirmed first' } },
  ],
} satisfies Field

const saveAtOnce = command({
  name: 'preference.save_at_once',
  title: { zh: '直接保存或先确认', en: 'save at once or confirm first' },
  words: {
    zh: ['直接保存', '以后直接保存', '不用确认', '先确认', '以后先确认'],
    en: ['save at once', 'save without confirming', 'confirm first'],
  },
  examples: {
    zh: ['以后拜访直接保存', '以后拜访先确认'],
    en: ['save visits at once', 'confirm visits first'],
  },
  input: z.object({
    command: choiceField({ zh: '哪种记录', en: 'Which records' }, options),
    on: z.union([z.boolean(), z.enum(['true', 'false']).transform((said) => said === 'true')]).meta(onOrOff),
  }),
  may: 'everyone',
  writes: true,
  confirm: async (ctx, input) => preferenceCard(wordsOf(input.command), input.on, ctx.language),
  run: async (ctx, input) => {
    await setSaveAtOnce(ctx, input.command as SavedAtOnce, input.on)
    return preferenceCard(wordsOf(input.command), input.on, ctx.language)
  },
})

const wordsOf = (name: string): Words => records[name as SavedAtOnce].words

export const people: Capability = { commands: [saveAtOnce], subjects: [], jobs: [] }
