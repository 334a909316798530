import type { Prisma } from '#prisma'
import { lastFinished } from '../../lib/period.ts'
import { BUSINESS_ZONE, dateOf, instantOf, isBefore, localDate, type Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { type ReportScope, scopeWhere } from './report-scope.ts'

/** A weekly report that someone still has to hand in, or to hand in again. */
export interface OwedReport {
  /** `report:KH000123:2026-W47` */
  item: string
  period: string
  dueAt: Temporal.Instant
  /** `missed`: the deadline has passed. `returned`: it was handed in and sent back, with a reason. */
  state: 'due' | 'missed' | 'returned'
  reason: string | null
  customer: {
    id: number
    code: string
    name: string
    nameEn: string | null
    officeId: number
    /** Null in the public pool: then the office head owes the report. */
    ownerId: number | null
  }
  owner: { id: number; code: string; name: string; nameEn: string } | null
  office: { id: number; code: string; name: string; nameEn: string }
}

export const reportSubject = (customerCode: string, period: string) => `report:${customerCode}:${period}`

/**
 * The reports that are owed for a week, `2026-W47`; without one, for the week that finished last. By office and customer;
 * `take` where not all of them are needed.
 */
export async function owedReports(
  ctx: Pick<Ctx, 'db' | 'now'> & { me?: Ctx['me'] },
  scope: ReportScope,
  period: string = lastFinished('week', localDate(ctx.now, ctx.me?.zone ?? BUSINESS_ZONE)).id,
  take?: number,
): Promise<OwedReport[]> {
  const entries = await ctx.db.complianceEntry.findMany({
    where: { period, customer: scopeWhere(scope), OR: [notHandedIn, sentBack(period)] },
    include: withCustomer(period),
    orderBy: [{ customer: { officeId: 'asc' } }, { customer: { code: 'asc' } }],
    take,
  })
  return entries.map((entry) => owedOf(entry, ctx.now))
}

const notHandedIn = { state: { in: ['due', 'missed'] } } satisfies Prisma.ComplianceEntryWhereInput

const sentBack = (period: string) =>
  ({
    customer: { reports: { some: { period, state: 'returned' } } },
  }) satisfies Prisma.ComplianceEntryWhereInput

const withCustomer = (period: string) =>
  ({
    customer: {
      include: {
        owner: true,
        office: true,
        reports: { where: { period }, select: { state: true, reason: true } },
      },
    },
  }) satisfies Prisma.ComplianceEntryInclude

type Entry = Prisma.ComplianceEntryGetPayload<{ include: ReturnType<typeof withCustomer> }>

function owedOf({ period, dueAt, customer }: Entry, now: Temporal.Instant): OwedReport {
  const report = customer.reports[0]
  const due = instantOf(dueAt)
  return {
    item: reportSubject(customer.code, period),
    period,
    dueAt: due,
    state: report?.state === 'returned' ? 'returned' : isBefore(now, due) ? 'due' : 'missed',
    reason: report?.reason ?? null,
    customer,
    owner: customer.owner,
    office: customer.office,
  }
}

/** Whether the deadline of a report has passed. */
export const isOverdue = (dueAt: Date, now: Temporal.Instant): boolean => dateOf(now) > dueAt
