import type { Prisma } from '#prisma'
import { dateOf, instantOf, isBefore, type Temporal } from '../../lib/time.ts'
import type { Job, JobCtx } from '../command.ts'
import { owe, record } from '../context.ts'
import { nextWorkingMinute, type Stage, stageAt } from './approval-clock.ts'
import { approverRoster } from './approver-roster.ts'
import { type Approver, askedNow, escalatedTo } from './approvers.ts'
import { membersBy } from './members-by.ts'
import { approvalsSubject, contractSubject } from './pass-on.ts'
import { standingAmong } from './standing.ts'

/**
 * Reminds those who let a contract wait, once a step, and tells the next level, once a step. Whoever is told gets one
 * message that lists all that waits for them.
 */
export const approvalReminders: Job = {
  name: 'approval.reminders',
  next: async (ctx, after) => {
    const moments = (await stagesAhead(ctx)).map(({ at, zone }) =>
      isBefore(after, at) ? at : nextWorkingMinute(after, zone),
    )
    return moments.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
  },
  run: async (ctx, at) => {
    const due = (await stagesAhead(ctx)).filter((stage) => !isBefore(at, stage.at))
    if (due.length === 0) return
    const approvers = await approverRoster(ctx.db, at)
    const told = new Set<number>()
    for (const stage of due) for (const id of await tell(ctx, stage, approvers)) told.add(id)
    for (const { id, code } of await membersBy(ctx.db, [...told])) owe(ctx, approvalsSubject(code), [id])
  },
}

const needed = {
  customer: {
    select: {
      officeId: true,
      office: { select: { zone: true, parentId: true, parent: { select: { parentId: true } } } },
    },
  },
  steps: true,
} satisfies Prisma.ContractInclude

type Reviewed = Prisma.ContractGetPayload<{ include: typeof needed }>

interface AheadStage {
  stage: Stage
  at: Temporal.Instant
  zone: string
  contract: Reviewed
  stepId: number
}

/** What every open step still has before it. */
async function stagesAhead(ctx: JobCtx): Promise<AheadStage[]> {
  const open = { state: 'open', OR: [{ remindedAt: null }, { escalatedAt: null }] }
  const where = { state: 'in_review', steps: { some: open } }
  const contracts = await ctx.db.contract.findMany({ where, include: needed, orderBy: { id: 'asc' } })
  return contracts.flatMap((contract) => ahead(ctx, contract))
}

function ahead({ rules }: JobCtx, contract: Reviewed): AheadStage[] {
  const step = contract.steps.find(({ state, round }) => state === 'open' && round === contract.round)
  if (!step?.openedAt) return []
  const { zone } = contract.customer.office
  const clock = { openedAt: instantOf(step.openedAt), zone }
  const stages: Stage[] = [
    ...(step.remindedAt ? [] : ['remind' as const]),
    ...(step.escalatedAt ? [] : ['escalate' as const]),
  ]
  return stages.map((stage) => ({ stage, at: stageAt(stage, clock, rules), zone, contract, stepId: step.id }))
}

/** Marks the stage as done and answers who hears of it; nobody where it was done already. */
async function tell(
  ctx: JobCtx,
  { stage, at, contract, stepId }: AheadStage,
  approvers: Approver[],
): Promise<number[]> {
  const standing = standingAmong(approvers, contract)
  if (!standing || !(await mark(ctx, stage, stepId))) return []
  const { number } = contract
  if (stage === 'remind') {
    const to = askedNow(approvers, standing.deciders)
    ctx.audited.push({
      action: 'contract.remind',
      subject: contractSubject(number),
      detail: { due: String(at), to },
    })
    return to
  }
  const to = askedNow(approvers, escalatedTo(approvers, standing.matter))
  record(ctx, 'contract.escalate', contractSubject(number), { due: String(at), to })
  const known = standing.deciders.map(({ memberId }) => memberId)
  for (const { code } of await membersBy(ctx.db, known)) ctx.changed.add(approvalsSubject(code))
  return to
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
