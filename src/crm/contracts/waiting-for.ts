import type { Prisma } from '#prisma'
import type { Temporal } from '../../lib/time.ts'
import { instantOf } from '../../lib/time.ts'
import type { Ctx, Tx } from '../context.ts'
import type { Me } from '../people/me.ts'
import type { Role } from '../people/roles.ts'
import type { StepRole } from './approval.ts'
import { approverRoster } from './approver-roster.ts'
import { type Approver, stepsWithin } from './approvers.ts'
import { type Standing, standingAmong } from './standing.ts'

/** A contract that waits for someone's decision. */
export interface Waiting {
  number: string
  year: number
  customer: { code: string; name: string; nameEn: string | null }
  /** Fen, at list price. */
  amount: bigint
  role: StepRole
  since: Temporal.Instant
  escalated: boolean
}

const needed = {
  customer: {
    select: {
      code: true,
      name: true,
      nameEn: true,
      officeId: true,
      office: { select: { parentId: true, parent: { select: { parentId: true } } } },
    },
  },
  steps: true,
} satisfies Prisma.ContractInclude

/** The contracts a person may decide at this moment, in their own name or as a stand-in; the longest waiting first. */
export async function waitingFor(ctx: Pick<Ctx, 'db' | 'now'>, me: Pick<Me, 'id'>): Promise<Waiting[]> {
  const approvers = await approverRoster(ctx.db, ctx.now)
  const names = actingFor(approvers, me.id)
  if (names.length === 0 && !(await wasHandedOne(ctx.db, me.id))) return []
  const contracts = await ctx.db.contract.findMany({ where: withinReach(names, me.id), include: needed })
  return contracts
    .flatMap((contract) => {
      const standing = standingAmong(approvers, contract)
      const mine = standing?.deciders.some(({ memberId }) => memberId === me.id)
      return standing && mine ? [waitingOf(contract, standing)] : []
    })
    .sort((a, b) => a.since.epochMilliseconds - b.since.epochMilliseconds)
}

/** Those in whose name the person may decide. */
const actingFor = (approvers: Approver[], me: number): Approver[] =>
  approvers.filter(({ id, standInId, successorId }) => id === me || standInId === me || successorId === me)

/** Who decides in nobody's name only has what was handed over to them. */
const wasHandedOne = (db: Tx, me: number) =>
  db.contractStep.findFirst({ where: { state: 'open', assignedToId: me }, select: { contractId: true } })

/** Narrows the search; who may decide is settled by `decidersOf`. */
function withinReach(names: Approver[], me: number): Prisma.ContractWhereInput {
  const ids = [me, ...names.map(({ id }) => id)]
  const open = (step: Prisma.ContractStepWhereInput) => ({ steps: { some: { state: 'open', ...step } } })
  const byRole = names.map(({ role, unitId }) => ({
    ...open({ role: { in: stepsWithin(role) } }),
    ...placedAt(role, unitId),
  }))
  return { state: 'in_review', OR: [open({ assignedToId: { in: ids } }), ...byRole] }
}

const placedAt = (role: Role, unitId: number): Prisma.ContractWhereInput => {
  if (role === 'sales_admin') return {}
  return { customer: role === 'office_head' ? { officeId: unitId } : { office: { parentId: unitId } } }
}

type Found = Prisma.ContractGetPayload<{ include: typeof needed }>

function waitingOf({ number, year, customer, amount, steps }: Found, { stepId, role }: Standing): Waiting {
  const { code, name, nameEn } = customer
  const step = steps.find(({ id }) => id === stepId)!
  const since = instantOf(step.openedAt!)
  return {
    number,
    year,
    customer: { code, name, nameEn },
    amount,
    role,
    since,
    escalated: step.escalatedAt !== null,
  }
}
