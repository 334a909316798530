import { dateOf, instantOf } from '../../lib/time.ts'
import { nameIn, type Words } from '../../lib/words.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import { type CustomerWithOwner, customerByCode } from './customer-by-code.ts'
import { indexCustomer } from './customer-index.ts'

/** Takes a customer out of the public pool of the office. Of two who claim it at once, one does. */
export async function claimCustomer(ctx: Ctx, code: string): Promise<void> {
  const customer = await customerByCode(ctx, code)
  if (customer.owner) refuseOwned(ctx, customer)
  await checkLimits(ctx)
  checkReclaim(ctx, customer)
  const { count } = await ctx.db.customer.updateMany({
    where: { id: customer.id, ownerId: null },
    data: { ownerId: ctx.me.id, ownedSince: dateOf(ctx.now), version: { increment: 1 } },
  })
  if (count === 0) refuseOwned(ctx, await customerByCode(ctx, code))
  await indexCustomer(ctx.db, customer)
  record(ctx, 'customer.claimed', `customer:${code}`, { lastOwner: customer.lastOwnerId })
}

/** Gives a customer back to the public pool; its history stays. */
export async function releaseCustomer(ctx: Ctx, code: string): Promise<void> {
  const customer = await customerByCode(ctx, code)
  if (!mayRelease(ctx, customer)) refuseNotOwner(customer)
  await ctx.db.customer.update({
    where: { id: customer.id },
    data: {
      ownerId: null,
      lastOwnerId: customer.ownerId,
      pooledSince: dateOf(ctx.now),
      version: { increment: 1 },
    },
  })
  await indexCustomer(ctx.db, customer)
  record(ctx, 'customer.released', `customer:${code}`, { owner: customer.ownerId })
}

/** Takes a claim back: the customer is in the pool as it was before, and who let go of it last still waits their time. */
export async function takeBackClaim(ctx: Ctx, code: string): Promise<void> {
  const customer = await customerByCode(ctx, code)
  await passBack(ctx, customer, { from: ctx.me.id, to: null })
  record(ctx, 'customer.claim_taken_back', `customer:${code}`)
}

/** Takes a release back, as long as nobody has claimed the customer: it is with its last owner again. */
export async function takeBackRelease(ctx: Ctx, code: string): Promise<void> {
  const customer = await customerByCode(ctx, code)
  const { lastOwnerId } = customer
  if (customer.ownerId !== null || !mayRelease(ctx, { ownerId: lastOwnerId })) refusePassedOn(customer)
  await passBack(ctx, customer, { from: null, to: lastOwnerId })
  record(ctx, 'customer.release_taken_back', `customer:${code}`, { owner: lastOwnerId })
}

async function passBack(
  ctx: Ctx,
  customer: CustomerWithOwner,
  { from, to }: { from: number | null; to: number | null },
): Promise<void> {
  const { count } = await ctx.db.customer.updateMany({
    where: { id: customer.id, ownerId: from },
    data: { ownerId: to, version: { increment: 1 } },
  })
  if (count === 0) refusePassedOn(customer)
  await indexCustomer(ctx.db, customer)
}

/** The owner, or who leads them. */
const mayRelease = ({ me }: Ctx, { ownerId }: Pick<CustomerWithOwner, 'ownerId'>): boolean =>
  ownerId !== null && (ownerId === me.id || me.team.includes(ownerId) || me.role === 'office_head')

async function checkLimits({ db, me, now, rules }: Ctx): Promise<void> {
  const held = await db.customer.count({ where: { ownerId: me.id } })
  if (held >= rules.customersHeld) refuse('claim.too_many', tooMany(rules.customersHeld))
  const midnight = dateOf(todayOf({ now, me }).toZonedDateTime(me.zone).toInstant())
  const claims = { memberId: me.id, action: 'customer.claimed', at: { gte: midnight } }
  if ((await db.audit.count({ where: claims })) >= rules.claimsADay)
    refuse('claim.enough_today', enoughToday(rules.claimsADay))
}

function checkReclaim({ me, now, rules }: Ctx, customer: CustomerWithOwner): void {
  const { lastOwnerId, pooledSince } = customer
  if (lastOwnerId !== me.id || !pooledSince) return
  const days = Math.floor(now.since(instantOf(pooledSince)).total('hours') / 24)
  const left = rules.reclaimDays - days
  if (left > 0) refuse('claim.last_owner', lastOwner(customer, rules.reclaimDays, left))
}

function refuseOwned({ me }: Ctx, customer: CustomerWithOwner): never {
  const { owner } = customer
  if (owner?.id === me.id)
    refuse('claim.yours', {
      zh: `${customer.name} 已经是您的客户。`,
      en: `${nameIn(customer, 'en')} is your customer already.`,
    })
  refuse('claim.owned', {
    zh: `${customer.name} 不在公海，负责人是${owner?.name}。有疑问请找办事处主任。`,
    en: `${nameIn(customer, 'en')} is not in the public pool; its owner is ${owner?.nameEn}. If in doubt ask the head of the office.`,
  })
}

function refuseNotOwner(customer: CustomerWithOwner): never {
  refuse('release.not_owner', {
    zh: `只有负责人和其主管、主任可以把 ${customer.name} 放回公海。`,
    en: `Only the owner and who leads them may give ${nameIn(customer, 'en')} back to the public pool.`,
  })
}

function refusePassedOn(customer: CustomerWithOwner): never {
  refuse('claim.passed_on', {
    zh: `${customer.name} 之后又换了负责人，不能撤销。发“客户 ${customer.code}”看现在由谁负责。`,
    en: `${nameIn(customer, 'en')} has changed hands since, so this cannot be taken back. Send “customer ${customer.code}” to see whose it is.`,
  })
}

const tooMany = (most: number): Words => ({
  zh: `您名下已有 ${most} 家客户，达到上限。先把不再跟进的放回公海（发“放回公海 客户编号”）再认领。`,
  en: `You hold ${most} customers, which is the most. Give back those you no longer follow (“release <code>”), then claim.`,
})

const enoughToday = (most: number): Words => ({
  zh: `今天已认领 ${most} 家，达到每日上限，请明天再认领。`,
  en: `You claimed ${most} today, which is the most a day. Please claim more tomorrow.`,
})

const lastOwner = ({ name, nameEn }: CustomerWithOwner, most: number, left: number): Words => ({
  zh: `${name} 原来由您负责，放回公海后 ${most} 天内不能再认领，还要 ${left} 天。可请同事认领，或找办事处主任。`,
  en: `You were the last owner of ${nameEn ?? name} and may not claim it within ${most} days; ${left} are left. A colleague may claim it, or ask the head of the office.`,
})
