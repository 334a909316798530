import * as z from 'zod'
import { visitDueCard } from '../../../cards/visit-due-card.ts'
import { visitHistoryCard } from '../../../cards/visit-history-card.ts'
import { command } from '../command.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { customerRef } from '../fields.ts'
import { todayOf } from '../today-of.ts'
import { drawVisit } from './draw-visit.ts'
import { followUpsSeenBy } from './follow-ups-seen-by.ts'
import { plannedVisits, recentVisits } from './recent-visits.ts'

const visitsShown = 8

export const showVisits = command({
  name: 'visit.show',
  title: { zh: '看拜访记录', en: 'see the visits to a customer' },
  words: { zh: ['拜访记录', '拜访历史', '跟进记录'], en: ['visits', 'visit history', 'follow-ups of'] },
  examples: { zh: ['拜访记录 {customer}'], en: ['visits {customer}'] },
  input: z.object({ customer: customerRef }),
  may: 'everyone',
  writes: false,
  run: async (ctx, input) => {
    const customer = await customerByCode(ctx, input.customer)
    const planned = await plannedVisits(ctx.db, customer.id)
    const made = await recentVisits(ctx.db, customer.id, visitsShown)
    return visitHistoryCard({ customer, planned, made }, ctx.language, todayOf(ctx))
  },
})

export const showDueFollowUps = command({
  name: 'visit.due',
  title: { zh: '看到期的跟进', en: 'see the follow-ups that are due' },
  words: {
    zh: ['待跟进', '到期跟进', '逾期跟进'],
    en: ['follow-ups due', 'due follow-ups', 'overdue follow-ups'],
  },
  examples: { zh: ['待跟进'], en: ['follow-ups due'] },
  input: z.object({}),
  may: 'everyone',
  writes: false,
  run: async (ctx) => visitDueCard(await followUpsSeenBy(ctx), ctx.me, ctx.language, todayOf(ctx)),
})

export const visitSubject = {
  kind: 'visit',
  card: (ctx: Parameters<typeof drawVisit>[0], key: string) => drawVisit(ctx, Number(key)),
}
