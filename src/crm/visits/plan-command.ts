import * as z from 'zod'
import { missDraftCard, planDraftCard } from '../../../cards/visit-draft-card.ts'
import { command } from '../command.ts'
import { choiceField, customerRef, dateField, field } from '../fields.ts'
import { todayOf } from '../today-of.ts'
import { drawVisit } from './draw-visit.ts'
import { type MissSaid, missReasons, missVisit, prepareMiss } from './miss-visit.ts'
import { planVisit, preparePlan } from './plan-visit.ts'
import { takeBack } from './record-command.ts'

export const planAVisit = command({
  name: 'visit.plan',
  title: { zh: '计划拜访', en: 'plan a visit' },
  words: {
    zh: ['计划拜访', '约', '安排拜访', '拜访计划'],
    en: ['plan a visit', 'plan visit', 'schedule a visit'],
  },
  examples: {
    zh: ['计划拜访{customer} 下周二上午 谈春节备货', '约{customer}周五三点'],
    en: ['plan a visit to {customer} next Tuesday at 10 about the display'],
  },
  input: z.object({
    customer: customerRef,
    date: dateField({ zh: '日期', en: 'Date' }, 'next'),
    time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .meta({ label: { zh: '时间', en: 'Time' }, kind: 'time' })
      .optional(),
    about: field({ label: { zh: '谈什么', en: 'About' }, kind: 'words' }).optional(),
  }),
  may: ['rep', 'team_lead', 'office_head'],
  writes: true,
  confirm: async (ctx, input) => planDraftCard(await preparePlan(ctx, input), ctx.language, todayOf(ctx)),
  run: async (ctx, input) => drawVisit(ctx, await planVisit(ctx, input)),
  undo: takeBack,
})

const reasonsToChoose = Object.entries(missReasons)
  .filter(([value]) => value !== 'made_later')
  .map(([value, words]) => ({ value, words }))

/** A planned visit that was not made asks for a reason. */
export const missedVisit = command({
  name: 'visit.missed',
  title: { zh: '说明未拜访的原因', en: 'say why a visit was not made' },
  words: {
    zh: ['未拜访', '没拜访', '没去成', '没去'],
    en: ['missed visit', 'visit missed', 'did not visit'],
  },
  examples: { zh: ['未拜访 {customer} 客户改期'], en: ['did not visit {customer}, customer postponed'] },
  input: z.object({
    customer: customerRef,
    date: dateField({ zh: '计划日期', en: 'Planned for' }, 'done').optional(),
    reason: choiceField({ zh: '原因', en: 'Reason' }, reasonsToChoose),
  }),
  may: ['rep', 'team_lead', 'office_head'],
  writes: true,
  confirm: async (ctx, input) =>
    missDraftCard(await prepareMiss(ctx, input as MissSaid), ctx.language, todayOf(ctx)),
  run: async (ctx, input) => drawVisit(ctx, await missVisit(ctx, input as MissSaid)),
  undo: takeBack,
})
