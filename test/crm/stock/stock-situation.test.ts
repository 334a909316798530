import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stockSituation } from '../../../src/crm/stock/stock-situation.ts'
import { submitReport } from '../../../src/crm/stock/submit-report.ts'
import { acceptedWeeks, cases, type SmallCompany, smallCompany } from './small-company.ts'

let company: SmallCompany
beforeEach(async () => {
  company = await smallCompany()
})
afterEach(() => company.close())

const contract = (volumes: Record<number, number>, state = 'approved') =>
  company.db.contract.create({
    data: {
      number: 'HT-2026-0001',
      customerId: company.ids.hualian,
      year: 2026,
      state,
      submittedById: 2,
      lines: {
        create: Object.entries(volumes).map(([id, volume]) => ({
          productId: Number(id),
          volume: volume * 24,
          months: '[]',
        })),
      },
    },
  })
const situation = async (by?: 'handed_in') => stockSituation(await company.as('li'), company.ids.hualian, by)

describe('the stock of a customer', () => {
  test('is not known before a report was accepted', async () => {
    expect(await situation()).toMatchObject({ report: null, products: [], days: null, trend: [] })
  })

  test('is what was counted last; what waits for its review is said and not counted', async () => {
    await acceptedWeeks(company, company.ids.hualian, company.products.cola, { '2026-W46': [10, 30, 20] })
    const line = { product: 'P001', received: cases(30), closing: cases(12), inTransit: cases(5) }
    await submitReport(await company.as('li'), { customer: 'KH000001', lines: [line] })
    const accepted = await situation()
    expect(accepted.report?.period.id).toBe('2026-W46')
    expect(accepted.waiting?.id).toBe('2026-W47')
    expect(accepted.products).toMatchObject([{ onHand: 480, inTransit: 0, weekOpening: 240 }])
    const handedIn = await situation('handed_in')
    expect(handedIn).toMatchObject({ report: { state: 'submitted' }, waiting: null })
    expect(handedIn.products).toMatchObject([{ onHand: 288, inTransit: 120, weekOpening: 480 }])
  })

  test('the month began with the last closing before it', async () => {
    await acceptedWeeks(company, company.ids.hualian, company.products.cola, {
      '2026-W43': [50, 0, 40], // ends on 25 October
      '2026-W44': [40, 0, 35], // ends on 1 November
      '2026-W47': [35, 0, 20],
    })
    expect((await situation()).products).toMatchObject([{ monthOpening: 40 * 24 }])
  })

  test('a product that was left out of the last report is shown as it was counted before', async () => {
    await acceptedWeeks(company, company.ids.hualian, company.products.cola, {
      '2026-W46': [10, 30, 20],
      '2026-W47': [20, 0, 15],
    })
    await acceptedWeeks(company, company.ids.hualian, company.products.sprite, { '2026-W46': [5, 10, 8] })
    const { products } = await situation()
    expect(products.map(({ product, period, onHand }) => [product.name, period.id, onHand / 24])).toEqual([
      ['可乐', '2026-W47', 15],
      ['雪碧', '2026-W46', 8],
    ])
  })

  test('the trend is in cases, the oldest week first', async () => {
    await acceptedWeeks(company, company.ids.hualian, company.products.cola, {
      '2026-W46': [10, 30, 20],
      '2026-W47': [20, 0, 15],
    })
    const { trend } = await situation()
    expect(trend.map(({ period, closing, netShipment }) => [period.id, closing, netShipment])).toEqual([
      ['2026-W46', 20, 20],
      ['2026-W47', 15, 5],
    ])
  })
})

describe('days of stock', () => {
  const { cola, sprite } = { cola: 1, sprite: 2 }
  beforeEach(async () => {
    await acceptedWeeks(company, company.ids.hualian, cola, {
      '2026-W46': [10, 30, 20],
      '2026-W47': [20, 15, 21],
    })
    await acceptedWeeks(company, company.ids.hualian, sprite, {
      '2026-W46': [5, 10, 8],
      '2026-W47': [8, 10, 10],
    })
  })
  const days = async () => {
    const { days, basis, products } = await situation()
    return { days, basis, products: products.map(({ days, rate, order }) => [days, rate?.basis, order / 24]) }
  }

  test('by the approved contract of the year, by product and in all', async () => {
    await contract({ [cola]: 730, [sprite]: 365 })
    // 21 cases at 2 a day, 10 at 1 a day; the target is 21 days.
    expect(await days()).toEqual({
      days: 31 / 3,
      basis: 'contract',
      products: [
        [10.5, 'contract', 21],
        [10, 'contract', 11],
      ],
    })
  })

  test('a contract that is not approved is none: then by what left in the weeks reported', async () => {
    await contract({ [cola]: 730 }, 'in_review')
    // Cola: 20 and 14 cases left in two weeks, sprite 7 and 8.
    const all = (21 + 10) / (34 / 14 + 15 / 14)
    expect(await days()).toMatchObject({
      basis: 'shipments',
      products: [
        [(21 * 14) / 34, 'shipments', 30],
        [(10 * 14) / 15, 'shipments', 13],
      ],
    })
    expect((await days()).days).toBeCloseTo(all, 9)
  })

  test('a product outside the contract is judged by what left, and kept out of the total', async () => {
    await contract({ [cola]: 730 })
    expect(await days()).toMatchObject({
      days: 10.5,
      basis: 'contract',
      products: [
        [10.5, 'contract', 21],
        [(10 * 14) / 15, 'shipments', 13],
      ],
    })
  })

  test('only the last eight weeks count', async () => {
    await acceptedWeeks(company, company.ids.hualian, cola, {
      '2026-W39': [999, 0, 0],
      '2026-W40': [20, 0, 12],
    })
    const { products } = await situation()
    // W40 is the eighth week back: 8 cases more, one week more; W39 is beyond.
    expect(products[0]!.rate).toEqual({ volume: (34 + 8) * 24, days: 21, basis: 'shipments' })
  })
})
