import type { Prisma } from '#prisma'
import {
  approvalSteps,
  type ContractState,
  type StepRole,
  type StepState,
} from '../../src/crm/contracts/approval.ts'
import { type Stage, stageAt } from '../../src/crm/contracts/approval-clock.ts'
import { defaultRules } from '../../src/crm/rules.ts'
import { dateOf, instantOf } from '../../src/lib/time.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { Organisation } from './organisation.ts'
import { type Random, randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'

/** How far a contract has come: at which step it waits, or where it ended. */
export type Progress = StepRole | Exclude<ContractState, 'in_review'>

/** A contract before it has a number. */
export interface Agreed {
  customer: CustomerRow
  progress: Progress
  /** When it was submitted; a draft: when it was last worked on. */
  day: number
  minute: number
}

type Step = Omit<Prisma.ContractStepCreateManyInput, 'contractId'> & { decidedAt: Date | null }

/** At which step the contract waits, counted from 0; -1 where it does not. */
export const waitsAt = (progress: Progress): number => (approvalSteps as readonly string[]).indexOf(progress)

/** The steps of the one round: each is decided on the working day after the one before. */
export function stepsOf(agreed: Agreed, organisation: Organisation, calendar: DemoCalendar): Step[] {
  const { customer, progress, day, minute } = agreed
  if (progress === 'draft') return []
  const random = randomOf('decisions', customer.id)
  const last = lastStep(progress, random)
  let opened = calendar.moment(day, 9, minute)
  return approvalSteps.map((role, index) => {
    const state = stepState(progress, index, last)
    const decided = state === 'approved' || state === 'returned' || state === 'rejected'
    const openedAt = index <= last ? opened : null
    if (decided) opened = decisionAfter(random, calendar, day, index)
    return {
      round: 1,
      position: index + 1,
      role,
      state,
      openedAt,
      remindedAt: stageBefore(calendar, 'remind', state === 'open' ? openedAt : null),
      escalatedAt: stageBefore(calendar, 'escalate', state === 'open' ? openedAt : null),
      decidedById: decided ? deciderOf(role, customer, organisation) : null,
      decidedAt: decided ? opened : null,
      reason: state === 'returned' || state === 'rejected' ? random.pick(objections) : null,
    }
  })
}

const objections = [
  '合同金额与纸质合同不一致',
  '缺少扫描件，请补充',
  '返利高于本区标准，请重新谈',
  '分月计划不合理，淡季量过高',
]

/** The step that is open, or the last that was decided. */
function lastStep(progress: Progress, random: Random): number {
  if (progress === 'approved') return approvalSteps.length - 1
  return waitsAt(progress) >= 0 ? waitsAt(progress) : random.between(0, 2)
}

function stepState(progress: Progress, index: number, last: number): StepState {
  const waits = waitsAt(progress) >= 0
  if (index < last || progress === 'approved') return 'approved'
  if (index > last) return waits ? 'waiting' : 'skipped'
  if (waits) return 'open'
  return progress === 'returned' || progress === 'rejected' ? progress : 'skipped'
}

const decisionAfter = (random: Random, calendar: DemoCalendar, day: number, index: number) =>
  calendar.moment(calendar.workday(day, index + 1), random.between(9, 17), random.between(0, 59))

/** Reminders that were due before the first day have gone out. */
function stageBefore(calendar: DemoCalendar, stage: Stage, openedAt: Date | null): Date | null {
  if (!openedAt) return null
  const at = dateOf(stageAt(stage, { openedAt: instantOf(openedAt), zone: calendar.zone }, defaultRules))
  return at < calendar.moment(0, 0) ? at : null
}

function deciderOf(role: StepRole, { officeId }: CustomerRow, { units, members }: Organisation): number {
  const { parentId } = units.find(({ id }) => id === officeId)!
  const headOffice = units.find(({ kind }) => kind === 'head_office')!.id
  const place = {
    office_head: officeId,
    info_clerk: parentId,
    unit_manager: parentId,
    sales_admin: headOffice,
  }
  return members.find((member) => member.role === role && member.unitId === place[role])!.id
}
