import type { StepRole } from './approval.ts'
import { type Approver, type Decider, decidersOf, type Matter } from './approvers.ts'

/** What an open step of a contract and its surroundings say about who may decide it. */
export interface Pending {
  submittedById: number
  round: number
  customer: {
    officeId: number
    office: { parentId: number | null; parent: { parentId: number | null } | null }
  }
  steps: PendingStep[]
}

interface PendingStep {
  id: number
  round: number
  position: number
  role: string
  state: string
  assignedToId: number | null
  decidedById: number | null
  openedAt: Date | null
  escalatedAt: Date | null
}

/** The open step of a contract and who may decide it at this moment. */
export interface Standing {
  stepId: number
  position: number
  role: StepRole
  matter: Matter
  deciders: Decider[]
  approvers: Approver[]
}

/** Null where no step is open. */
export function standingAmong(approvers: Approver[], contract: Pending): Standing | null {
  const open = roundOf(contract).find(({ state }) => state === 'open')
  if (!open) return null
  const matter = matterOf(contract, open.position)
  const deciders = decidersOf(approvers, matter)
  return { stepId: open.id, position: open.position, role: matter.role, matter, deciders, approvers }
}

/** The steps of the current round, in order. */
export const roundOf = <Step extends { round: number; position: number }>(contract: {
  round: number
  steps: Step[]
}): Step[] =>
  contract.steps.filter(({ round }) => round === contract.round).sort((a, b) => a.position - b.position)

/** `lastDeciderId`: who decided the step before, where it is not yet written down. */
export function matterOf(contract: Pending, position: number, lastDeciderId?: number): Matter {
  const { customer, submittedById } = contract
  const steps = roundOf(contract)
  const step = steps.find((one) => one.position === position)!
  const before = steps.findLast((one) => one.position < position && one.state === 'approved')
  return {
    role: step.role as StepRole,
    places: {
      office: customer.officeId,
      salesUnit: customer.office.parentId ?? 0,
      headOffice: customer.office.parent?.parentId ?? 0,
    },
    submitterId: submittedById,
    assignedToId: step.assignedToId,
    lastDeciderId: lastDeciderId ?? before?.decidedById ?? null,
    escalated: step.escalatedAt !== null,
  }
}
