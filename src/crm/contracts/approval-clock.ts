import type { Temporal } from '../../lib/time.ts'
import { assuming, chineseCalendar } from '../../lib/working-calendar.ts'
import { addWorkingHours, officeHours } from '../../lib/working-hours.ts'
import type { Rules } from '../rules.ts'

/** An open step, as far as its clock goes. The clock runs in the customer's office, and is not set back by a hand-over. */
export interface Clock {
  openedAt: Temporal.Instant
  zone: string
}

export type Stage = 'remind' | 'escalate'

/** When an approver is reminded or the next level told: within working hours, so never at night or on a day off. */
export function stageAt(stage: Stage, { openedAt, zone }: Clock, rules: Rules): Temporal.Instant {
  const hours = stage === 'remind' ? rules.approvalReminderHours : rules.approvalEscalationHours
  return workingMomentAfter(openedAt, hours, zone)
}

/** The next minute in which people are at work. */
export const nextWorkingMinute = (after: Temporal.Instant, zone: string): Temporal.Instant =>
  workingMomentAfter(after, 1 / 60, zone)

const workingMomentAfter = (start: Temporal.Instant, hours: number, zone: string) =>
  addWorkingHours(start, hours, assuming(chineseCalendar), { ...officeHours, zone })
