import { dateOf, instantOf } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { owedChanged } from '../reminders/owed-changed.ts'
import { noteLastVisit } from './note-last-visit.ts'

/**
 * Takes back what was recorded or planned a few minutes ago: a visit that was planned waits again, any other is cancelled,
 * and what it settled is open again. Nothing is deleted.
 */
export async function undoVisit(ctx: Ctx, id: number): Promise<void> {
  const visit = await ctx.db.visit.findUnique({ where: { id }, include: { customer: true } })
  if (!visit || visit.memberId !== ctx.me.id || visit.state === 'cancelled') refuseNothing()
  if (dateOf(ctx.now) > undoUntil(ctx, visit)) refuseLate(ctx.rules.undoMinutes)
  await ctx.db.visit.update({ where: { id }, data: before(visit) })
  await reopen(ctx, id)
  await noteLastVisit(ctx.db, visit.customerId)
  record(ctx, 'visit.undone', `visit:${id}`, { customer: visit.customer.code })
  ctx.changed.add(`customer:${visit.customer.code}`)
  await owedChanged(ctx, visit.customer)
}

const undoUntil = (ctx: Ctx, visit: { createdAt: Date; recordedAt: Date | null }) =>
  dateOf(instantOf(visit.recordedAt ?? visit.createdAt).add({ minutes: ctx.rules.undoMinutes }))

function before(visit: { state: string; about: string; plannedAbout: string | null }) {
  const waits = visit.state === 'missed' || visit.plannedAbout !== null
  if (!waits) return { state: 'cancelled' }
  return {
    state: 'planned',
    about: visit.plannedAbout ?? visit.about,
    plannedAbout: null,
    recordedAt: null,
    reason: null,
    contactId: null,
    contactName: null,
    feedback: null,
    nextStep: null,
    nextDate: null,
    valid: true,
  }
}

async function reopen(ctx: Ctx, id: number): Promise<void> {
  const settled = { settledAt: null, settledById: null }
  await ctx.db.visit.updateMany({ where: { settledById: id, state: 'done' }, data: settled })
  await ctx.db.visit.updateMany({
    where: { settledById: id, state: { in: ['missed', 'cancelled'] } },
    data: { ...settled, state: 'planned', reason: null, recordedAt: null },
  })
}

function refuseNothing(): never {
  refuse('visit.nothing_to_undo', {
    zh: '这条拜访记录已撤销，或不是您记的，无需再撤销。',
    en: 'This visit was taken back already, or somebody else recorded it. There is nothing to undo.',
  })
}

function refuseLate(minutes: number): never {
  refuse('visit.undo_too_late', {
    zh: `只能在 ${minutes} 分钟内撤销。请再记一次正确的拜访，历史会保留两条。`,
    en: `A record can be taken back for ${minutes} minutes only. Please record the visit again as it was; both stay in the history.`,
  })
}
