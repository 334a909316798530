import type { Prisma, PrismaClient } from '#prisma'
import { expectReports, missReports } from '../../src/crm/stock/expect-reports.ts'
import { insertRows } from '../../src/db/insert-rows.ts'
import type { Temporal } from '../../src/lib/time.ts'
import { type ContactRow, contactRows } from './contacts.ts'
import { contractsOf } from './contracts.ts'
import { type DemoCalendar, demoCalendar } from './demo-calendar.ts'
import { addFurtherOffices } from './further-offices.ts'
import { insertCustomers } from './insert-customers.ts'
import { leaveRows } from './leaves.ts'
import { type Organisation, organisation } from './organisation.ts'
import { products } from './products.ts'
import { type CustomerRow, customerRow } from './shop.ts'
import { shopsOf } from './shops.ts'
import { reportedWeeks, stockReports } from './stock-reports.ts'
import { type VisitRow, visitRows } from './visits.ts'

export interface DemoSize {
  /** The first day of the demo: everything in it happened before, or lies ahead. */
  anchor: Temporal.PlainDate
  /** Up to 600 have a history; more come with further offices that have none, up to a million. */
  customers?: number
}

const WITH_HISTORY = 600

/** Fills an empty database with the demo company, the same one for the same day: all of it, or nothing. */
export async function fillDemo(
  db: PrismaClient,
  { anchor, customers = WITH_HISTORY }: DemoSize,
): Promise<void> {
  const calendar = demoCalendar(anchor)
  const company = organisation(calendar)
  const count = Math.min(customers, WITH_HISTORY)
  await db.$transaction((tx) => fillCompany(tx, company, calendar, count), { timeout: 60_000 })
  await addFurtherOffices(db, company, calendar, { from: WITH_HISTORY + 1, to: customers })
}

async function fillCompany(
  tx: Prisma.TransactionClient,
  company: Organisation,
  calendar: DemoCalendar,
  count: number,
): Promise<void> {
  await insertRows(tx, 'OrgUnit', company.units)
  await insertRows(tx, 'Member', company.members)
  await insertRows(tx, 'Leave', leaveRows(company.members, calendar))
  await insertRows(tx, 'Product', products)

  const shops = shopsOf(company, count)
  const customers = shops.map((shop) => customerRow(shop, calendar))
  const contacts = shops.map((shop) => contactRows(shop, calendar))
  const visits = visitRows(customers, byCustomer(contacts), company.members, calendar)
  await insertCustomers(tx, withLastVisits(customers, visits), contacts)
  await insertRows(tx, 'Visit', visits)

  const { reports, lines } = stockReports(customers, company, calendar)
  await insertRows(tx, 'StockReport', reports)
  await insertRows(tx, 'StockLine', lines)
  await fillLedger(tx, calendar)

  const { contracts, lines: volumes, steps } = contractsOf(customers, company, calendar)
  await insertRows(tx, 'Contract', contracts)
  await insertRows(tx, 'ContractLine', volumes)
  await insertRows(tx, 'ContractStep', steps)
}

const byCustomer = (contacts: ContactRow[][]) => new Map(contacts.map((rows) => [rows[0]!.customerId, rows]))

function withLastVisits(customers: CustomerRow[], visits: VisitRow[]): CustomerRow[] {
  const last = new Map<number, string>()
  for (const { customerId, state, valid, date } of visits)
    if (state === 'done' && valid && date > (last.get(customerId) ?? '')) last.set(customerId, date)
  return customers.map((customer) => ({ ...customer, lastVisitOn: last.get(customer.id) ?? null }))
}

/** By the same rules as in any company: every expected report has its row. Two were excused. */
async function fillLedger(tx: Prisma.TransactionClient, calendar: DemoCalendar): Promise<void> {
  for (const week of reportedWeeks(calendar)) await expectReports(tx, week, calendar.zone)
  await missReports(tx, calendar.moment(0, 0))
  const [oldest, next] = await tx.complianceEntry.findMany({
    where: { state: 'missed' },
    orderBy: { id: 'asc' },
    take: 2,
  })
  for (const entry of [oldest, next])
    if (entry)
      await tx.complianceEntry.update({
        where: { id: entry.id },
        data: { state: 'excused', excusedBy: 'zhao', reason: '客户停业装修' },
      })
}
