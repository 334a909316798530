import type { Prisma } from '#prisma'
import { dateOf, isBefore, Temporal } from '../../lib/time.ts'
import type { Job, JobCtx } from '../command.ts'
import { owe, record } from '../context.ts'
import { mayDisturb, nextAllowed } from '../reminders/allowed-moment.ts'
import { calendar, loadRoster, type Person } from '../reminders/roster.ts'
import { type Ahead, divide, dueSoon, type Stage, stagesAhead } from './approval-clock.ts'
import { approverRoster } from './approver-roster.ts'
import { askedNow, decidersOf, escalatedTo } from './approvers.ts'
import { membersBy } from './members-by.ts'
import { approvalsSubject, contractSubject } from './pass-on.ts'
import { type Standing, standingAmong } from './standing.ts'

/**
 * Reminds those who let a contract wait, once a step, and tells the next level, once a step. Whoever is told gets one
 * message that lists all that waits for them, and is not told again of what would be due shortly after; nobody is told
 * in their quiet hours, on leave or on a day off.
 */
export const approvalReminders: Job = {
  name: 'approval.reminders',
  next: async (ctx, after) => {
    const { due, next } = divide(await stagesAhead(ctx.db), after, ctx.rules)
    const postponed = due.length > 0 ? await whenToTell(ctx, due, after) : []
    return [...postponed, ...(next ? [next] : [])].sort(Temporal.Instant.compare)[0]
  },
  run: async (ctx) => {
    const ahead = await stagesAhead(ctx.db)
    const { due } = divide(ahead, ctx.now, ctx.rules)
    if (due.length === 0) return
    const told = new Map<number, string>()
    for (const notice of await notices(ctx, due)) {
      const to = notice.to.filter((person) => mayDisturb(person, ctx.now, calendar))
      if (to.length === 0 && notice.to.length > 0) continue
      if (await give(ctx, notice, to)) for (const { id, code } of to) told.set(id, code)
    }
    for (const [id, code] of told) owe(ctx, approvalsSubject(code), [id])
    for (const notice of told.size > 0 ? await notices(ctx, dueSoon(ahead, ctx.now, ctx.rules)) : [])
      if (notice.to.length > 0 && notice.to.every(({ id }) => told.has(id)))
        await give(ctx, notice, notice.to)
  },
}

/** What is due, and whom it is for. */
interface Notice extends Ahead {
  contract: Reviewed
  standing: Standing
  to: Person[]
}

const needed = {
  customer: {
    select: {
      officeId: true,
      office: { select: { parentId: true, parent: { select: { parentId: true } } } },
    },
  },
  steps: true,
} satisfies Prisma.ContractInclude

type Reviewed = Prisma.ContractGetPayload<{ include: typeof needed }>

async function notices(ctx: JobCtx, due: Ahead[]): Promise<Notice[]> {
  const ids = [...new Set(due.map(({ contractId }) => contractId))]
  const contracts = await ctx.db.contract.findMany({ where: { id: { in: ids } }, include: needed })
  const byId = new Map(contracts.map((contract) => [contract.id, contract]))
  const approvers = await approverRoster(ctx.db, ctx.now)
  const { people } = await loadRoster(ctx.db, ctx.rules, ctx.now)
  return due.flatMap((ahead) => {
    const contract = byId.get(ahead.contractId)!
    const standing = standingAmong(approvers, contract)
    if (!standing) return []
    const to = receivers(ahead.stage, standing).flatMap((id) => people.get(id) ?? [])
    return [{ ...ahead, contract, standing, to }]
  })
}

/** A reminder is for those whose step it is; that it waits too long, for the level above them. */
const receivers = (stage: Stage, { approvers, matter }: Standing): number[] =>
  askedNow(
    approvers,
    stage === 'remind'
      ? decidersOf(approvers, { ...matter, escalated: false })
      : escalatedTo(approvers, matter),
  )

/** What could not be told when it was due: the first moments at which somebody may be told. */
async function whenToTell(ctx: JobCtx, due: Ahead[], after: Temporal.Instant): Promise<Temporal.Instant[]> {
  const from = (isBefore(after, ctx.now) ? ctx.now : after).add({ minutes: 1 })
  const people = new Set((await notices(ctx, due)).flatMap(({ to }) => to))
  return people.size > 0 ? [...people].map((person) => nextAllowed(person, from, calendar)) : [from]
}

/** Marks the stage as done. False where it was done already. */
async function give(
  ctx: JobCtx,
  { stage, stepId, contract, standing }: Notice,
  to: Person[],
): Promise<boolean> {
  if (!(await mark(ctx, stage, stepId))) return false
  const subject = contractSubject(contract.number)
  const detail = { role: standing.role, to: to.map(({ code }) => code) }
  if (stage === 'remind') {
    ctx.audited.push({ action: 'contract.remind', subject, detail })
    return true
  }
  record(ctx, 'contract.escalate', subject, detail)
  const ids = standing.deciders.map(({ memberId }) => memberId)
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
