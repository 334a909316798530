import { instantOf, isBefore, Temporal, zoned } from '../../lib/time.ts'
import { assuming, chineseCalendar } from '../../lib/working-calendar.ts'
import { addWorkingHours, officeHours } from '../../lib/working-hours.ts'
import type { Tx } from '../context.ts'
import type { Rules } from '../rules.ts'

/** An open step, as far as its clock goes. The clock runs in the customer's office, and is not set back by a hand-over. */
export interface Clock {
  openedAt: Temporal.Instant
  zone: string
}

export type Stage = 'remind' | 'escalate'

/**
 * When an approver is reminded or the next level told: within working hours, so never at night or on a day off.
 * The next level is told at the full hour, so that what comes up within one is one message.
 */
export function stageAt(stage: Stage, { openedAt, zone }: Clock, rules: Rules): Temporal.Instant {
  if (stage === 'remind') return workingHoursAfter(openedAt, rules.approvalReminderHours, zone)
  const at = workingHoursAfter(openedAt, rules.approvalEscalationHours, zone)
  return zoned(at, zone).round({ smallestUnit: 'hour', roundingMode: 'ceil' }).toInstant()
}

/** A reminder that lists all that waits counts for what would be due this soon after it, too. */
const soonAfter = (moment: Temporal.Instant, zone: string, { approvalReminderHours }: Rules) =>
  workingHoursAfter(moment, approvalReminderHours / 2, zone)

const workingHoursAfter = (start: Temporal.Instant, hours: number, zone: string) =>
  addWorkingHours(start, hours, assuming(chineseCalendar), { ...officeHours, zone })

/** A stage that an open step still has before it. */
export interface Ahead extends Clock {
  stage: Stage
  stepId: number
  contractId: number
}

/** What all open steps still have before them, the longest open first. */
export async function stagesAhead(db: Tx): Promise<Ahead[]> {
  const steps = await db.contractStep.findMany({
    where: {
      state: 'open',
      contract: { state: 'in_review' },
      OR: [{ remindedAt: null }, { escalatedAt: null }],
    },
    select: {
      ...{ id: true, contractId: true, openedAt: true, remindedAt: true, escalatedAt: true },
      contract: { select: { customer: { select: { office: { select: { zone: true } } } } } },
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })
  return steps.flatMap(({ id: stepId, contractId, openedAt, remindedAt, escalatedAt, contract }) => {
    if (!openedAt) return []
    const clock = { stepId, contractId, openedAt: instantOf(openedAt), zone: contract.customer.office.zone }
    const stages: Stage[] = [
      ...(remindedAt ? [] : ['remind' as const]),
      ...(escalatedAt ? [] : ['escalate' as const]),
    ]
    return stages.map((stage) => ({ ...clock, stage }))
  })
}

/** Reminders that are due by now, or will be soon. */
export function dueSoon(ahead: Ahead[], moment: Temporal.Instant, rules: Rules): Ahead[] {
  const reminders = ahead.filter(({ stage }) => stage === 'remind')
  return [...Map.groupBy(reminders, ({ zone }) => zone)].flatMap(
    ([zone, alike]) => divide(alike, soonAfter(moment, zone, rules), rules).due,
  )
}

/**
 * Which stages are due at a moment, and when the next one will be. In a zone the clock runs alike for all, so what
 * opened first is due first and only the first that is not due has to be looked at.
 */
export function divide(ahead: Ahead[], moment: Temporal.Instant, rules: Rules) {
  const due: Ahead[] = []
  const next: Temporal.Instant[] = []
  for (const alike of Map.groupBy(ahead, ({ stage, zone }) => `${stage} ${zone}`).values()) {
    const first = alike.findIndex((one) => isBefore(moment, stageAt(one.stage, one, rules)))
    due.push(...alike.slice(0, first < 0 ? undefined : first))
    if (first >= 0) next.push(stageAt(alike[first]!.stage, alike[first]!, rules))
  }
  return { due, next: next.sort(Temporal.Instant.compare)[0] }
}
