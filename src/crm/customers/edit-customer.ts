import type { Prisma } from '#prisma'
import { pinyinOf } from '../../lib/pinyin.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type CustomerWithOwner, customerByCode } from './customer-by-code.ts'
import { indexCustomer } from './customer-index.ts'
import { coreNameOf, mnemonicOf } from './customer-keys.ts'
import { mayKeepRecordOf } from './may-keep.ts'
import { type RecordField, type RecordSaid, recordOf } from './record-of.ts'
import { refuseDuplicates } from './refuse-duplicates.ts'
import { reportsStockByDefault, type Tier } from './tiers.ts'

export interface CustomerEditSaid extends RecordSaid {
  /** Code of the customer. */
  customer: string
  /** Code of the customer that supplies it; empty: none. */
  upstream?: string
  despite?: string
}

export interface Change {
  field: RecordField | 'upstream'
  /** Null: nothing was there, nothing will be. Of the upstream its name. */
  before: string | null
  after: string | null
}

export interface CustomerChange {
  customer: CustomerWithOwner
  /** What really changes. */
  changes: Change[]
  write: Written
}

type Written = Partial<Pick<CustomerWithOwner, RecordField | 'upstreamId'>>

/** Checks a change of a record: the same for the card to confirm and for the saving. */
export async function prepareChange(ctx: Ctx, said: CustomerEditSaid): Promise<CustomerChange> {
  const { customer: code, upstream, despite, ...texts } = said
  const customer = await customerToKeep(ctx, code)
  const kept = Object.entries(recordOf(texts)) as [RecordField, string | null][]
  const changed = kept.filter(([field, value]) => value !== customer[field])
  const supply = upstream === undefined ? null : await supplyChange(ctx, customer, upstream)
  if (changed.length === 0 && !supply) refuseNothing(customer)
  const write: Written = { ...Object.fromEntries(changed), ...supply?.write }
  await refuseNewDuplicates(ctx, customer, write, despite)
  const changes = changed.map(([field, after]): Change => ({ field, before: customer[field], after }))
  return { customer, changes: [...changes, ...(supply ? [supply.change] : [])], write }
}

/** Changes a customer's record. */
export async function editCustomer(ctx: Ctx, said: CustomerEditSaid): Promise<void> {
  const { customer, changes, write } = await prepareChange(ctx, said)
  await ctx.db.customer.update({
    where: { id: customer.id },
    data: { ...following(customer, write), ...write, version: { increment: 1 } },
  })
  await indexCustomer(ctx.db, customer)
  record(ctx, 'customer.edited', `customer:${customer.code}`, { fields: changes.map(({ field }) => field) })
}

/** What follows from other fields, as long as nobody set it otherwise. */
function following(customer: CustomerWithOwner, write: Written): Prisma.CustomerUncheckedUpdateInput {
  const after = { ...customer, ...write }
  const ownMnemonic = customer.mnemonic !== mnemonicOf(customer.name, customer.city)
  const ownDuty = customer.reportsStock !== reportsStockByDefault(customer.tier as Tier)
  return {
    coreName: coreNameOf(after.name, after.city),
    pinyin: pinyinOf(after.name),
    mnemonic: ownMnemonic ? customer.mnemonic : mnemonicOf(after.name, after.city),
    reportsStock: ownDuty ? customer.reportsStock : reportsStockByDefault(after.tier as Tier),
  }
}

/** The customer, where the person may keep its record. */
export async function customerToKeep(ctx: Ctx, code: string): Promise<CustomerWithOwner> {
  const customer = await customerByCode(ctx, code)
  if (mayKeepRecordOf(ctx.me, customer)) return customer
  const keeper = customer.owner ?? customer.office
  refuse('customer.not_yours', {
    zh: `${customer.name} 的资料由${keeper.name}和其主管、主任维护。请把要改的内容告诉${keeper.name}。`,
    en: `The record of ${customer.nameEn ?? customer.name} is kept by ${keeper.nameEn} and who leads them. Please tell ${keeper.nameEn} what to change.`,
  })
}

async function supplyChange(ctx: Ctx, customer: CustomerWithOwner, upstream: string) {
  const after = upstream === '' ? null : await customerByCode(ctx, upstream)
  if ((after?.id ?? null) === customer.upstreamId) return null
  if (after && (await supplies(ctx, customer.id, after.id))) refuseCircle(after.name, customer.name)
  const before = customer.upstreamId
    ? await ctx.db.customer.findUnique({ where: { id: customer.upstreamId } })
    : null
  return {
    change: { field: 'upstream', before: before?.name ?? null, after: after?.name ?? null } satisfies Change,
    write: { upstreamId: after?.id ?? null },
  }
}

/** Whether goods flow from one customer to the other, directly or further up. */
async function supplies(ctx: Ctx, above: number, below: number): Promise<boolean> {
  for (let id: number | null = below; id !== null; ) {
    if (id === above) return true
    id =
      (await ctx.db.customer.findUnique({ where: { id }, select: { upstreamId: true } }))?.upstreamId ?? null
  }
  return false
}

/** Only what changes is compared: a record that was alike before is not stopped at every correction. */
async function refuseNewDuplicates(
  ctx: Ctx,
  customer: CustomerWithOwner,
  { name, phone, taxId }: Written,
  despite: string | undefined,
): Promise<void> {
  if (!name && !phone && !taxId) return
  const { tier, city, officeId } = customer
  const described = { name: name ?? null, tier, city, officeId, phones: phone ? [phone] : [], taxId }
  await refuseDuplicates(ctx, described, { despite, except: customer.id })
}

function refuseNothing({ code, name, nameEn }: CustomerWithOwner): never {
  refuse('customer.nothing_changed', {
    zh: `${name} 的资料没有变化。要改什么？例如“修改客户 ${code} 电话 021-55512345”。`,
    en: `Nothing would change in the record of ${nameEn ?? name}. What is to change? Try “edit customer ${code} phone 021-55512345”.`,
  })
}

function refuseCircle(upstream: string, name: string): never {
  const words = {
    zh: `${upstream} 本身由 ${name} 供货，不能又是它的上游。请换一家。`,
    en: `${upstream} is itself supplied by ${name} and cannot be its upstream. Please choose another one.`,
  }
  refuse('customer.circle', words, { upstream: words })
}
