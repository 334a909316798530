import type { Prisma, PrismaClient } from '#prisma'
import { insertRows } from '../../src/db/insert-rows.ts'
import { cities } from './cities.ts'
import { contactRows } from './contacts.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { insertCustomers } from './insert-customers.ts'
import { type MemberRow, type Organisation, reachable, type UnitRow } from './organisation.ts'
import { personName } from './person-names.ts'
import { randomOf } from './random.ts'
import { customerRow } from './shop.ts'
import { madeUp, type Territory } from './shops.ts'

const CUSTOMERS_AN_OFFICE = 5000
const CUSTOMERS_A_REP = 100

/** A commit writes every page of an index that changed: the fewer there are, the less is written. */
const OFFICES_AT_ONCE = 8

/**
 * Lets the company grow to so many customers, for measuring: further offices with people and customers, but without
 * history, so that none of them reports its stock. Each office is complete, or not there.
 */
export async function addFurtherOffices(
  db: PrismaClient,
  company: Organisation,
  calendar: DemoCalendar,
  { from, to }: { from: number; to: number },
): Promise<void> {
  if (to < from) return
  const offices = furtherOffices(company, calendar, from, to)
  const fill = (some: Filling[]) =>
    db.$transaction(
      async (tx) => {
        for (const filling of some) await fillOffice(tx, filling)
      },
      { timeout: 600_000 },
    )
  await withLargeCache(db, async () => {
    for (let i = 0; i < offices.length; i += OFFICES_AT_ONCE)
      await fill(offices.slice(i, i + OFFICES_AT_ONCE))
  })
}

/** Words come in no order, so that each batch touches the whole index: kept in memory, its pages are written once. */
async function withLargeCache(db: PrismaClient, work: () => Promise<void>): Promise<void> {
  const [usual] = await db.$queryRaw<{ cache_size: bigint }[]>`PRAGMA cache_size`
  await db.$queryRaw`PRAGMA cache_size = -800000`
  await work()
  await db.$queryRawUnsafe(`PRAGMA cache_size = ${usual!.cache_size}`)
}

function furtherOffices(
  { units, members }: Organisation,
  calendar: DemoCalendar,
  from: number,
  to: number,
): Filling[] {
  let memberId = members.length
  return Array.from({ length: Math.ceil((to - from + 1) / CUSTOMERS_AN_OFFICE) }, (_, nth) => {
    const first = from + nth * CUSTOMERS_AN_OFFICE
    const count = Math.min(CUSTOMERS_AN_OFFICE, to - first + 1)
    const office = furtherOffice(nth, units)
    const staff = staffOf(office, count, memberId, calendar)
    memberId += staff.length
    return { nth, office, staff, calendar, first, count }
  })
}

const cityOf = (nth: number) => cities[nth % cities.length]!

function furtherOffice(nth: number, units: UnitRow[]): UnitRow {
  const { office, name, nameEn } = cityOf(nth)
  const first = units.find(({ code }) => code === office)!
  const number = Math.floor(nth / cities.length) + 2
  return {
    ...first,
    id: units.length + nth + 1,
    code: `${office}${number}`,
    name: `${name}第${number}办事处`,
    nameEn: `${nameEn} office ${number}`,
  }
}

/** An office head, and as many reps as its customers need. */
function staffOf(office: UnitRow, customers: number, lastId: number, calendar: DemoCalendar): MemberRow[] {
  const count = 1 + Math.ceil(customers / CUSTOMERS_A_REP)
  return Array.from({ length: count }, (_, index) => {
    const id = lastId + index + 1
    const { name, nameEn, pinyin } = personName(randomOf('person', id))
    const code = `${office.code.toLowerCase()}-${index}`
    return {
      id,
      code,
      name,
      nameEn,
      pinyin,
      role: index === 0 ? 'office_head' : 'rep',
      unitId: office.id,
      ...reachable(code, id - 1),
      joinedOn: calendar.iso(-400),
    }
  })
}

interface Filling {
  nth: number
  office: UnitRow
  staff: MemberRow[]
  calendar: DemoCalendar
  first: number
  count: number
}

async function fillOffice(tx: Prisma.TransactionClient, filling: Filling): Promise<void> {
  const { nth, office, staff, calendar, first, count } = filling
  await insertRows(tx, 'OrgUnit', [office])
  await insertRows(tx, 'Member', staff)
  const reps = staff.filter(({ role }) => role === 'rep').map(({ id }) => id)
  const territory: Territory = { officeId: office.id, city: cityOf(nth), reps }
  const next = madeUp(territory, [])
  const shops = Array.from({ length: count }, (_, index) => next(first + index))
  const customers = shops.map((shop) => ({ ...customerRow(shop, calendar), reportsStock: false }))
  await insertCustomers(
    tx,
    customers,
    shops.map((shop) => contactRows(shop, calendar)),
  )
}
