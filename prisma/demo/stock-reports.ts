import type { Prisma } from '#prisma'
import { deadlinesOf } from '../../src/crm/stock/expect-reports.ts'
import { lastFinished, type Period, previousPeriod } from '../../src/lib/period.ts'
import { dateOf } from '../../src/lib/time.ts'
import { assortmentOf } from './assortment.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { knownShops } from './known-shops.ts'
import { type Organisation, ownerOn } from './organisation.ts'
import { randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'
import { type Rhythm, stockFlow } from './stock-flow.ts'

export type ReportRow = Prisma.StockReportCreateManyInput & { id: number }

export interface Reports {
  reports: ReportRow[]
  lines: Prisma.StockLineCreateManyInput[]
}

const WEEKS = 12
const LAST = WEEKS - 1

/** The last twelve weeks that are over, the oldest first. */
export function reportedWeeks({ anchor }: DemoCalendar): Period[] {
  const weeks = [lastFinished('week', anchor)]
  while (weeks.length < WEEKS) weeks.unshift(previousPeriod(weeks[0]!))
  return weeks
}

/** Twelve weeks of stock reports of all who report; some were late, some never came. */
export function stockReports(
  customers: CustomerRow[],
  organisation: Organisation,
  calendar: DemoCalendar,
): Reports {
  const weeks = reportedWeeks(calendar).map((period) => ({
    period,
    due: dateOf(deadlinesOf(period, calendar.zone).handIn),
  }))
  const all: Reports = { reports: [], lines: [] }
  for (const customer of customers.filter(({ reportsStock }) => reportsStock))
    addReports(all, customer, organisation, weeks, calendar)
  return all
}

interface Week {
  period: Period
  due: Date
}

function addReports(
  all: Reports,
  customer: CustomerRow,
  organisation: Organisation,
  weeks: Week[],
  calendar: DemoCalendar,
): void {
  const customerId = customer.id
  const clerkId = clerkOf(customer, organisation)
  const shelf = assortmentOf(customer).map((carried) => stockFlow(carried, rhythmOf(customer), customer.id))
  weeks.forEach((week, index) => {
    for (const stock of shelf) stock.passWeek(index)
    const fate = fateOf(customer, index)
    if (fate === 'missing' || customer.registeredOn > week.period.last.toString()) return
    const reportId = all.reports.length + 1
    const submittedById = ownerOn(customer, week.period.last.toString(), organisation.members)
    const states = handedIn({ customerId, clerkId, fate, index, due: week.due }, calendar)
    all.reports.push({ id: reportId, customerId, period: week.period.id, submittedById, ...states })
    all.lines.push(...shelf.map((stock) => ({ reportId, ...stock.report() })))
  })
}

/** Small customers order every other week; the known ones had their delivery in the week before the last. */
function rhythmOf({ id, tier }: CustomerRow): Rhythm {
  if (tier === 'distributor') return { every: 1, first: 0 }
  return { every: 2, first: id <= knownShops.length ? 1 : (randomOf('rhythm', id).between(0, 1) as 0 | 1) }
}

type Fate = 'missing' | 'submitted' | 'accepted' | 'returned'

/** Of the last week some still wait for the info clerk; of those before, all is settled. */
function fateOf({ id }: CustomerRow, week: number): Fate {
  const known = knownShops[id - 1]?.lastReport
  const dice = randomOf('report', id, week).between(1, 100)
  if (week < LAST) return dice <= 97 || known ? 'accepted' : 'missing'
  return known ?? (dice <= 62 ? 'accepted' : dice <= 82 ? 'submitted' : dice <= 87 ? 'returned' : 'missing')
}

interface HandIn {
  customerId: number
  clerkId: number
  fate: Fate
  index: number
  due: Date
}

/** What could not have been reviewed before the first day still waits. */
function handedIn({ customerId, clerkId, fate, index, due }: HandIn, calendar: DemoCalendar) {
  const random = randomOf('hand-in', customerId, index)
  const minutes = random.chance(0.06) ? random.between(20, 110) : -random.between(5, 280)
  const submittedAt = calendar.past(later(due, minutes))
  const review = later(submittedAt > due ? submittedAt : due, random.between(10, 170))
  const reviewed = fate !== 'submitted' && review < calendar.moment(0, 0)
  return {
    state: reviewed ? fate : 'submitted',
    submittedAt,
    reviewedById: reviewed ? clerkId : null,
    reviewedAt: reviewed ? review : null,
    reason: reviewed && fate === 'returned' ? random.pick(reasons) : null,
  }
}

const reasons = ['期初与上周期末不一致，请核对', '缺少在途数量，请补充', '实盘数与照片不符，请重新盘点']

const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000)

function clerkOf({ officeId }: CustomerRow, { units, members }: Organisation): number {
  const { parentId } = units.find(({ id }) => id === officeId)!
  return members.find(({ role, unitId }) => role === 'info_clerk' && unitId === parentId)!.id
}
