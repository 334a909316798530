import * as z from 'zod'
import { leaveCancelCard, leaveDraftCard } from '../../../cards/leave-card.ts'
import { type Capability, command } from '../command.ts'
import { choiceField, dateField, memberRef } from '../fields.ts'
import { todayOf } from '../today-of.ts'
import { addLeave, type LeaveSaid, prepareLeave } from './add-leave.ts'
import { cancelLeave, leaveToCancel } from './cancel-leave.ts'
import { drawLeave, leaveShown } from './draw-leave.ts'

const half = choiceField({ zh: '半天', en: 'Half a day' }, [
  { value: 'am', words: { zh: '上午', en: 'morning' }, said: ['早上', 'am', 'in the morning'] },
  { value: 'pm', words: { zh: '下午', en: 'afternoon' }, said: ['pm', 'in the afternoon'] },
])

const leaveAdd = command({
  name: 'leave.add',
  title: { zh: '请假', en: 'enter leave' },
  words: {
    zh: ['请假', '休假', '请个假'],
    en: ['leave', 'take leave', 'day off', 'off on', 'on leave', 'vacation'],
  },
  examples: {
    zh: ['我下周三下午请假', '12月1日到12月3日请假'],
    en: ['leave tomorrow afternoon', 'leave from 1 Dec to 3 Dec'],
  },
  input: z.object({
    from: dateField({ zh: '开始日期', en: 'From' }, 'next'),
    to: dateField({ zh: '结束日期', en: 'To' }, 'next').optional(),
    half: half.optional(),
    standIn: memberRef.meta({ label: { zh: '代班人', en: 'Stand-in' }, kind: 'member' }).optional(),
  }),
  may: 'everyone',
  first: 'everyone',
  writes: true,
  confirm: async (ctx, input) =>
    leaveDraftCard(await prepareLeave(ctx, input as LeaveSaid), ctx.language, todayOf(ctx)),
  run: async (ctx, input) => drawLeave(ctx, await addLeave(ctx, input as LeaveSaid)),
  undo: async (ctx, subject) => {
    const id = Number(subject.slice('leave:'.length))
    const leave = await ctx.db.leave.findUniqueOrThrow({ where: { id } })
    if (!leave.cancelledAt && leave.memberId === ctx.me.id) await cancelLeave(ctx, leave)
    return drawLeave(ctx, id)
  },
})

const leaveCancel = command({
  name: 'leave.cancel',
  title: { zh: '取消请假', en: 'cancel leave' },
  words: { zh: ['取消请假', '销假', '不请假了'], en: ['cancel leave', 'cancel my leave'] },
  examples: { zh: ['取消请假'], en: ['cancel leave'] },
  input: z.object({ date: dateField({ zh: '哪一天的', en: 'Of which day' }, 'next').optional() }),
  may: 'everyone',
  writes: true,
  confirm: async (ctx, { date }) => {
    const { id } = await leaveToCancel(ctx, date)
    return leaveCancelCard((await leaveShown(ctx, id))!, ctx.language, todayOf(ctx))
  },
  run: async (ctx, { date }) => {
    const leave = await leaveToCancel(ctx, date)
    await cancelLeave(ctx, leave)
    return drawLeave(ctx, leave.id)
  },
})

export const leave: Capability = {
  commands: [leaveAdd, leaveCancel],
  subjects: [{ kind: 'leave', card: (ctx, key) => drawLeave(ctx, Number(key)) }],
  jobs: [],
}
