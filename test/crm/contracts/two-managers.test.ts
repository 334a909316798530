import { afterAll, beforeAll, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import type { Ctx } from '../../../src/crm/context.ts'
import { contracts } from '../../../src/crm/contracts/commands.ts'
import { contractByNumber } from '../../../src/crm/contracts/contract-by-number.ts'
import { decide } from '../../../src/crm/contracts/decide-contract.ts'
import { refusalOf } from '../../support/field-office.ts'
import { type SigningSeason, signingSeason } from './signing-season.ts'

const rounds = 1000
const subject = 'HT-2026-0001'
const deciders = ['wang', 'gao'] as const

let t: SigningSeason
beforeAll(async () => {
  t = await signingSeason()
  await t.member({ code: 'gao', name: '高山', role: 'office_head', unitId: 3 })
  await t.submitted()
})
afterAll(() => t.close())

/** The contract as it was when it was handed in. */
async function handedInAgain() {
  await t.db.$executeRaw`UPDATE Contract SET state = 'in_review', decidedAt = NULL`
  await t.db.$executeRaw`UPDATE ContractStep SET state = iif(position = 1, 'open', 'waiting'),
    openedAt = (SELECT submittedAt FROM Contract), decidedById = NULL, decidedAt = NULL, reason = NULL`
}

const acts = ['approve', 'return', 'reject'] as const

const press = (ctx: Ctx, act: (typeof acts)[number]) =>
  t.db.$transaction((tx) => {
    const { run, input } = contracts.commands.find(({ name }) => name === `approval.${act}`)!
    return run({ ...ctx, db: tx }, input.parse({ subject, reason: '数量不符' }))
  })

test('two office heads press at once, 1,000 times: one winner, and the other is told who it was', async () => {
  const [wang, gao] = await Promise.all(deciders.map((code) => t.as(code)))
  for (let round = 0; round < rounds; round++) {
    await handedInAgain()
    const pressers = [
      { ctx: { ...wang!, audited: [] as Ctx['audited'] }, act: acts[round % 3]! },
      { ctx: { ...gao!, audited: [] as Ctx['audited'] }, act: acts[(round >> 1) % 3]! },
    ]
    if (round % 2 === 1) pressers.reverse()
    const cards = await Promise.all(pressers.map(({ ctx, act }) => press(ctx, act)))
    const decided = (await t.stateOf()).steps.filter((step) => step.includes(' '))
    expect(decided).toHaveLength(1)
    const lost = pressers.findIndex(({ ctx }) => !decided[0]!.endsWith(ctx.me.code))
    const [winner, loser] = [pressers[1 - lost]!, pressers[lost]!]
    expect(winner.ctx.audited.map(({ action }) => action)).toEqual([`contract.${winner.act}`])
    expect(loser.ctx.audited).toEqual([
      { action: 'contract.refused', subject: `contract:${subject}`, detail: { code: 'contract.decided' } },
    ])
    expect(plain(cards[lost]!)).toContain(`${winner.ctx.me.name}（办事处主任）11月24日 周二 10:00`)
  }
}, 120_000)

test('two who acted on the same reading: what was read must still hold when it is written', async () => {
  await handedInAgain()
  const [wang, gao] = await Promise.all(deciders.map((code) => t.as(code)))
  const seenByWang = await contractByNumber(wang!, subject)
  const seenByGao = await contractByNumber(gao!, subject)
  await decide(wang!, seenByWang, 'approve')
  expect(await refusalOf(decide(gao!, seenByGao, 'reject', '数量不符'))).toBe('contract.decided')
  expect((await t.stateOf()).steps).toEqual(['approved wang', 'open', 'waiting', 'waiting'])
})
