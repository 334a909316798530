import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../../src/crm/context.ts'
import { Refusal } from '../../../src/crm/refusal.ts'
import { acceptReport, returnReport } from '../../../src/crm/stock/review-report.ts'
import { submitReport } from '../../../src/crm/stock/submit-report.ts'
import { takeBackReport } from '../../../src/crm/stock/take-back-report.ts'
import { cases, type SmallCompany, smallCompany } from './small-company.ts'

let company: SmallCompany
beforeAll(async () => {
  company = await smallCompany()
})
afterAll(() => company.close())
beforeEach(async () => {
  await company.db.stockReport.deleteMany()
})

const line = { product: 'P001', opening: cases(20), received: cases(30), closing: cases(12) }
const ref = { customer: 'KH000001', period: '2026-W47' }
const hand = async (who = 'li') => submitReport(await company.as(who), { ...ref, lines: [line] })
const stored = () => company.db.stockReport.findFirstOrThrow({ include: { reviewedBy: true } })

const people = new Map<string, Ctx>()
type Act<T> = (ctx: Ctx) => Promise<T>

/** In one transaction, like every message; what is refused leaves nothing behind. */
async function inTransaction<T>(who: string, act: Act<T>): Promise<T> {
  const ctx = people.get(who) ?? (await company.as(who))
  people.set(who, ctx)
  return company.db.$transaction((db) => act({ ...ctx, db, owed: [], changed: new Set(), audited: [] }))
}

describe('review', () => {
  test('the info clerk accepts', async () => {
    await hand()
    const zhao = await company.as('zhao')
    await acceptReport(zhao, ref)
    expect(await stored()).toMatchObject({ state: 'accepted', reviewedBy: { code: 'zhao' } })
    expect([...zhao.changed]).toEqual(
      expect.arrayContaining([
        'report:KH000001:2026-W47',
        'reports:EAST:2026-W47',
        'stock:KH000001',
        'customer:KH000001',
      ]),
    )
  })

  test('a returned report goes back to whoever handed it in and to the owner, with the reason', async () => {
    await hand('gao')
    const zhao = await company.as('zhao')
    await returnReport(zhao, { ...ref, reason: '期末不对' })
    expect(await stored()).toMatchObject({ state: 'returned', reason: '期末不对' })
    const members = await company.db.member.findMany({ where: { id: { in: zhao.owed[0]!.to } } })
    expect(members.map(({ code }) => code).sort()).toEqual(['gao', 'li'])
  })

  test('the office head returns what is to leave the office, and accepts nothing', async () => {
    await hand()
    const wang = await company.as('wang')
    await expect(acceptReport(wang, ref)).rejects.toThrow('stock.not_reviewer')
    await returnReport(wang, { ...ref, reason: '少报了雪碧' })
    expect(await stored()).toMatchObject({ state: 'returned', reviewedBy: { code: 'wang' } })
  })

  test.each([
    ['the rep', 'li', 'stock.not_reviewer'],
    ['the unit manager', 'chen', 'stock.not_reviewer'],
    ['the info clerk of another unit', 'wu', 'customer.unknown'],
    ['a rep of another office', 'zhou', 'customer.unknown'],
  ])('not by %s', async (_, who, code) => {
    await hand()
    await expect(acceptReport(await company.as(who), ref)).rejects.toThrow(code)
    await expect(returnReport(await company.as(who), { ...ref, reason: '不对' })).rejects.toThrow(code)
    expect(await stored()).toMatchObject({ state: 'submitted' })
  })

  test('nobody reviews what they handed in themselves', async () => {
    await hand('wang')
    await expect(returnReport(await company.as('wang'), { ...ref, reason: '不对' })).rejects.toThrow(
      'stock.not_reviewer',
    )
  })

  test('the second is told who decided and when', async () => {
    await hand()
    await acceptReport(await company.as('zhao', '2026-11-24T10:02+08:00'), ref)
    const second = acceptReport(await company.as('qian', '2026-11-24T10:03+08:00'), ref)
    await expect(second).rejects.toMatchObject({
      code: 'stock.already_accepted',
      words: {
        zh: '这份周报已由赵敏于10:02接收。',
        en: 'This report was already accepted by Zhao at 10:02.',
      },
    })
    const nextDay = returnReport(await company.as('qian', '2026-11-25T09:00+08:00'), {
      ...ref,
      reason: '不对',
    })
    await expect(nextDay).rejects.toMatchObject({
      words: { zh: '这份周报已由赵敏于11月24日 周二 10:02接收。' },
    })
  })

  test('without a week the oldest that waits is meant; of a customer without any, it says so', async () => {
    await submitReport(await company.as('li'), { ...ref, period: '2026-W46', lines: [line] })
    const usual = { product: 'P001', received: cases(5), closing: cases(4) }
    await submitReport(await company.as('li'), { ...ref, lines: [usual] })
    expect(await acceptReport(await company.as('zhao'), { customer: 'KH000001' })).toBe(
      'report:KH000001:2026-W46',
    )
    expect(await acceptReport(await company.as('zhao'), { customer: 'KH000001' })).toBe(
      'report:KH000001:2026-W47',
    )
    await expect(acceptReport(await company.as('zhao'), { customer: 'KH000003' })).rejects.toThrow(
      'stock.no_report',
    )
  })
})

describe('several people at once', () => {
  const presses = fc.shuffledSubarray(
    [
      ['zhao', 'accept'],
      ['qian', 'accept'],
      ['zhao', 'return'],
      ['wang', 'return'],
      ['qian', 'return'],
    ] as [who: string, action: 'accept' | 'return'][],
    { minLength: 2 },
  )

  test('1,000 rounds: one winner each, every other is told who decided', async () => {
    await hand()
    await fc.assert(
      fc.asyncProperty(presses, async (pressed) => {
        await company.db.stockReport.updateMany({
          data: { state: 'submitted', reviewedById: null, reviewedAt: null, reason: null },
        })
        const outcomes = await Promise.allSettled(
          pressed.map(([who, action]) =>
            inTransaction(who, (ctx) =>
              action === 'accept' ? acceptReport(ctx, ref) : returnReport(ctx, { ...ref, reason: '不对' }),
            ),
          ),
        )
        const won = pressed.filter((_, i) => outcomes[i]!.status === 'fulfilled')
        expect(won).toHaveLength(1)
        const { state, reviewedBy } = await stored()
        expect([reviewedBy!.code, state]).toEqual([
          won[0]![0],
          won[0]![1] === 'accept' ? 'accepted' : 'returned',
        ])
        for (const outcome of outcomes.filter(({ status }) => status === 'rejected')) {
          const { reason } = outcome as PromiseRejectedResult
          expect(reason).toBeInstanceOf(Refusal)
          expect((reason as Refusal).words.zh).toContain(`由${reviewedBy!.name}于10:00`)
        }
      }),
      { numRuns: 1000 },
    )
  }, 120_000)

  const steps = fc.array(fc.constantFrom('submit', 'accept', 'return', 'take back'), {
    minLength: 1,
    maxLength: 12,
  })
  const follows: Record<string, string[]> = {
    none: ['submitted'],
    submitted: ['submitted', 'accepted', 'returned', 'none'],
    returned: ['submitted'],
    accepted: ['submitted'],
  }

  test('no order of steps leads to a state that may not follow, and a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        await company.db.stockReport.deleteMany()
        let before = 'none'
        for (const [i, step] of taken.entries()) {
          const refused = await take(step, i).then(
            () => false,
            (error) => error instanceof Refusal || Promise.reject(error),
          )
          const after = (await company.db.stockReport.findFirst())?.state ?? 'none'
          if (refused) expect(after).toBe(before)
          else if (step !== 'take back') expect(follows[before]).toContain(after)
          before = after
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  const take = (step: string, i: number) => {
    if (step === 'accept') return inTransaction('zhao', (ctx) => acceptReport(ctx, ref))
    if (step === 'return')
      return inTransaction('zhao', (ctx) => returnReport(ctx, { ...ref, reason: '不对' }))
    if (step === 'take back')
      return inTransaction('li', (ctx) => takeBackReport(ctx, 'report:KH000001:2026-W47'))
    const lines = [{ ...line, closing: cases(i) }]
    return inTransaction('li', (ctx) => submitReport(ctx, { ...ref, lines }))
  }
})
