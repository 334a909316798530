import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma, type PrismaClient } from '#prisma'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { approvalSteps } from '../../src/crm/contracts/approval.ts'
import { meOf } from '../../src/crm/people/me-of.ts'
import { visibleTo } from '../../src/crm/people/visibility.ts'
import { expectReports } from '../../src/crm/stock/expect-reports.ts'
import { netShipment } from '../../src/crm/stock/figures.ts'
import { dueFollowUps } from '../../src/crm/visits/due-follow-ups.ts'
import { type OpenDatabase, openDatabase } from '../../src/db/open-node.ts'
import { lastFinished, periodOf } from '../../src/lib/period.ts'
import { at, dateOf, Temporal } from '../../src/lib/time.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const zone = 'Asia/Shanghai'

async function demoOf(anchor: string, customers?: number): Promise<OpenDatabase> {
  const open = await openDatabase(':memory:')
  await fillDemo(open.db, { anchor: day(anchor), customers })
  return open
}

/** All rows of all tables, in the order in which they were written. */
async function dump(db: PrismaClient): Promise<string> {
  const tables = Object.values(Prisma.ModelName)
  const rows = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe(`SELECT * FROM ${table} ORDER BY rowid`)),
  )
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

test('the same day has the same company, another day another one', async () => {
  const dumps: string[] = []
  for (const anchor of ['2026-11-24', '2026-11-24', '2026-11-25']) {
    const { db, close } = await demoOf(anchor, 100)
    dumps.push(await dump(db))
    await close()
  }
  expect(dumps[0]!.length).toBeGreaterThan(100_000)
  expect(dumps[1] === dumps[0]).toBe(true)
  expect(dumps[2] === dumps[0]).toBe(false)
})

describe('the company of a Tuesday in November', () => {
  let open: OpenDatabase
  let db: PrismaClient
  const today = day('2026-11-24')
  const start = dateOf(at(today, '00:00', zone))
  beforeAll(async () => {
    open = await demoOf('2026-11-24')
    db = open.db
  })
  afterAll(() => open.close())

  const me = async (code: string) => {
    const { id } = await db.member.findUniqueOrThrow({ where: { code } })
    return (await meOf(db, id, today.toString()))!
  }
  const seenBy = async (code: string) => db.customer.findMany({ where: visibleTo(await me(code)) })

  test('has its people, places, products and customers', async () => {
    const kinds = await db.orgUnit.groupBy({ by: ['kind'], _count: true })
    expect(Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]))).toEqual({
      head_office: 1,
      sales_unit: 3,
      office: 8,
    })
    expect([await db.member.count(), await db.customer.count(), await db.product.count()]).toEqual([
      40, 600, 30,
    ])
    expect(await db.member.count({ where: { leftOn: { not: null } } })).toBe(1)
    expect(
      (await db.member.findMany()).every(({ email, mobile }) => email && /^\+861\d{10}$/.test(mobile!)),
    ).toBe(true)
  })

  test('every office stands below a sales unit, and has a head; every unit has a clerk and a manager', async () => {
    const units = await db.orgUnit.findMany({ include: { parent: true, members: true } })
    for (const { kind, parent, members } of units) {
      const roles = members.map(({ role }) => role)
      if (kind === 'office')
        expect([parent?.kind, roles.includes('office_head')]).toEqual(['sales_unit', true])
      if (kind === 'sales_unit') expect(roles.sort()).toEqual(['info_clerk', 'unit_manager'])
    }
  })

  test('the people everyone tells about are where they belong', async () => {
    const [li, zhou, wang, zhao, chen, sun] = await Promise.all(
      ['li', 'zhou', 'wang', 'zhao', 'chen', 'sun'].map(me),
    )
    expect([li!.role, zhou!.role, wang!.role, zhao!.role, chen!.role, sun!.role]).toEqual([
      'rep',
      'rep',
      ...approvalSteps,
    ])
    expect(wang!.offices).toEqual(li!.offices)
    expect(zhou!.offices).not.toEqual(li!.offices)
    for (const { offices } of [zhao!, chen!, sun!])
      expect(offices).toEqual(expect.arrayContaining(li!.offices))
  })

  test('li sees one Hualian, the office head two, the unit manager more', async () => {
    const hualian = async (code: string) =>
      (await seenBy(code)).filter(({ name }) => name.includes('华联')).map(({ name }) => name)
    expect(await hualian('li')).toEqual(['华联超市'])
    expect(await hualian('wang')).toEqual(['华联超市', '华联批发部'])
    expect(await hualian('chen')).toEqual(expect.arrayContaining(['华联超市', '华联批发部', '华联商贸行']))
  })

  test('no word that names the supermarket names anything else li sees', async () => {
    const customers = await seenBy('li')
    const { id } = customers.find(({ name }) => name === '华联超市')!
    const keys = await db.customerKey.findMany({
      where: { customerId: { in: customers.map((one) => one.id) } },
    })
    const own = new Set(keys.filter(({ customerId }) => customerId === id).map(({ key }) => key))
    for (const word of ['hlcs', '华联', '华联超市', 'hualian', 'hualiansupermarket'])
      expect(own).toContain(word)
    expect(keys.filter(({ key, customerId }) => customerId !== id && own.has(key))).toEqual([])
  })

  test('Manager Wang is the key contact of the supermarket, which has its contract', async () => {
    const supermarket = await db.customer.findFirstOrThrow({
      where: { name: '华联超市' },
      include: { contacts: true, contracts: true, owner: true },
    })
    expect(supermarket.contacts.find(({ isKey }) => isKey)).toMatchObject({ name: '王店长', title: '店长' })
    expect(supermarket.contracts).toMatchObject([{ year: 2026, state: 'approved' }])
    expect(supermarket).toMatchObject({
      mnemonic: 'HLCS',
      status: 'active',
      reportsStock: true,
      owner: { code: 'li' },
    })
  })

  test('suppliers stand above those they supply, in the same office', async () => {
    const rank = [
      'distributor',
      'sub_distributor',
      'exclusive_sub_distributor',
      'contracted_wholesaler',
      'direct_wholesaler',
      'outlet',
    ]
    const supplied = await db.customer.findMany({
      where: { upstreamId: { not: null } },
      include: { upstream: true },
    })
    expect(supplied.length).toBeGreaterThan(500)
    for (const { tier, officeId, upstream } of supplied) {
      expect(rank.indexOf(upstream!.tier)).toBeLessThan(rank.indexOf(tier))
      expect(upstream!.officeId).toBe(officeId)
    }
  })

  test('some customers are in the public pool, none of them reports stock', async () => {
    const pool = await db.customer.findMany({ where: { ownerId: null } })
    expect(pool.length).toBeGreaterThan(20)
    expect(pool.filter(({ reportsStock }) => reportsStock)).toEqual([])
  })

  test('owners are of the office, and nobody owns anything who left', async () => {
    const owned = await db.customer.findMany({ where: { ownerId: { not: null } }, include: { owner: true } })
    for (const { owner, officeId } of owned) expect([owner!.unitId, owner!.leftOn]).toEqual([officeId, null])
  })

  test('opening is the closing of the report before, and what left was there', async () => {
    const reports = await db.stockReport.findMany({ include: { lines: true }, orderBy: { period: 'asc' } })
    const closings = new Map<string, number>()
    for (const { customerId, lines } of reports)
      for (const line of lines) {
        const key = `${customerId}:${line.productId}`
        if (closings.has(key)) expect(line.opening).toBe(closings.get(key))
        expect(line.closing).toBeGreaterThanOrEqual(0)
        expect(netShipment(line)).toBeGreaterThanOrEqual(0)
        closings.set(key, line.closing)
      }
    expect(closings.size).toBeGreaterThan(600)
  })

  test('every expected report has one row in the ledger, by the rules of every company', async () => {
    const entries = await db.complianceEntry.findMany()
    const weeks = [...new Set(entries.map(({ period }) => period))].sort()
    expect([weeks.length, weeks.at(-1)]).toEqual([12, lastFinished('week', today).id])
    for (const week of weeks) await expectReports(db, periodOf(week)!, zone)
    expect(await db.complianceEntry.count()).toBe(entries.length)
    const reports = new Map(
      (await db.stockReport.findMany()).map((report) => [`${report.customerId}:${report.period}`, report]),
    )
    for (const { customerId, period, state, dueAt } of entries) {
      const report = reports.get(`${customerId}:${period}`)
      const late = report ? report.submittedAt! > dueAt : null
      expect(report ? [late ? 'late' : 'submitted'] : ['missed', 'excused']).toContain(state)
    }
  })

  test('of the last week most is handed in, some waits for the clerk, some was returned, some is missing', async () => {
    const period = lastFinished('week', today).id
    const states = await db.stockReport.groupBy({ by: ['state'], where: { period }, _count: true })
    const count = Object.fromEntries(states.map(({ state, _count }) => [state, _count]))
    expect(count.accepted).toBeGreaterThan(40)
    expect(count.submitted).toBeGreaterThan(5)
    expect(count.returned).toBeGreaterThan(0)
    const missing = await db.complianceEntry.findMany({
      where: { period, state: 'missed', customer: { owner: { code: 'li' } } },
      include: { customer: true },
    })
    expect(missing.map(({ customer }) => customer.name)).toEqual(['华联超市', '新安商贸行'])
  })

  test('contracts are in all states, and wait at every step for those everyone tells about', async () => {
    const states = await db.contract.groupBy({ by: ['state'] })
    expect(states.map(({ state }) => state).sort()).toEqual(
      ['approved', 'draft', 'in_review', 'rejected', 'returned', 'withdrawn'].sort(),
    )
    const { offices } = await me('chen')
    for (const role of approvalSteps) {
      const open = { state: 'open', role, contract: { customer: { officeId: { in: offices } } } }
      expect(await db.contractStep.count({ where: open })).toBeGreaterThan(0)
    }
  })

  test('a contract is numbered by submission, adds up, and was decided in order', async () => {
    const contracts = await db.contract.findMany({
      include: { lines: { include: { product: true } }, steps: { orderBy: { position: 'asc' } } },
      orderBy: { id: 'asc' },
    })
    contracts.forEach(({ number, amount, lines, steps, state }, index) => {
      expect(number).toBe(`HT-2026-${String(index + 1).padStart(4, '0')}`)
      const value = lines.reduce((sum, line) => sum + BigInt(line.volume) * line.product.unitPrice, 0n)
      expect(amount).toBe(value)
      for (const { months, volume } of lines)
        expect((JSON.parse(months) as number[]).reduce((sum, month) => sum + month)).toBe(volume)
      expect(steps.length).toBe(state === 'draft' ? 0 : 4)
      const moments = steps
        .flatMap(({ openedAt, decidedAt }) => [openedAt, decidedAt])
        .filter((one) => one !== null)
      expect(moments).toEqual(moments.toSorted((a, b) => a.getTime() - b.getTime()))
    })
  })

  test('nothing has happened that lies ahead', async () => {
    const later = { gte: start }
    expect(await db.visit.count({ where: { OR: [{ createdAt: later }, { recordedAt: later }] } })).toBe(0)
    expect(await db.visit.count({ where: { state: 'done', date: { gte: today.toString() } } })).toBe(0)
    expect(
      await db.stockReport.count({ where: { OR: [{ submittedAt: later }, { reviewedAt: later }] } }),
    ).toBe(0)
    const step = { OR: [{ openedAt: later }, { decidedAt: later }, { remindedAt: later }] }
    expect(await db.contractStep.count({ where: step })).toBe(0)
    expect(await db.contract.count({ where: { submittedAt: later } })).toBe(0)
  })

  test('li has a day: visits planned, a step that is due, and something overdue', async () => {
    const due = await dueFollowUps(db, { memberId: (await me('li')).id }, today)
    const planned = due.filter(({ kind, due }) => kind === 'planned' && due.equals(today))
    const overdue = due.filter(({ due }) => Temporal.PlainDate.compare(due, today) < 0)
    expect([planned.length > 1, overdue.length > 1]).toEqual([true, true])
    expect(due.some(({ kind, due }) => kind === 'next_step' && due.equals(today))).toBe(true)
  })

  test('a customer knows its last valid visit; a next step is settled at most by a later visit', async () => {
    const customers = await db.customer.findMany({
      include: { visits: { where: { state: 'done', valid: true }, orderBy: { date: 'desc' }, take: 1 } },
    })
    for (const { lastVisitOn, visits } of customers) expect(lastVisitOn).toBe(visits[0]?.date ?? null)
    const visits = await db.visit.findMany()
    const byId = new Map(visits.map((visit) => [visit.id, visit]))
    for (const { settledById, id, customerId } of visits.filter((visit) => visit.settledById)) {
      expect(settledById).toBeGreaterThan(id)
      expect(byId.get(settledById!)!.customerId).toBe(customerId)
    }
  })
})

test('grows by further offices with people of their own, and stays the same company', async () => {
  const [small, large] = await Promise.all([demoOf('2026-11-24'), demoOf('2026-11-24', 900)])
  const company = (db: PrismaClient) =>
    db.customer.findMany({ where: { id: { lte: 600 } }, include: { contacts: true, visits: true } })
  expect(await company(large.db)).toEqual(await company(small.db))
  const further = await large.db.customer.findMany({ where: { id: { gt: 600 } }, include: { owner: true } })
  expect(further.length).toBe(300)
  for (const { owner, officeId, reportsStock } of further)
    expect([owner?.unitId ?? officeId, reportsStock]).toEqual([officeId, false])
  expect(await large.db.orgUnit.count()).toBe(13)
  await Promise.all([small.close(), large.close()])
})

describe('whatever the day on which it starts', () => {
  test.each(['2026-11-22', '2026-11-23', '2027-01-01', '2026-10-05', '2028-02-29'])(
    'on %s li still owes the report of the supermarket, and others handed in',
    async (anchor) => {
      const { db, close } = await demoOf(anchor, 200)
      const period = lastFinished('week', day(anchor)).id
      const entries = await db.complianceEntry.findMany({ where: { period }, include: { customer: true } })
      const { state } = entries.find(({ customer }) => customer.name === '华联超市')!
      expect(['due', 'missed']).toContain(state)
      const handedIn = await db.stockReport.count({ where: { period } })
      expect(handedIn).toBeGreaterThan(entries.length / 2)
      const later = { gte: dateOf(at(day(anchor), '00:00', zone)) }
      expect(
        await db.stockReport.count({ where: { OR: [{ submittedAt: later }, { reviewedAt: later }] } }),
      ).toBe(0)
      expect(await db.contract.count({ where: { submittedAt: later } })).toBe(0)
      await close()
    },
  )
})
