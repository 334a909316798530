import { isBefore, at as momentAt, Temporal } from '../../lib/time.ts'
import { addWorkingDays, type WorkingCalendar, workingDayFrom } from '../../lib/working-calendar.ts'
import type { Rules } from '../rules.ts'

/** Two nudges to whose it is, and one escalation to each level. */
export type Stage = 'first' | 'second' | 'superior' | 'office_head' | 'unit_manager'

export interface StageMoment {
  stage: Stage
  at: Temporal.Instant
}

type StageRules = Pick<Rules, 'reportNudgeHour' | 'followUpEscalationDays'>

/** On the day, and some working days later, when the superior is told as well. */
export function followUpStages(
  due: Temporal.PlainDate,
  zone: string,
  rules: StageRules,
  calendar: WorkingCalendar,
): StageMoment[] {
  const day = workingDayFrom(due, calendar)
  const later = addWorkingDays(day, rules.followUpEscalationDays, calendar)
  const inTheMorning = (date: Temporal.PlainDate) =>
    momentAt(date, new Temporal.PlainTime(rules.reportNudgeHour), zone)
  return [
    { stage: 'first', at: inTheMorning(day) },
    { stage: 'second', at: inTheMorning(later) },
    { stage: 'superior', at: inTheMorning(later) },
  ]
}

/** In the morning of the due day and at the deadline; then the office head an hour later, and the unit manager when the clerk is due. */
export function reportStages(
  { handIn, clerk }: { handIn: Temporal.Instant; clerk: Temporal.Instant },
  zone: string,
  rules: StageRules,
): StageMoment[] {
  const dueDay = handIn.toZonedDateTimeISO(zone).toPlainDate()
  return [
    { stage: 'first', at: momentAt(dueDay, new Temporal.PlainTime(rules.reportNudgeHour), zone) },
    { stage: 'second', at: handIn },
    { stage: 'office_head', at: handIn.add({ hours: 1 }) },
    { stage: 'unit_manager', at: clerk },
  ]
}

/** A nudge that could not be given for so long is not given any more: by then the item is at risk and in the digest. */
const staleAfterHours = 7 * 24

/** The stages whose moment has come by `upTo`, without those that `now` is too late for. */
export const stagesDue = (
  stages: StageMoment[],
  now: Temporal.Instant,
  upTo: Temporal.Instant = now,
): StageMoment[] =>
  stages.filter(({ at }) => !isBefore(upTo, at) && isBefore(now, at.add({ hours: staleAfterHours })))
