import { dateOf, isBefore, Temporal } from '../../lib/time.ts'
import type { Job, JobCtx } from '../command.ts'
import { owe, record } from '../context.ts'
import { mayDisturb, nextAllowed } from '../reminders/allowed-moment.ts'
import { calendar, type Person } from '../reminders/roster.ts'
import { divide, dueSoon, type Stage, stagesAhead } from './approval-clock.ts'
import { type Due, type Notice, notices } from './approval-notices.ts'
import {
  additionsDue,
  hadListToday,
  type Lists,
  listsSent,
  morningAfter,
  noteAddition,
  noteListSent,
  takeAddition,
} from './lists-sent.ts'
import { membersBy } from './members-by.ts'
import { approvalsSubject, contractSubject } from './pass-on.ts'

/**
 * Reminds those who let a contract wait, once a step, and passes it on to the next level, once a step. Whoever is told
 * gets one message that lists all that waits for them, and is not told again of what would be due shortly after. What
 * passes to someone who had a list that day is on it, and is told with the next day's. Nobody is told in their quiet
 * hours, on leave or on a day off.
 */
export const approvalReminders: Job = {
  name: 'approval.reminders',
  next: async (ctx, after) => {
    const { due, next } = await ahead(ctx, after)
    const postponed = due.length > 0 ? await whenToTell(ctx, due, after) : []
    return [...postponed, ...next].sort(Temporal.Instant.compare)[0]
  },
  run: async (ctx) => {
    const { due, stages, lists } = await ahead(ctx, ctx.now)
    const told = new Map((await giveAll(ctx, due, lists)).map(({ id, code }) => [id, code]))
    for (const [id, code] of told) {
      owe(ctx, approvalsSubject(code), [id])
      await noteListSent(ctx, id)
    }
    for (const notice of told.size > 0 ? await notices(ctx, dueSoon(stages, ctx.now, ctx.rules)) : [])
      if (notice.to.length > 0 && notice.to.every(({ id }) => told.has(id)))
        await give(ctx, notice, notice.to)
  },
}

/** What is due at a moment, and the moments at which more will be. */
async function ahead(ctx: JobCtx, moment: Temporal.Instant) {
  const stages = await stagesAhead(ctx.db)
  const lists = await listsSent(ctx)
  const { due, next } = divide(stages, moment, ctx.rules)
  const mornings = lists.additions.map((one) => morningAfter(one, ctx)).filter((one) => isBefore(moment, one))
  return {
    stages,
    lists,
    due: [...(await additionsDue(ctx, lists, moment)), ...due],
    next: [...mornings, ...(next ? [next] : [])],
  }
}

/** Gives what is due and can be told to somebody. Returns whom it is worth a message. */
async function giveAll(ctx: JobCtx, due: Due[], lists: Lists): Promise<Person[]> {
  const told: Person[] = []
  for (const notice of await notices(ctx, due)) {
    const to = notice.to.filter((person) => mayDisturb(person, ctx.now, calendar))
    if (to.length === 0 && notice.to.length > 0) continue
    if (!(await give(ctx, notice, to))) continue
    const listed = notice.stage === 'escalate' ? to.filter((one) => hadListToday(lists, one, ctx.now)) : []
    await noteAddition(ctx, notice.stepId, listed)
    told.push(...to.filter((person) => !listed.includes(person)))
  }
  return told
}

/** What could not be told when it was due: the first moments at which somebody may be told. */
async function whenToTell(ctx: JobCtx, due: Due[], after: Temporal.Instant): Promise<Temporal.Instant[]> {
  const from = (isBefore(after, ctx.now) ? ctx.now : after).add({ minutes: 1 })
  const people = new Set((await notices(ctx, due)).flatMap(({ to }) => to))
  return people.size > 0 ? [...people].map((person) => nextAllowed(person, from, calendar)) : [from]
}

/** Marks the stage as done. False where it was done already. */
async function give(
  ctx: JobCtx,
  { stage, stepId, contract, standing, to }: Notice,
  told: Person[],
): Promise<boolean> {
  if (stage === 'again') return takeAddition(ctx, stepId)
  if (!(await mark(ctx, stage, stepId))) return false
  const subject = contractSubject(contract.number)
  const detail = { role: standing.role, to: told.map(({ code }) => code) }
  if (stage === 'remind') {
    ctx.audited.push({ action: 'contract.remind', subject, detail })
    return true
  }
  record(ctx, 'contract.escalate', subject, detail)
  const ids = [...standing.deciders.map(({ memberId }) => memberId), ...to.map(({ id }) => id)]
  for (const { code } of await membersBy(ctx.db, ids, standing.approvers))
    ctx.changed.add(approvalsSubject(code))
  return true
}

async function mark({ db, now }: JobCtx, stage: Stage, id: number): Promise<boolean> {
  const at = dateOf(now)
  const remind = { where: { id, state: 'open', remindedAt: null }, data: { remindedAt: at } }
  const escalate = { where: { id, state: 'open', escalatedAt: null }, data: { escalatedAt: at } }
  const { count } = await (stage === 'remind'
    ? db.contractStep.updateMany(remind)
    : db.contractStep.updateMany(escalate))
  return count === 1
}
