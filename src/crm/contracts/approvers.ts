import type { Role } from '../people/roles.ts'
import type { StepRole } from './approval.ts'
import type { KnownMember } from './members-by.ts'

/** Someone who holds, or last held, a role that decides. */
export interface Approver extends KnownMember {
  role: Role
  unitId: number
  left: boolean
  /** To whom a leaver's waiting approvals go. */
  successorId: number | null
  /** Who stands in at this moment, because the approver is on leave; nobody who is on leave as well. */
  standInId: number | null
  onLeave: boolean
}

/** What decides about who may decide an open step. */
export interface Matter {
  role: StepRole
  /** The customer's office, its sales unit and head office. */
  places: { office: number; salesUnit: number; headOffice: number }
  submitterId: number
  /** Named by a hand-over. */
  assignedToId: number | null
  /** Whoever approved the step before. */
  lastDeciderId: number | null
  escalated: boolean
}

export interface Decider {
  memberId: number
  /** The absent approver in whose name the stand-in acts. */
  onBehalfOfId: number | null
}

/** Whose step it is, and who is asked where nobody holds the role, or where the step has waited too long. */
const ladders: Record<StepRole, StepRole[]> = {
  office_head: ['office_head', 'unit_manager', 'sales_admin'],
  info_clerk: ['info_clerk', 'unit_manager', 'sales_admin'],
  unit_manager: ['unit_manager', 'sales_admin'],
  sales_admin: ['sales_admin'],
}

/** The steps that someone of a role may come to decide. */
export const stepsWithin = (role: Role): StepRole[] =>
  (Object.keys(ladders) as StepRole[]).filter((step) => ladders[step].some((rung) => rung === role))

/**
 * Who may decide a step: the person it was handed to, else the holders of its role for the customer's office, else
 * (nobody holds it) the next level; once escalated, the next level too; and whoever stands in for one of them, in
 * both names. Never whoever submitted the contract, and never whoever decided the step before: a second press on the
 * same button decides nothing.
 */
export function decidersOf(approvers: Approver[], matter: Matter): Decider[] {
  const excluded = [matter.submitterId, matter.lastDeciderId]
  const own = principals(approvers, matter, excluded)
  const above = matter.escalated ? nextLevel(approvers, matter, [...excluded, ...own]) : []
  return [...own, ...above].flatMap((id) => deciding(approvers, id, excluded))
}

/** Who is told about the step: the next level, once. */
export const escalatedTo = (approvers: Approver[], matter: Matter): Decider[] => {
  const excluded = [matter.submitterId, matter.lastDeciderId]
  const own = principals(approvers, matter, excluded)
  return nextLevel(approvers, matter, [...excluded, ...own]).flatMap((id) =>
    deciding(approvers, id, excluded),
  )
}

/** Whether nobody would be asked but the one who has just decided: then the step is skipped, not passed upwards. */
export function onlyLastDecider(approvers: Approver[], matter: Matter): boolean {
  const asked = climb(approvers, matter, 0, [matter.submitterId])
  return asked.length > 0 && asked.every((id) => id === matter.lastDeciderId)
}

/** Who is at work of those who may decide: a stand-in instead of the one on leave, as far as there is one. */
export function askedNow(approvers: Approver[], deciders: Decider[]): number[] {
  const away = new Set(approvers.filter(({ onLeave }) => onLeave).map(({ id }) => id))
  const present = deciders.filter(({ memberId }) => !away.has(memberId))
  return (present.length > 0 ? present : deciders).map(({ memberId }) => memberId)
}

/** To whom a step may be handed: who holds its role in the sales unit or is a level above, and is there or has a stand-in. */
export function suitableFor(approvers: Approver[], matter: Matter, officesOfUnit: number[]): number[] {
  const places = [...officesOfUnit, matter.places.salesUnit, matter.places.headOffice]
  return approvers
    .filter(({ role, unitId }) => isOn(ladders[matter.role], role) && places.includes(unitId))
    .filter(({ left, onLeave, standInId }) => !left && (!onLeave || standInId !== null))
    .map(({ id }) => id)
    .filter((id) => id !== matter.submitterId && id !== matter.lastDeciderId && id !== matter.assignedToId)
}

const isOn = (ladder: StepRole[], role: Role) => ladder.some((rung) => rung === role)

function principals(approvers: Approver[], matter: Matter, excluded: (number | null)[]): number[] {
  const assigned = present(approvers, matter.assignedToId)
  if (assigned !== null && !excluded.includes(assigned)) return [assigned]
  return climb(approvers, matter, 0, excluded)
}

/** The assigned person, or the successor of one who left. */
function present(approvers: Approver[], id: number | null): number | null {
  const assigned = approvers.find((approver) => approver.id === id)
  return assigned?.left ? assigned.successorId : id
}

const nextLevel = (approvers: Approver[], matter: Matter, excluded: (number | null)[]) =>
  climb(approvers, matter, 1, excluded)

/** The lowest rung, from `start` on, on which anyone stands. */
function climb(approvers: Approver[], matter: Matter, start: number, excluded: (number | null)[]): number[] {
  for (const rung of ladders[matter.role].slice(start)) {
    const asked = holders(approvers, rung, placeOf(rung, matter)).filter((id) => !excluded.includes(id))
    if (asked.length > 0) return asked
  }
  return []
}

const placeOf = (rung: StepRole, { places }: Matter) =>
  rung === 'office_head' ? places.office : rung === 'sales_admin' ? places.headOffice : places.salesUnit

/** Those who hold a role at a place; where the last of them left, the successors named for them. */
function holders(approvers: Approver[], role: StepRole, place: number): number[] {
  const there = approvers.filter((approver) => approver.role === role && approver.unitId === place)
  const active = there.filter(({ left }) => !left).map(({ id }) => id)
  if (active.length > 0) return active
  return there.flatMap(({ successorId }) => successorId ?? [])
}

/** The person, and whoever stands in for them. */
function deciding(approvers: Approver[], id: number, excluded: (number | null)[]): Decider[] {
  const standInId = approvers.find((approver) => approver.id === id)?.standInId ?? null
  const self = { memberId: id, onBehalfOfId: null }
  if (standInId === null || excluded.includes(standInId)) return [self]
  return [self, { memberId: standInId, onBehalfOfId: id }]
}
