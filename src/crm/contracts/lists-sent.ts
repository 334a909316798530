import { dateOf, instantOf, localDate, at as momentAt, Temporal } from '../../lib/time.ts'
import type { JobCtx } from '../command.ts'
import type { Person } from '../reminders/roster.ts'
import type { Due } from './approval-notices.ts'

/** Among all that people are told, the list of what waits for their decision. */
const item = 'approvals'
const list = { item, stage: 'list' }
const addition = (stepId: number) => ({ item, stage: `step:${stepId}` })

/** When people were last sent the list, and what has come onto it since without a word. */
export interface Lists {
  sent: Map<number, Temporal.Instant>
  additions: { stepId: number; since: Temporal.Instant; zone: string }[]
}

export async function listsSent({ db }: Pick<JobCtx, 'db'>): Promise<Lists> {
  const known = await db.nudge.findMany({
    where: { item },
    select: {
      memberId: true,
      stage: true,
      at: true,
      member: { select: { unit: { select: { zone: true } } } },
    },
  })
  const isList = ({ stage }: { stage: string }) => stage === list.stage
  return {
    sent: new Map(known.filter(isList).map(({ memberId, at }) => [memberId, instantOf(at)])),
    additions: known
      .filter((one) => !isList(one))
      .map(({ stage, at, member }) => ({
        stepId: Number(stage.split(':')[1]),
        since: instantOf(at),
        zone: member.unit.zone,
      })),
  }
}

export function hadListToday({ sent }: Lists, { id, zone }: Person, now: Temporal.Instant): boolean {
  const last = sent.get(id)
  return last !== undefined && localDate(last, zone).equals(localDate(now, zone))
}

/** A list says all that is on it. */
export async function noteListSent({ db, now }: JobCtx, memberId: number): Promise<void> {
  const at = dateOf(now)
  await db.nudge.deleteMany({ where: { memberId, item } })
  await db.nudge.create({ data: { memberId, ...list, at } })
}

export async function noteAddition({ db, now }: JobCtx, stepId: number, to: Person[]): Promise<void> {
  const at = dateOf(now)
  await db.nudge.createMany({ data: to.map(({ id }) => ({ memberId: id, ...addition(stepId), at })) })
}

/** Takes an addition as told. False where it was told already. */
export const takeAddition = async ({ db }: JobCtx, stepId: number): Promise<boolean> =>
  (await db.nudge.deleteMany({ where: addition(stepId) })).count > 0

/** When what came onto a list is worth a new one: in the morning after. */
export const morningAfter = (
  { since, zone }: Lists['additions'][number],
  { rules }: Pick<JobCtx, 'rules'>,
): Temporal.Instant =>
  momentAt(localDate(since, zone).add({ days: 1 }), new Temporal.PlainTime(rules.quietUntil), zone)

/** The additions whose morning has come, as far as they still wait. */
export async function additionsDue(
  ctx: JobCtx,
  { additions }: Lists,
  moment: Temporal.Instant,
): Promise<Due[]> {
  const ids = additions
    .filter((one) => Temporal.Instant.compare(morningAfter(one, ctx), moment) <= 0)
    .map(({ stepId }) => stepId)
  if (ids.length === 0) return []
  const steps = await ctx.db.contractStep.findMany({
    where: { id: { in: ids }, state: 'open', contract: { state: 'in_review' } },
    select: { id: true, contractId: true },
  })
  return steps.map(({ id: stepId, contractId }) => ({ stage: 'again', stepId, contractId }))
}
