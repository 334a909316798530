import type { Prisma } from '#prisma'
import { caseOf } from '../../src/crm/products/units.ts'
import { deadlinesOf } from '../../src/crm/stock/expect-reports.ts'
import { lastFinished, type Period, previousPeriod } from '../../src/lib/period.ts'
import { dateOf } from '../../src/lib/time.ts'
import { assortmentOf, type Carried } from './assortment.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { knownShops } from './known-shops.ts'
import type { MemberRow, Organisation } from './organisation.ts'
import { type Random, randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'

export type ReportRow = Prisma.StockReportCreateManyInput & { id: number }
export type LineRow = Prisma.StockLineCreateManyInput & { id: number }

const WEEKS = 12

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
): { reports: ReportRow[]; lines: LineRow[] } {
  const weeks = reportedWeeks(calendar).map((period) => ({
    period,
    due: dateOf(deadlinesOf(period, calendar.zone).handIn),
  }))
  const reports: ReportRow[] = []
  const lines: LineRow[] = []
  for (const customer of customers.filter(({ reportsStock }) => reportsStock)) {
    const clerk = clerkOf(customer, organisation)
    const shelf = assortmentOf(customer).map((carried) => stockOf(carried, customer.id))
    for (const [index, { period, due }] of weeks.entries()) {
      for (const stock of shelf) stock.passWeek()
      if (customer.registeredOn > period.last.toString()) continue
      const fate = fateOf(customer, index)
      if (fate === 'missing') continue
      const id = reports.length + 1
      reports.push({
        id,
        customerId: customer.id,
        period: period.id,
        ...handedIn(customer, clerk, fate, due, index, calendar),
      })
      for (const stock of shelf) lines.push({ id: lines.length + 1, reportId: id, ...stock.report() })
    }
  }
  return { reports, lines }
}

type Fate = 'missing' | 'submitted' | 'accepted' | 'returned'

/** Of the last week some still wait for the info clerk, of those before all was settled. */
function fateOf({ id }: CustomerRow, week: number): Fate {
  const random = randomOf('report', id, week)
  const dice = random.between(1, 100)
  if (week < WEEKS - 1) return dice <= 97 ? 'accepted' : 'missing'
  const known = knownShops[id - 1]?.lastReport
  return known ?? (dice <= 62 ? 'accepted' : dice <= 82 ? 'submitted' : dice <= 87 ? 'returned' : 'missing')
}

const reasons = ['期初与上周期末不一致，请核对', '缺少在途数量，请补充', '可乐的实盘数与照片不符，请重新盘点']

function handedIn(
  { id, ownerId, lastOwnerId }: CustomerRow,
  clerk: MemberRow,
  fate: Fate,
  due: Date,
  week: number,
  calendar: DemoCalendar,
) {
  const random = randomOf('hand-in', id, week)
  const late = random.chance(0.06)
  const minutes = late ? random.between(20, 110) : -random.between(5, 280)
  const submittedAt = calendar.past(new Date(due.getTime() + minutes * 60_000))
  const reviewed =
    fate === 'submitted'
      ? null
      : new Date(Math.max(submittedAt.getTime(), due.getTime()) + random.between(10, 170) * 60_000)
  // What could not have been reviewed before the first day still waits.
  const reviewedAt = reviewed && calendar.past(reviewed) === reviewed ? reviewed : null
  return {
    state: reviewedAt ? fate : 'submitted',
    submittedById: week < WEEKS - 3 ? (lastOwnerId ?? ownerId) : ownerId,
    submittedAt,
    reviewedById: reviewedAt ? clerk.id : null,
    reviewedAt,
    reason: reviewedAt && fate === 'returned' ? random.pick(reasons) : null,
    explanation: null,
  }
}

const clerkOf = ({ officeId }: CustomerRow, { units, members }: Organisation): MemberRow => {
  const { parentId } = units.find(({ id }) => id === officeId)!
  return members.find(({ role, unitId }) => role === 'info_clerk' && unitId === parentId)!
}

/** The stock of one product at a customer, week by week; a report tells of all weeks since the one before. */
function stockOf({ product, weekly }: Carried, customerId: number) {
  const random = randomOf('stock', customerId, product.code)
  const { per } = caseOf(product)
  let closing = Math.round(weekly * 1.4)
  let onTheWay = 0
  let told = { opening: closing, received: 0, adjustment: 0, gifts: 0 }
  return {
    passWeek(): void {
      const broken = random.chance(0.03) ? random.between(1, Math.min(4, closing)) : 0
      const received = onTheWay
      const sold = Math.min(closing + received - broken, soldInWeek(random, weekly))
      closing += received - broken - sold
      told.received += received
      told.adjustment -= broken
      told.gifts += received > 0 && random.chance(0.08) ? per : 0
      onTheWay = Math.max(0, Math.ceil((weekly * 2.4 - closing) / per)) * per
    },
    report() {
      const inTransit = random.chance(0.3) ? onTheWay : 0
      const line = { productId: product.id, ...told, inTransit, closing, remarks: null }
      told = { opening: closing, received: 0, adjustment: 0, gifts: 0 }
      return line
    },
  }
}

/** Half of it in whole cases would look made up: bottles are sold singly. */
const soldInWeek = (random: Random, weekly: number) => Math.round((weekly * random.between(72, 128)) / 100)
