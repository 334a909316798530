import type { Prisma } from '#prisma'
import type { JobCtx } from '../command.ts'
import { loadRoster, type Person } from '../reminders/roster.ts'
import type { Stage } from './approval-clock.ts'
import { approverRoster } from './approver-roster.ts'
import { askedNow, decidersOf, escalatedTo } from './approvers.ts'
import { type Standing, standingAmong } from './standing.ts'

/** A stage of an open step whose moment has come; `again`: it came onto a list that somebody had that day already. */
export interface Due {
  stage: Stage | 'again'
  stepId: number
  contractId: number
}

/** What is due, and whom it is for. */
export interface Notice extends Due {
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

export async function notices(ctx: JobCtx, due: Due[]): Promise<Notice[]> {
  if (due.length === 0) return []
  const ids = [...new Set(due.map(({ contractId }) => contractId))]
  const contracts = await ctx.db.contract.findMany({ where: { id: { in: ids } }, include: needed })
  const byId = new Map(contracts.map((contract) => [contract.id, contract]))
  const approvers = await approverRoster(ctx.db, ctx.now)
  const { people } = await loadRoster(ctx.db, ctx.rules, ctx.now)
  return due.flatMap((one) => {
    const contract = byId.get(one.contractId)!
    const standing = standingAmong(approvers, contract)
    if (!standing) return []
    const to = receivers(one.stage, standing).flatMap((id) => people.get(id) ?? [])
    return [{ ...one, contract, standing, to }]
  })
}

/** A reminder is for those whose step it is; that it waits too long, for the level above them. */
const receivers = (stage: Due['stage'], { approvers, matter }: Standing): number[] =>
  askedNow(
    approvers,
    stage === 'remind'
      ? decidersOf(approvers, { ...matter, escalated: false })
      : escalatedTo(approvers, matter),
  )
