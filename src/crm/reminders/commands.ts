import * as z from 'zod'
import { movedNote } from '../../../cards/reminder-moved-note.ts'
import { type Capability, command } from '../command.ts'
import { choiceField, dateField, field } from '../fields.ts'
import { drawOwed } from './draw-owed.ts'
import { nextMoment } from './moments.ts'
import { type SnoozeSaid, snooze } from './snooze.ts'
import { tell } from './tell.ts'

const until = choiceField({ zh: '到什么时候', en: 'Until' }, [
  {
    value: '1h',
    words: { zh: '1小时后', en: 'in an hour' },
    said: ['1小时', '一小时', '一个小时', '1 h', 'an hour', '1 hour'],
  },
  { value: 'afternoon', words: { zh: '今天下午', en: 'this afternoon' }, said: ['下午'] },
  {
    value: 'tomorrow',
    words: { zh: '明天上午', en: 'tomorrow morning' },
    said: ['明早', '明天早上', 'tomorrow'],
  },
])

const snoozeReminders = command({
  name: 'reminder.snooze',
  title: { zh: '稍后提醒', en: 'be reminded later' },
  words: { zh: ['稍后提醒', '晚点提醒', '等会提醒', '推迟提醒'], en: ['snooze', 'remind me later'] },
  examples: { zh: ['稍后提醒 1小时', '稍后提醒 明天上午'], en: ['snooze 1 h', 'snooze tomorrow morning'] },
  input: z.object({
    item: field({ label: { zh: '哪一项', en: 'Which' }, kind: 'words', quiet: true }).optional(),
    until: until.optional(),
    date: dateField({ zh: '日期', en: 'Date' }, 'next').optional(),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .meta({ label: { zh: '时间', en: 'Time' }, kind: 'time' })
      .optional(),
  }),
  may: 'everyone',
  writes: false,
  run: async (ctx, input) => {
    const { wanted, until } = await snooze(ctx, input as SnoozeSaid)
    const card = await drawOwed(ctx, ctx.me.code)
    if (wanted.equals(until)) return card
    return { ...card, blocks: [movedNote({ wanted, until, zone: ctx.me.zone }, ctx), ...card.blocks] }
  },
})

export const reminders: Capability = {
  commands: [snoozeReminders],
  subjects: [{ kind: 'owed', card: drawOwed }],
  jobs: [{ name: 'reminders', next: nextMoment, run: tell }],
}
