import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Act,
  type Approval,
  approvalAfter,
  type ContractState,
  isLegal,
  type StepState,
  transitions,
} from '../../../src/crm/contracts/approval.ts'

const drafted: Approval = { state: 'draft', round: 1, steps: [] }
const never = () => false
const walk = (acts: Act[], from = drafted) =>
  acts.reduce<Approval | null>((approval, act) => approval && approvalAfter(approval, act, never), from)

const acts: Act[] = ['edit', 'submit', 'approve', 'return', 'reject', 'hand_over', 'withdraw']
const someAct = fc.constantFrom(...acts)

describe('the four steps', () => {
  test('a step opens when the one before it is approved', () => {
    expect(walk(['submit'])!.steps).toEqual(['open', 'waiting', 'waiting', 'waiting'])
    expect(walk(['submit', 'approve'])!.steps).toEqual(['approved', 'open', 'waiting', 'waiting'])
  })

  test('the fourth approval settles the contract', () => {
    const approved = walk(['submit', 'approve', 'approve', 'approve', 'approve'])!
    expect(approved).toEqual({ state: 'approved', round: 1, steps: Array(4).fill('approved') })
  })

  test('a returned contract starts the next round with all four steps', () => {
    const returned = walk(['submit', 'approve', 'return'])!
    expect(returned).toEqual({
      state: 'returned',
      round: 1,
      steps: ['approved', 'returned', 'skipped', 'skipped'],
    })
    expect(approvalAfter(returned, 'submit', never)).toEqual({
      state: 'in_review',
      round: 2,
      steps: ['open', 'waiting', 'waiting', 'waiting'],
    })
  })

  test('a step that only its last decider could decide is passed over', () => {
    const [first] = [walk(['submit'])!]
    expect(approvalAfter(first, 'approve', (position) => position === 1)!.steps).toEqual([
      'approved',
      'skipped',
      'open',
      'waiting',
    ])
    expect(approvalAfter(first, 'approve', () => true)).toEqual({
      state: 'approved',
      round: 1,
      steps: ['approved', 'skipped', 'skipped', 'skipped'],
    })
  })

  test.each(['approved', 'rejected', 'withdrawn'] as const)('nothing leads out of %s', (state) => {
    for (const act of acts) expect(isLegal(state, act)).toBe(false)
  })
})

describe('5,000 random orders of presses', () => {
  /** What several people press, some on cards that are long out of date: each press says what its presser saw. */
  const presses = fc.array(fc.record({ act: someAct, by: fc.nat(5), skips: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })

  test('no transition that the table does not have, and one winner for each step', () => {
    fc.assert(
      fc.property(presses, (order) => {
        let approval = drafted
        const winners = new Map<string, number>()
        for (const { act, by, skips } of order) {
          const next = approvalAfter(approval, act, () => skips)
          expect(next !== null).toBe(isLegal(approval.state, act))
          if (!next) continue
          expectLegal(approval, act, next)
          noteWinner(winners, approval, act, by)
          approval = next
        }
      }),
      { numRuns: 5000 },
    )
  })
})

function expectLegal(before: Approval, act: Act, next: Approval): void {
  const leadsTo: (ContractState | undefined)[] = [transitions[before.state][act]]
  if (act === 'approve') leadsTo.push('approved')
  expect(leadsTo).toContain(next.state)
  expect(next.round).toBe(before.state === 'returned' && act === 'submit' ? before.round + 1 : before.round)
  const count = (state: StepState) => next.steps.filter((step) => step === state).length
  expect(count('open')).toBe(next.state === 'in_review' ? 1 : 0)
  if (next.state === 'approved') expect(count('approved') + count('skipped')).toBe(4)
  if (next.state !== 'in_review') expect(count('waiting')).toBe(0)
  expect(next.steps.slice(next.steps.indexOf('open') + 1).includes('approved')).toBe(
    !next.steps.includes('open') && next.steps.includes('approved'),
  )
}

/** A step is decided once: a second decision on the same step of the same round would be a second winner. */
function noteWinner(winners: Map<string, number>, { round, steps }: Approval, act: Act, by: number): void {
  if (act !== 'approve' && act !== 'return' && act !== 'reject') return
  const step = `${round}:${steps.indexOf('open')}`
  expect(winners.has(step)).toBe(false)
  winners.set(step, by)
}
