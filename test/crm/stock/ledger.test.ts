import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobCtx } from '../../../src/crm/command.ts'
import { defaultRules } from '../../../src/crm/rules.ts'
import { excuseReport } from '../../../src/crm/stock/excuse-report.ts'
import { expectReports } from '../../../src/crm/stock/expect-reports.ts'
import { missingView } from '../../../src/crm/stock/missing-view.ts'
import { owedReports } from '../../../src/crm/stock/owed-reports.ts'
import { expectWeeklyReports, missWeeklyReports } from '../../../src/crm/stock/report-jobs.ts'
import { acceptReport, returnReport } from '../../../src/crm/stock/review-report.ts'
import { stockTotals } from '../../../src/crm/stock/stock-totals.ts'
import { submitReport } from '../../../src/crm/stock/submit-report.ts'
import { periodOf } from '../../../src/lib/period.ts'
import { Temporal } from '../../../src/lib/time.ts'
import { acceptedWeeks, cases, monday, type SmallCompany, smallCompany, tuesday } from './small-company.ts'

let company: SmallCompany
beforeEach(async () => {
  company = await smallCompany()
})
afterEach(() => company.close())

const w47 = periodOf('2026-W47')!
const line = { product: 'P001', opening: cases(20), received: cases(30), closing: cases(12) }
const report = (customer: string, period?: string) => ({ customer, period, lines: [line] })
const jobCtx = (at: string): JobCtx => ({
  db: company.db,
  now: Temporal.Instant.from(at),
  rules: defaultRules,
  owed: [],
  changed: new Set(),
  audited: [],
})
const entries = async (period = '2026-W47') => {
  const rows = await company.db.complianceEntry.findMany({ where: { period }, include: { customer: true } })
  return Object.fromEntries(rows.map(({ customer, state }) => [customer.name, state]))
}

describe('what is expected', () => {
  test('as a week ends, one row for every customer that reports, whatever happened before', async () => {
    await company.db.customer.update({ where: { code: 'KH000003' }, data: { reportsStock: false } })
    await company.db.customer.update({ where: { code: 'KH000004' }, data: { registeredOn: '2026-11-23' } })
    await submitReport(await company.as('li', '2026-11-22T18:00+08:00'), report('KH000001', '2026-W47'))
    const ctx = jobCtx('2026-11-23T00:00+08:00')
    const at = (await expectWeeklyReports.next(ctx, Temporal.Instant.from('2026-11-18T12:00Z')))!
    expect(at.toString()).toBe('2026-11-22T16:00:00Z')
    await expectWeeklyReports.run(ctx, at)
    await expectWeeklyReports.run(ctx, at)
    expect(await entries()).toEqual({ 华联超市: 'submitted', 新世界: 'due' })
    expect(ctx.changed).toContain('reports:EAST:2026-W47')
  })

  test('is due on Monday at 13:00, and after a holiday on the next working day', async () => {
    await expectReports(company.db, w47, 'Asia/Shanghai')
    // The National Day holiday of 2026 lasts from 1 to 7 October; Monday the 5th is a day off.
    await expectReports(company.db, periodOf('2026-W40')!, 'Asia/Shanghai')
    const due = await company.db.complianceEntry.findMany({
      distinct: ['period'],
      orderBy: { period: 'asc' },
    })
    expect(due.map(({ dueAt }) => dueAt.toISOString())).toEqual([
      '2026-10-08T05:00:00.000Z',
      '2026-11-23T05:00:00.000Z',
    ])
  })

  test('every sales unit keeps its own clock', async () => {
    await company.db.orgUnit.update({ where: { code: 'WEST' }, data: { zone: 'Asia/Urumqi' } })
    const at = (await expectWeeklyReports.next(
      jobCtx(monday),
      Temporal.Instant.from('2026-11-22T16:00:00Z'),
    ))!
    expect(at.toString()).toBe('2026-11-22T18:00:00Z')
    await expectWeeklyReports.run(jobCtx(monday), at)
    const shudu = await company.db.complianceEntry.findFirstOrThrow({
      where: { customerId: company.ids.shudu },
    })
    expect(shudu.dueAt.toISOString()).toBe('2026-11-23T07:00:00.000Z')
  })

  test('at the deadline, and not before, what is not in is missed', async () => {
    await expectReports(company.db, w47, 'Asia/Shanghai')
    await submitReport(await company.as('li', monday), report('KH000001'))
    const deadline = (await missWeeklyReports.next(jobCtx(monday), Temporal.Instant.from(monday)))!
    expect(deadline.toString()).toBe('2026-11-23T05:00:00Z')
    await missWeeklyReports.run(jobCtx(monday), Temporal.Instant.from('2026-11-23T12:59:59+08:00'))
    expect(await entries()).toMatchObject({ 华联超市: 'submitted', 新世界: 'due' })
    await missWeeklyReports.run(jobCtx(tuesday), deadline)
    expect(await entries()).toEqual({
      华联超市: 'submitted',
      新世界: 'missed',
      家乐: 'missed',
      蜀都商贸: 'missed',
    })
    expect(await missWeeklyReports.next(jobCtx(tuesday), deadline)).toBeUndefined()
  })
})

describe('what is owed', () => {
  beforeEach(() => expectReports(company.db, w47, 'Asia/Shanghai'))
  const owed = async (scope: Parameters<typeof owedReports>[1], at = monday) =>
    (await owedReports(jobCtx(at), scope)).map(({ customer, state }) => `${customer.name} ${state}`)

  test('by owner, by office, by customer', async () => {
    const li = await company.db.member.findUniqueOrThrow({ where: { code: 'li' } })
    expect(await owed({ ownerId: li.id })).toEqual(['华联超市 due'])
    expect(await owed({ officeIds: [company.offices.pudong] })).toEqual(['华联超市 due', '新世界 due'])
    expect(await owed({ customerId: company.ids.jiale })).toEqual(['家乐 due'])
    expect(await owed({}, tuesday)).toEqual([
      '华联超市 missed',
      '新世界 missed',
      '家乐 missed',
      '蜀都商贸 missed',
    ])
  })

  test('a report that was handed in is not owed, one that was returned is owed again', async () => {
    await submitReport(await company.as('li'), report('KH000001'))
    expect(await owed({ customerId: company.ids.hualian })).toEqual([])
    await returnReport(await company.as('zhao'), { customer: 'KH000001', reason: '期末不对' })
    const [again] = await owedReports(jobCtx(tuesday), { customerId: company.ids.hualian })
    expect(again).toMatchObject({ state: 'returned', reason: '期末不对', item: 'report:KH000001:2026-W47' })
  })

  test('an excused report is not owed, and says who excused it and why', async () => {
    await excuseReport(await company.as('chen'), { customer: 'KH000001', reason: '店面装修停业' })
    expect(await owed({ customerId: company.ids.hualian })).toEqual([])
    const entry = await company.db.complianceEntry.findFirstOrThrow({ where: { state: 'excused' } })
    expect(entry).toMatchObject({
      customerId: company.ids.hualian,
      excusedBy: 'chen',
      reason: '店面装修停业',
    })
  })

  test('what is in, excused already or out of sight cannot be excused', async () => {
    const excuse = async (who: string) =>
      excuseReport(await company.as(who), { customer: 'KH000001', reason: '停业' })
    await expect(excuse('wu')).rejects.toThrow('customer.unknown')
    await submitReport(await company.as('li'), report('KH000001'))
    await expect(excuse('chen')).rejects.toThrow('stock.not_owed')
  })

  test('everyone sees the missing reports of their own, with how many are in', async () => {
    await submitReport(await company.as('li'), report('KH000001'))
    const view = async (who: string) => {
      const { missing, coverage } = await missingView(await company.as(who), undefined)
      return [missing.map(({ customer }) => customer.name), `${coverage.reported}/${coverage.expected}`]
    }
    expect(await view('li')).toEqual([['新世界'], '1/2'])
    expect(await view('zhou')).toEqual([['家乐'], '0/1'])
    expect(await view('zhao')).toEqual([['新世界', '家乐'], '1/3'])
    expect(await view('sun')).toEqual([['新世界', '家乐', '蜀都商贸'], '1/4'])
  })
})

describe('sums', () => {
  test('say their coverage: reported, estimated from the last period, unknown', async () => {
    await acceptedWeeks(company, company.ids.jiale, company.products.cola, { '2026-W46': [10, 20, 15] })
    await expectReports(company.db, w47, 'Asia/Shanghai')
    await submitReport(await company.as('li'), report('KH000001'))
    await excuseReport(await company.as('zhao'), { customer: 'KH000002', reason: '停业' })
    const totals = await stockTotals(company.db, { seenBy: (await company.as('zhao')).me }, w47)
    expect(totals).toEqual({
      received: 50,
      netShipment: 38 + 15,
      closing: 27,
      coverage: { expected: 3, reported: 1, estimated: 1, excused: 1 },
    })
  })

  test('leave out what was returned, and nothing is counted twice', async () => {
    await acceptedWeeks(company, company.ids.hualian, company.products.cola, { '2026-W46': [10, 20, 20] })
    await expectReports(company.db, w47, 'Asia/Shanghai')
    await submitReport(await company.as('li'), report('KH000001'))
    const sums = async () => {
      const { closing, coverage } = await stockTotals(
        company.db,
        { officeIds: [company.offices.pudong] },
        w47,
      )
      return [closing, coverage.reported, coverage.estimated]
    }
    expect(await sums()).toEqual([12, 1, 0])
    await returnReport(await company.as('zhao'), { customer: 'KH000001', reason: '不对' })
    expect(await sums()).toEqual([20, 0, 1])
    await submitReport(await company.as('li'), { ...report('KH000001'), explanation: '已核对' })
    await acceptReport(await company.as('zhao'), { customer: 'KH000001' })
    expect(await sums()).toEqual([12, 1, 0])
  })
})
