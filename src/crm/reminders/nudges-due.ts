import { isBefore, type Temporal } from '../../lib/time.ts'
import { mayDisturb } from './allowed-moment.ts'
import type { OpenItem } from './open-items.ts'
import {
  calendar,
  leavesNow,
  officeHeads,
  type Person,
  type Roster,
  standInOf,
  superiors,
  unitManagers,
} from './roster.ts'
import { type Stage, type StageMoment, stagesDue } from './stages.ts'

/** What people were told, and what they do not want to hear now. */
export interface Told {
  nudges: { memberId: number; item: string; stage: string }[]
  snoozes: { memberId: number; item: string; until: Temporal.Instant }[]
}

/** Something to be said of an item. */
export interface Nudge {
  /** Who hears it: the person meant, or whoever stands in. */
  to: Person
  /** Who is meant. */
  meant: Person
  item: OpenItem
  /** `awake`: the person asked to be told again. */
  stage: Stage | 'awake'
}

export interface Moment {
  now: Temporal.Instant
  /** Looks ahead: what will be due by then is said now. */
  upTo?: Temporal.Instant
}

/**
 * What is to be said at a moment: of each open item the latest stage that has come, unless it was said.
 * Earlier stages that were missed are not made up for. Whoever may not be disturbed now is told once they may be.
 */
export function nudgesDue(items: OpenItem[], roster: Roster, told: Told, moment: Moment): Nudge[] {
  const said = new Set(told.nudges.map(({ memberId, item, stage }) => key(memberId, item, stage)))
  const snoozed = new Map(told.snoozes.map(({ memberId, item, until }) => [key(memberId, item), until]))
  const silent = (to: Person, { item }: OpenItem) => {
    const until = snoozed.get(key(to.id, item))
    return until !== undefined && isBefore(moment.now, until)
  }
  const staged = items.flatMap((item) =>
    audience(item, roster, stagesDue(item.stages, moment.now, moment.upTo))
      .filter(({ meant, repeats }) => !repeats.some((stage) => said.has(key(meant.id, item.item, stage))))
      .flatMap(({ meant, stage }) => {
        const to = listener(roster, meant, moment.now)
        return to && !silent(to, item) ? [{ to, meant, item, stage }] : []
      }),
  )
  return [...staged, ...awakened(items, roster, told, moment.now)]
}

const key = (...parts: (string | number)[]) => parts.join(' ')

interface Addressed {
  meant: Person
  stage: Stage
  /** Having been told any of these, the person need not be told this. */
  repeats: Stage[]
}

function audience(item: OpenItem, roster: Roster, due: StageMoment[]): Addressed[] {
  const stages = due.map(({ stage }) => stage)
  const last = (['second', 'first'] as const).find((stage) => stages.includes(stage))
  const own: Addressed[] = last
    ? [{ meant: item.owner, stage: last, repeats: last === 'first' ? ['first', 'second'] : ['second'] }]
    : []
  const above = escalations(item, roster, due).map(({ stage, meant }) => ({ meant, stage, repeats: [stage] }))
  return [...own, ...above]
}

/** Those above the owner who hear of an item by the stages that have come. */
export function escalations(
  { owner, customer: { officeId } }: OpenItem,
  roster: Roster,
  due: StageMoment[],
): { stage: Stage; meant: Person }[] {
  const levels: Partial<Record<Stage, () => Person[]>> = {
    superior: () => superiors(roster, owner, officeId),
    office_head: () => officeHeads(roster, officeId),
    unit_manager: () => unitManagers(roster, officeId),
  }
  return due.flatMap(({ stage }) =>
    (levels[stage]?.() ?? []).filter(({ id }) => id !== owner.id).map((meant) => ({ stage, meant })),
  )
}

/** Whoever is meant, or who stands in during a leave, where they may be disturbed. */
function listener(roster: Roster, meant: Person, now: Temporal.Instant): Person | undefined {
  const to = leavesNow(meant, now).length > 0 ? standInOf(roster, meant, now) : meant
  return to && mayDisturb(to, now, calendar) ? to : undefined
}

function awakened(items: OpenItem[], { people }: Roster, told: Told, now: Temporal.Instant): Nudge[] {
  const open = new Map(items.map((item) => [item.item, item]))
  return told.snoozes.flatMap(({ memberId, item: name, until }) => {
    const to = people.get(memberId)
    const item = open.get(name)
    const asked = to && !to.left && item && !isBefore(now, until) && mayDisturb(to, now, calendar)
    return asked ? [{ to, meant: to, item, stage: 'awake' as const }] : []
  })
}
