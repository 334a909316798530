import type { Prisma } from '#prisma'
import { Temporal } from '../../lib/time.ts'
import type { Tx } from '../context.ts'

/** A next step whose date has come, or a planned visit that has not been reported on. */
export interface FollowUp {
  /** `visit:12`: the visit that was planned, or the one whose next step it is. */
  item: string
  kind: 'planned' | 'next_step'
  due: Temporal.PlainDate
  /** HH:MM, of a planned visit. */
  time: string | null
  about: string
  /** Whose it is. */
  memberId: number
  customer: FollowedCustomer
}

export interface FollowedCustomer {
  id: number
  code: string
  name: string
  nameEn: string | null
  officeId: number
  ownerId: number | null
}

export interface FollowUpScope {
  memberId?: number
  officeIds?: number[]
}

/** Follow-ups that are due on the day or overdue, the oldest first; everyone's where the scope names nobody. */
export async function dueFollowUps(
  db: Tx,
  scope: FollowUpScope,
  today: Temporal.PlainDate,
): Promise<FollowUp[]> {
  const visits = await db.visit.findMany({
    where: { AND: [open(today.toString()), within(scope)] },
    include: { customer: true, member: { select: { leftOn: true } } },
  })
  return visits
    .map((visit) => followUpOf(visit, today.toString()))
    .filter(({ memberId }) => scope.memberId === undefined || memberId === scope.memberId)
    .sort(byDue)
}

const open = (today: string): Prisma.VisitWhereInput => ({
  OR: [
    { state: 'planned', date: { lte: today } },
    { state: 'done', settledAt: null, nextDate: { lte: today } },
  ],
})

const within = ({ memberId, officeIds }: FollowUpScope): Prisma.VisitWhereInput => ({
  ...(memberId !== undefined && { OR: [{ memberId }, { customer: { ownerId: memberId } }] }),
  ...(officeIds && { customer: { officeId: { in: officeIds } } }),
})

type OpenVisit = Prisma.VisitGetPayload<{
  include: { customer: true; member: { select: { leftOn: true } } }
}>

function followUpOf(visit: OpenVisit, today: string): FollowUp {
  const planned = visit.state === 'planned'
  return {
    item: `visit:${visit.id}`,
    kind: planned ? 'planned' : 'next_step',
    due: Temporal.PlainDate.from(planned ? visit.date : visit.nextDate!),
    time: planned ? visit.time : null,
    about: planned ? visit.about : (visit.nextStep ?? visit.about),
    memberId: responsibleFor(visit, today),
    customer: visit.customer,
  }
}

/** A planned visit is the planner's as long as they are there; a next step is the owner's, in the pool of whoever agreed it. */
function responsibleFor(
  visit: {
    state: string
    memberId: number
    member: { leftOn: string | null }
    customer: { ownerId: number | null }
  },
  today: string,
): number {
  const { state, memberId, member, customer } = visit
  const stillThere = !member.leftOn || member.leftOn > today
  return state === 'planned' && stillThere ? memberId : (customer.ownerId ?? memberId)
}

const byDue = (a: FollowUp, b: FollowUp) =>
  Temporal.PlainDate.compare(a.due, b.due) ||
  (a.time ?? '').localeCompare(b.time ?? '') ||
  a.item.localeCompare(b.item, 'en', { numeric: true })
