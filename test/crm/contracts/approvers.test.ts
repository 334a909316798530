import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Act,
  type Approval,
  approvalAfter,
  approvalSteps,
  isLegal,
} from '../../../src/crm/contracts/approval.ts'
import {
  type Approver,
  askedNow,
  decidersOf,
  escalatedTo,
  type Matter,
  onlyLastDecider,
  suitableFor,
} from '../../../src/crm/contracts/approvers.ts'
import type { Role } from '../../../src/crm/people/roles.ts'

const [office, salesUnit, headOffice] = [3, 2, 1]
const places = { office, salesUnit, headOffice }
const unitOf: Partial<Record<Role, number>> = { office_head: office, sales_admin: headOffice }

const person = (id: number, role: Role, more: Partial<Approver> = {}): Approver => ({
  ...{ id, code: `p${id}`, name: `p${id}`, nameEn: `p${id}`, role, unitId: unitOf[role] ?? salesUnit },
  ...{ left: false, successorId: null, standInId: null, onLeave: false },
  ...more,
})

const [li, wang, zhao, chen, sun] = [1, 2, 3, 4, 5]
const everyone = [
  person(wang, 'office_head'),
  person(zhao, 'info_clerk'),
  person(chen, 'unit_manager'),
  person(sun, 'sales_admin'),
]
const without = (...ids: number[]) => everyone.filter(({ id }) => !ids.includes(id))

const matter = (role: Matter['role'], more: Partial<Matter> = {}): Matter => ({
  ...{ role, places, submitterId: li, assignedToId: null, lastDeciderId: null, escalated: false },
  ...more,
})
const ids = (approvers: Approver[], about: Matter) =>
  decidersOf(approvers, about).map(({ memberId }) => memberId)

describe('who may decide', () => {
  test.each([
    ['office_head', wang],
    ['info_clerk', zhao],
    ['unit_manager', chen],
    ['sales_admin', sun],
  ] as const)('%s: whoever holds the role for the customer', (role, expected) => {
    expect(ids(everyone, matter(role))).toEqual([expected])
  })

  test('the head of another office does not count', () => {
    expect(
      ids([...without(wang), person(wang, 'office_head', { unitId: 9 })], matter('office_head')),
    ).toEqual([chen])
  })

  test('where the office has no head, the unit manager decides; where there is none either, head office', () => {
    expect(ids(without(wang), matter('office_head'))).toEqual([chen])
    expect(ids(without(wang, chen), matter('office_head'))).toEqual([sun])
  })

  test('nobody decides on their own contract: it goes to the next level', () => {
    expect(ids(everyone, matter('office_head', { submitterId: wang }))).toEqual([chen])
  })

  test('nor in another’s name: a stand-in who submitted the contract does not count', () => {
    const away = [...without(wang), person(wang, 'office_head', { onLeave: true, standInId: li })]
    expect(ids(away, matter('office_head'))).toEqual([wang])
  })

  test('whoever decided the step before does not decide the next: a second press decides nothing', () => {
    expect(ids(everyone, matter('info_clerk', { lastDeciderId: zhao, assignedToId: zhao }))).toEqual([chen])
  })

  test('a stand-in decides for the one on leave, who may still do it alone', () => {
    const away = [...without(wang), person(wang, 'office_head', { onLeave: true, standInId: 7 })]
    expect(decidersOf(away, matter('office_head'))).toEqual([
      { memberId: wang, onBehalfOfId: null },
      { memberId: 7, onBehalfOfId: wang },
    ])
    expect(askedNow(away, decidersOf(away, matter('office_head')))).toEqual([7])
  })

  test('a named person decides alone; once it is overdue, the next level, too', () => {
    const handed = matter('office_head', { assignedToId: zhao })
    expect(ids(everyone, handed)).toEqual([zhao])
    expect(ids(everyone, { ...handed, escalated: true })).toEqual([zhao, chen])
  })

  test('what was handed to someone who left goes to their successor', () => {
    const left = person(8, 'office_head', { left: true, successorId: 9, unitId: office })
    expect(ids([...everyone, left], matter('office_head', { assignedToId: 8 }))).toEqual([9])
    expect(
      ids([...everyone, { ...left, successorId: null }], matter('office_head', { assignedToId: 8 })),
    ).toEqual([wang])
  })

  test('the successor of the only office head decides in their place', () => {
    const left = person(wang, 'office_head', { left: true, successorId: 9 })
    expect(ids([...without(wang), left], matter('office_head'))).toEqual([9])
  })

  test('it is escalated one level up, past those who are asked already, and not beyond head office', () => {
    expect(escalatedTo(everyone, matter('info_clerk')).map(({ memberId }) => memberId)).toEqual([chen])
    expect(escalatedTo(without(wang), matter('office_head')).map(({ memberId }) => memberId)).toEqual([sun])
    expect(escalatedTo(everyone, matter('sales_admin'))).toEqual([])
  })

  test('a step whose only decider has just decided is skipped; one that someone else can decide is not', () => {
    expect(onlyLastDecider(everyone, matter('unit_manager', { lastDeciderId: chen }))).toBe(true)
    expect(onlyLastDecider(everyone, matter('unit_manager', { lastDeciderId: zhao }))).toBe(false)
    const two = [...everyone, person(6, 'unit_manager')]
    expect(onlyLastDecider(two, matter('unit_manager', { lastDeciderId: chen }))).toBe(false)
    expect(onlyLastDecider([], matter('sales_admin', { lastDeciderId: sun }))).toBe(false)
  })

  test('it can be handed to the same role within the sales unit, or upwards', () => {
    const more = [
      ...everyone,
      person(6, 'office_head', { unitId: 4 }),
      person(8, 'office_head', { unitId: 99 }),
    ]
    expect(suitableFor(more, matter('office_head'), [office, 4])).toEqual([wang, chen, sun, 6])
    expect(suitableFor(more, matter('unit_manager'), [office, 4])).toEqual([chen, sun])
  })
})

describe('5,000 random orders of presses, with whatever staff there is', () => {
  const someone = fc.nat(8)
  const staff = fc.uniqueArray(
    fc.record({
      id: someone,
      role: fc.constantFrom(...approvalSteps),
      left: fc.boolean(),
      successorId: fc.option(someone),
      standInId: fc.option(someone),
      onLeave: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  const press = fc.record({
    by: someone,
    act: fc.constantFrom<Act>('submit', 'approve', 'approve', 'approve', 'return', 'reject', 'withdraw'),
    escalated: fc.boolean(),
  })

  test('each step has one winner, who was allowed to, did not submit it, and did not decide the step before', () => {
    fc.assert(
      fc.property(staff, someone, fc.array(press, { maxLength: 60 }), (people, submitterId, presses) => {
        const approvers = people.map(({ role, ...rest }) => person(rest.id, role, rest))
        let approval: Approval = { state: 'draft', round: 1, steps: [] }
        let winners: { step: string; by: number }[] = []
        for (const { by, act, escalated } of presses) {
          const open = approval.steps.indexOf('open')
          const lastDeciderId = winners.at(-1)?.by ?? null
          const about = matter(approvalSteps[Math.max(open, 0)]!, { submitterId, lastDeciderId, escalated })
          const decides = act === 'approve' || act === 'return' || act === 'reject'
          if (decides && !ids(approvers, about).includes(by)) continue
          const skips = (position: number) =>
            onlyLastDecider(approvers, matter(approvalSteps[position]!, { submitterId, lastDeciderId: by }))
          const next = approvalAfter(approval, act, skips)
          expect(next !== null).toBe(isLegal(approval.state, act))
          if (!next) continue
          if (decides) {
            const step = `${approval.round}:${open}`
            expect(winners.map((one) => one.step)).not.toContain(step)
            expect(by).not.toBe(submitterId)
            expect(by).not.toBe(lastDeciderId)
            winners.push({ step, by })
          }
          if (act === 'submit') winners = []
          approval = next
        }
      }),
      { numRuns: 5000 },
    )
  })
})
