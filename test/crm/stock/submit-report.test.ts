import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expectReports } from '../../../src/crm/stock/expect-reports.ts'
import { draftReport } from '../../../src/crm/stock/report-draft.ts'
import { acceptReport, returnReport } from '../../../src/crm/stock/review-report.ts'
import { submitReport } from '../../../src/crm/stock/submit-report.ts'
import { takeBackReport } from '../../../src/crm/stock/take-back-report.ts'
import { periodOf } from '../../../src/lib/period.ts'
import { acceptedWeeks, cases, monday, type SmallCompany, smallCompany, tuesday } from './small-company.ts'

let company: SmallCompany
beforeEach(async () => {
  company = await smallCompany()
  await acceptedWeeks(company, company.ids.hualian, company.products.cola, { '2026-W46': [10, 30, 20] })
  await acceptedWeeks(company, company.ids.hualian, company.products.sprite, { '2026-W46': [5, 10, 8] })
  await expectReports(company.db, periodOf('2026-W47')!, 'Asia/Shanghai')
})
afterEach(() => company.close())

const cola = { product: 'P001', received: cases(30), closing: cases(12) }
const report = (lines: object[], more = {}) => ({
  customer: 'KH000001',
  lines: lines as [typeof cola],
  ...more,
})

const stored = async (period = '2026-W47') =>
  company.db.stockReport.findUniqueOrThrow({
    where: { customerId_period: { customerId: company.ids.hualian, period } },
    include: { lines: { include: { product: true } } },
  })
const ledger = async (customerId = company.ids.hualian) =>
  company.db.complianceEntry.findUniqueOrThrow({
    where: { customerId_period: { customerId, period: '2026-W47' } },
  })

describe('handing in', () => {
  test('opens with the last closing, and stores only what was said', async () => {
    const li = await company.as('li', monday)
    expect(await submitReport(li, report([cola]))).toBe('report:KH000001:2026-W47')
    const { state, lines } = await stored()
    expect(state).toBe('submitted')
    expect(lines).toMatchObject([{ product: { code: 'P001' }, opening: 480, received: 720, closing: 288 }])
    expect(await ledger()).toMatchObject({ state: 'submitted' })
  })

  test('after the deadline is late', async () => {
    await submitReport(await company.as('li', tuesday), report([cola]))
    expect(await ledger()).toMatchObject({ state: 'late' })
  })

  test('is about the last finished week until that is in, then about the running one', async () => {
    const li = await company.as('li')
    expect((await draftReport(li, report([cola]))).period.id).toBe('2026-W47')
    await submitReport(li, report([cola]))
    expect((await draftReport(li, report([cola]))).period.id).toBe('2026-W48')
    await returnReport(await company.as('zhao'), { customer: 'KH000001', reason: '期末不对' })
    expect((await draftReport(li, report([cola]))).period.id).toBe('2026-W47')
  })

  test('names the products that belong on the report and were not counted', async () => {
    const { unreported } = await draftReport(await company.as('li'), report([cola]))
    expect(unreported.map(({ name }) => name)).toEqual(['雪碧'])
  })

  test.each([
    ['no closing', [{ product: 'P001', received: cases(3) }], 'p_P001', '可乐还差期末库存'],
    ['no opening in a first report', [{ product: 'P003', closing: cases(3) }], 'p_P003', '芬达第一次上报'],
    ['a part of a bottle', [{ ...cola, closing: cases(1.3) }], 'p_P001', '不是整瓶数'],
    ['less than nothing', [{ ...cola, received: cases(-3) }], 'p_P001', '不能小于零'],
    ['a figure twice', [cola, { product: 'P001', closing: cases(13) }], 'p_P001', '写了两次'],
  ])('%s is asked for beside its field', async (_, lines, field, words) => {
    const refused = submitReport(await company.as('li'), report(lines))
    await expect(refused).rejects.toMatchObject({
      fields: { [field]: { zh: expect.stringContaining(words) } },
    })
    expect(await company.db.stockReport.count({ where: { period: '2026-W47' } })).toBe(0)
  })

  test('an unknown product, a week that has not begun and what is no week are refused', async () => {
    const li = await company.as('li')
    await expect(submitReport(li, report([{ ...cola, product: 'P999' }]))).rejects.toThrow('product.unknown')
    await expect(submitReport(li, report([cola], { period: '2026-W49' }))).rejects.toThrow(
      'stock.future_week',
    )
    await expect(submitReport(li, report([cola], { period: '2026-11' }))).rejects.toThrow('stock.no_week')
    await expect(submitReport(li, report([]))).rejects.toThrow('stock.empty')
  })
})

describe('unusual figures', () => {
  test('are not sent without an explanation, and go with one', async () => {
    const li = await company.as('li')
    const wrong = { product: 'P001', opening: cases(10), closing: cases(12) }
    await expect(submitReport(li, report([wrong]))).rejects.toMatchObject({
      code: 'stock.challenged',
      fields: {
        p_P001: { zh: expect.stringMatching(/净出货是 -2箱.*期初 10箱，和上期期末 20箱 不一致/) },
        explanation: { zh: expect.stringContaining('说明') },
      },
    })
    await submitReport(li, report([wrong], { explanation: '上周漏盘' }))
    expect(await stored()).toMatchObject({ explanation: '上周漏盘' })
  })

  test('a new one needs an explanation of its own', async () => {
    const li = await company.as('li')
    await submitReport(li, report([{ ...cola, opening: cases(10) }], { explanation: '上周漏盘' }))
    const more = { product: 'P002', opening: cases(1), closing: cases(1) }
    await expect(submitReport(li, report([more], { period: '2026-W47' }))).rejects.toThrow('stock.challenged')
    const usual = { product: 'P002', closing: cases(1) }
    await submitReport(li, report([usual], { period: '2026-W47' }))
    expect(await stored()).toMatchObject({ version: 2, explanation: '上周漏盘' })
  })
})

describe('handing in again', () => {
  test('changes what is said anew and keeps the rest, and both versions', async () => {
    await submitReport(await company.as('li'), report([cola, { product: 'P002', closing: cases(3) }]))
    await acceptReport(await company.as('zhao'), { customer: 'KH000001' })
    const li = await company.as('li')
    await submitReport(li, report([{ product: 'P001', closing: cases(15) }], { period: '2026-W47' }))
    const { state, version, earlier, lines, reviewedById } = await stored()
    expect({ state, version, reviewedById }).toEqual({ state: 'submitted', version: 2, reviewedById: null })
    expect(lines.map(({ received, closing }) => [received, closing])).toEqual([
      [720, 360],
      [0, 72],
    ])
    expect(JSON.parse(earlier)).toMatchObject([
      { version: 1, state: 'accepted', lines: [{ closing: 288 }, { closing: 72 }] },
    ])
    expect(li.audited).toMatchObject([
      {
        action: 'stock.corrected',
        detail: { replaces: { version: 1, lines: [{ closing: 288 }, { closing: 72 }] } },
      },
    ])
  })

  test('the same figures are not handed in twice', async () => {
    const li = await company.as('li')
    await submitReport(li, report([cola]))
    await expect(submitReport(li, report([cola], { period: '2026-W47' }))).rejects.toThrow('stock.same')
    expect(await stored()).toMatchObject({ version: 1 })
  })

  test('does not make a report late that was in on time', async () => {
    await submitReport(await company.as('li', monday), report([cola]))
    await returnReport(await company.as('zhao'), { customer: 'KH000001', reason: '期末不对' })
    await submitReport(await company.as('li', tuesday), report([{ ...cola, closing: cases(15) }]))
    expect(await ledger()).toMatchObject({ state: 'submitted' })
  })

  test('a closing that was corrected is the next opening', async () => {
    const li = await company.as('li')
    await submitReport(li, report([cola]))
    await submitReport(li, report([{ product: 'P001', closing: cases(15) }], { period: '2026-W47' }))
    const next = await draftReport(
      li,
      report([{ product: 'P001', closing: cases(9) }], { period: '2026-W48' }),
    )
    expect(next.lines[0]!.figures.opening).toBe(360)
  })
})

describe('taking back', () => {
  test('leaves the report owed again', async () => {
    const li = await company.as('li', monday)
    await takeBackReport(li, await submitReport(li, report([cola])))
    expect(await company.db.stockReport.count({ where: { period: '2026-W47' } })).toBe(0)
    expect(await ledger()).toMatchObject({ state: 'due', submittedAt: null })
  })

  test('restores the accepted version of a correction', async () => {
    const li = await company.as('li', monday)
    await submitReport(li, report([cola]))
    await acceptReport(await company.as('zhao'), { customer: 'KH000001' })
    const before = await stored()
    await takeBackReport(
      li,
      await submitReport(li, report([{ product: 'P001', closing: cases(15) }], { period: '2026-W47' })),
    )
    const { lines, ...after } = await stored()
    expect(after).toEqual({ ...before, lines: undefined })
    expect(lines.map(({ closing }) => closing)).toEqual([288])
    expect(await ledger()).toMatchObject({ state: 'submitted' })
  })

  test('is too late once it was reviewed, and not for others', async () => {
    const li = await company.as('li')
    const subject = await submitReport(li, report([cola]))
    await expect(takeBackReport(await company.as('wang'), subject)).rejects.toThrow('stock.too_late')
    await acceptReport(await company.as('zhao'), { customer: 'KH000001' })
    await expect(takeBackReport(li, subject)).rejects.toThrow('stock.too_late')
  })
})

describe('who may', () => {
  test.each([
    ['the owner', 'li', true],
    ['the team lead', 'gao', true],
    ['the office head', 'wang', true],
  ])('report: %s', async (_, who) => {
    expect(await submitReport(await company.as(who), report([cola]))).toBe('report:KH000001:2026-W47')
  })

  test.each([
    ['a colleague of the office', 'ma', 'customer.unknown'],
    ['a rep of another office', 'zhou', 'customer.unknown'],
    ['the info clerk', 'zhao', 'stock.not_yours'],
    ['the info clerk of another unit', 'wu', 'customer.unknown'],
    ['the unit manager', 'chen', 'stock.not_yours'],
  ])('not report: %s', async (_, who, code) => {
    await expect(submitReport(await company.as(who), report([cola]))).rejects.toThrow(code)
  })

  test('anyone of the office reports for the public pool', async () => {
    const lines = [{ ...cola, opening: cases(1) }]
    await submitReport(await company.as('ma'), { customer: 'KH000002', lines })
    expect(await ledger(company.ids.pool)).toMatchObject({ state: 'late' })
  })
})

describe('the info clerks', () => {
  const pool = { customer: 'KH000002', lines: [{ ...cola, opening: cases(1) }] }
  const clerks = async () => {
    const found = await company.db.member.findMany({
      where: { code: { in: ['zhao', 'qian'] } },
      orderBy: { id: 'asc' },
    })
    return found.map(({ id }) => id)
  }

  test('get one card for the week with its first report, which is redrawn by the others', async () => {
    const li = await company.as('li', monday)
    await submitReport(li, report([cola]))
    expect(li.owed).toEqual([{ subject: 'reports:EAST:2026-W47', to: await clerks() }])
    const ma = await company.as('ma', monday)
    await submitReport(ma, pool)
    expect(ma.owed).toEqual([])
    expect(ma.changed).toContain('reports:EAST:2026-W47')
  })

  test('who come to it late get it with the next report, once', async () => {
    await submitReport(await company.as('li', tuesday), report([cola]))
    const again = await company.as('li', tuesday)
    await submitReport(again, report([{ product: 'P001', closing: cases(15) }], { period: '2026-W47' }))
    expect(again.owed).toEqual([])
  })

  test('are told again of a late report once they had done all others, and not before the deadline', async () => {
    await submitReport(await company.as('li', monday), report([cola]))
    await acceptReport(await company.as('zhao', monday), { customer: 'KH000001' })
    const early = await company.as('li', monday)
    await submitReport(early, report([{ product: 'P001', closing: cases(15) }], { period: '2026-W47' }))
    expect(early.owed).toEqual([])
    await acceptReport(await company.as('zhao', monday), { customer: 'KH000001' })
    const late = await company.as('ma', tuesday)
    await submitReport(late, pool)
    expect(late.owed).toEqual([{ subject: 'reports:EAST:2026-W47', to: await clerks() }])
  })
})
