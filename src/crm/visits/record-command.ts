import * as z from 'zod'
import { visitDraftCard } from '../../../cards/visit-draft-card.ts'
import { command } from '../command.ts'
import { choiceField, contactRef, customerRef, dateField, field } from '../fields.ts'
import { todayOf } from '../today-of.ts'
import { drawVisit } from './draw-visit.ts'
import { prepareVisit, type VisitSaid } from './prepare-visit.ts'
import { saveVisit } from './save-visit.ts'
import { undoVisit } from './undo-visit.ts'
import { visitKinds } from './visit-kinds.ts'

const kind = choiceField({ zh: '方式', en: 'How' }, [
  { value: 'on_site', words: visitKinds.on_site, said: ['现场', '当面', 'in person'] },
  {
    value: 'phone',
    words: visitKinds.phone,
    said: ['打电话', '去电', '通话', 'called', 'phoned', 'phone', 'on the phone'],
  },
  { value: 'online', words: visitKinds.online, said: ['微信', '视频', '视频会议', 'wechat', 'video call'] },
])

/** The least a rep has to say: who, what about, and when next. */
export const recordVisit = command({
  name: 'visit.record',
  title: { zh: '记录拜访', en: 'record a visit' },
  words: {
    zh: ['拜访', '走访', '去了', '见了', '拜访了', '走访了', '记录拜访', '记拜访'],
    en: ['visited', 'met', 'called', 'record a visit', 'visit'],
  },
  examples: {
    zh: [
      '拜访{customer} 跟{contact}聊了国庆堆头 下周二再去',
      '昨天去了{customer}，{contact}说竞品在降价，周五给报价',
    ],
    en: ['visited {customer}, talked to {contact} about the display, back next Tuesday'],
  },
  input: z.object({
    customer: customerRef,
    contact: contactRef.optional(),
    date: dateField({ zh: '日期', en: 'Date' }, 'done').optional(),
    kind: kind.optional(),
    about: field({ label: { zh: '谈了什么', en: 'About' }, kind: 'words' }),
    feedback: field({ label: { zh: '反馈', en: 'Feedback' }, kind: 'words' }).optional(),
    nextStep: field({ label: { zh: '下一步', en: 'Next step' }, kind: 'words' }).optional(),
    nextDate: dateField({ zh: '下次', en: 'Next date' }, 'next').optional(),
  }),
  may: ['rep', 'team_lead', 'office_head'],
  first: ['rep', 'team_lead'],
  writes: true,
  confirm: async (ctx, input) =>
    visitDraftCard(await prepareVisit(ctx, input as VisitSaid), ctx.language, todayOf(ctx)),
  run: async (ctx, input) => drawVisit(ctx, await saveVisit(ctx, input as VisitSaid)),
  undo: async (ctx, subject) => takeBack(ctx, subject),
})

/** Undoes the record a card shows, `visit:12`, and shows what it is now. */
export async function takeBack(ctx: Parameters<typeof undoVisit>[0], subject: string) {
  const id = Number(subject.slice('visit:'.length))
  await undoVisit(ctx, id)
  return drawVisit(ctx, id)
}
