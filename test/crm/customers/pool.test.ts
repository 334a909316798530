import { afterEach, beforeEach, expect, it } from 'vitest'
import { appendAudit } from '../../../src/crm/audit-log.ts'
import { claimCustomer, releaseCustomer } from '../../../src/crm/customers/claim-customer.ts'
import { refusal, type ThreeOffices, threeOffices } from './three-offices.ts'

let company: ThreeOffices
beforeEach(async () => {
  company = await threeOffices([
    { name: '公海便利店', office: 'SH', owner: null },
    { name: '海边商行', office: 'SH', owner: null },
    { name: '西湖商行', office: 'HZ', owner: null },
    { name: '华联超市', office: 'SH', owner: 'li' },
  ])
})
afterEach(() => company.close())

const claims = (who: string, customer: string) => company.says(who, 'customer.claim', { customer })

it('the pool is that of the own office', async () => {
  const words = await company.says('li', 'customer.pool', {})
  expect(words).toContain('公海客户 2 家')
  expect(words).toContain('[认领 公海便利店] [认领 海边商行]')
  expect(words).not.toContain('西湖商行')
  expect(await company.says('chen', 'customer.pool', {})).toContain('[公海便利店] [海边商行] [西湖商行]')
})

it('whoever claims a customer has it, and colleagues no longer find it', async () => {
  expect(await claims('li', 'KH000001')).toContain('负责人: 李明')
  expect(await company.says('qian', 'customer.find', { query: '公海便利' })).toContain('没有找到')
  expect((await refusal(claims('qian', 'KH000001'))).code).toBe('customer.unknown')
  expect((await refusal(claims('wang', 'KH000001'))).code).toBe('claim.owned')
  expect((await refusal(claims('li', 'KH000001'))).code).toBe('claim.yours')
})

it('another office’s pool is out of reach', async () => {
  expect((await refusal(claims('li', 'KH000003'))).code).toBe('customer.unknown')
})

it('of two who claim at once, one does', async () => {
  const [li, qian] = [await company.as('li'), await company.as('qian')]
  const results = await Promise.allSettled([claimCustomer(li, 'KH000001'), claimCustomer(qian, 'KH000001')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('there is a limit to what one claims in a day, and holds', async () => {
  const ctx = await company.as('li')
  await claimCustomer({ ...ctx, rules: { ...ctx.rules, claimsADay: 1 } }, 'KH000001')
  await appendAudit(company.db, ctx.audited, { at: new Date(ctx.now.epochMilliseconds), memberId: ctx.me.id })
  const again = (rules: object, now = ctx.now) =>
    claimCustomer({ ...ctx, now, rules: { ...ctx.rules, ...rules } }, 'KH000002')
  expect((await refusal(again({ claimsADay: 1 }))).code).toBe('claim.enough_today')
  expect((await refusal(again({ customersHeld: 2 }))).code).toBe('claim.too_many')
  await again({ claimsADay: 1 }, ctx.now.add({ hours: 24 }))
})

it('who let go of a customer may not claim it back at once', async () => {
  expect(await company.says('li', 'customer.release', { customer: 'KH000004' })).toContain(
    '负责人: 公海（上海办事处）',
  )
  const refused = await refusal(claims('li', 'KH000004'))
  expect(refused.words.zh).toContain('还要 30 天')
  const ctx = await company.as('li')
  await claimCustomer({ ...ctx, now: ctx.now.add({ hours: 24 * 30 }) }, 'KH000004')
})

it('but a colleague may', async () => {
  await company.says('li', 'customer.release', { customer: 'KH000004' })
  expect(await claims('qian', 'KH000004')).toContain('负责人: 钱磊')
})

it('a claim can be taken back', async () => {
  await claims('li', 'KH000001')
  expect(await company.takesBack('li', 'customer.claim', 'customer:KH000001')).toContain('负责人: 公海')
})

it('a claim that is taken back changes nothing for who let go of the customer', async () => {
  await company.says('li', 'customer.release', { customer: 'KH000004' })
  await claims('qian', 'KH000004')
  await company.takesBack('qian', 'customer.claim', 'customer:KH000004')
  expect((await refusal(claims('li', 'KH000004'))).code).toBe('claim.last_owner')
  expect(await claims('qian', 'KH000004')).toContain('负责人: 钱磊')
})

it('what was let go by a slip comes back, as long as nobody has claimed it', async () => {
  await company.says('li', 'customer.release', { customer: 'KH000004' })
  const taken = () => company.takesBack('li', 'customer.release', 'customer:KH000004')
  expect(await taken()).toContain('负责人: 李明')
  expect((await refusal(taken())).code).toBe('claim.passed_on')
  await company.says('wang', 'customer.release', { customer: 'KH000004' })
  expect(await company.takesBack('wang', 'customer.release', 'customer:KH000004')).toContain('负责人: 李明')
  await company.says('li', 'customer.release', { customer: 'KH000004' })
  await claims('qian', 'KH000004')
  expect((await refusal(taken())).code).toBe('customer.unknown')
})

it('a claim cannot be taken back once the customer went to somebody else', async () => {
  await claims('wang', 'KH000001')
  await company.says('wang', 'customer.release', { customer: 'KH000001' })
  await claims('qian', 'KH000001')
  const late = company.takesBack('wang', 'customer.claim', 'customer:KH000001')
  expect((await refusal(late)).code).toBe('claim.passed_on')
})

it('only the owner and who leads them let go', async () => {
  await releaseCustomer(await company.as('wang'), 'KH000004')
  expect((await refusal(releaseCustomer(await company.as('li'), 'KH000004'))).code).toBe('release.not_owner')
})
