import { localDate } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { type CustomerWithOwner, customerByCode } from '../customers/customer-by-code.ts'
import { type Tier, tierWords } from '../customers/tiers.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { caseOf } from '../products/units.ts'
import { refuse } from '../refusal.ts'
import { type ContractState, isLegal } from './approval.ts'
import { contractByNumber } from './contract-by-number.ts'
import { nextContractNumber } from './contract-number.ts'
import { contractOfYear } from './contract-of-year.ts'
import { checkHandles } from './may-handle.ts'
import { evenSplit } from './months.ts'
import { contractSubject, redraw } from './pass-on.ts'
import type { RebateStep } from './rebates.ts'
import { refuseByState } from './refusals.ts'
import type { Volume } from './volumes-in-words.ts'

export interface ContractTerms {
  customer: string
  year: number
  volumes: Volume[]
  signedOn?: string
  territory?: string
  paymentTerms?: string
  priceTerms?: string
  duties?: string
  rebates?: RebateStep[]
}

/** The tiers that have a contract of their own. */
export const contracted: Tier[] = [
  'distributor',
  'sub_distributor',
  'exclusive_sub_distributor',
  'contracted_wholesaler',
]

/** Drafts the contract of a customer for a year, or changes the one that is not under review. Returns its number. */
export async function draftContract(ctx: Ctx, terms: ContractTerms): Promise<string> {
  const { customer, number } = await checkDraft(ctx, terms)
  return number ? change(ctx, number, terms) : create(ctx, customer, terms)
}

/** Refuses what `draftContract` would refuse, and writes nothing. `number` is that of the draft to be changed. */
export async function checkDraft(
  ctx: Ctx,
  terms: ContractTerms,
): Promise<{ customer: CustomerWithOwner; number?: string }> {
  const customer = await customerByCode(ctx, terms.customer)
  checkCustomer(ctx, customer)
  checkYear(ctx, terms.year)
  checkSigned(ctx, terms.signedOn)
  const existing = await contractOfYear(ctx.db, customer.id, terms.year)
  if (!existing) return { customer }
  const reading = await contractByNumber(ctx, existing.number)
  checkHandles(ctx.me, reading.contract)
  if (!isLegal(existing.state, 'edit')) refuseByState(ctx, reading, 'edit')
  return { customer, number: existing.number }
}

async function create(ctx: Ctx, customer: CustomerWithOwner, terms: ContractTerms): Promise<string> {
  const number = await nextContractNumber(ctx.db, ctx.rules.contractPrefix, terms.year)
  const identity = { number, customerId: customer.id, year: terms.year, submittedById: ctx.me.id }
  await ctx.db.contract.create({
    data: {
      ...identity,
      state: 'draft' satisfies ContractState,
      ...columns(terms),
      lines: { create: linesOf(terms) },
    },
  })
  redraw(ctx, { number, customer })
  record(ctx, 'contract.draft', contractSubject(number), detailOf(terms))
  return number
}

async function change(ctx: Ctx, number: string, terms: ContractTerms): Promise<string> {
  const reading = await contractByNumber(ctx, number)
  const { id, version } = reading.contract
  const { count } = await ctx.db.contract.updateMany({
    where: { id, version },
    data: { ...columns(terms), version: { increment: 1 } },
  })
  if (count === 0) refuseByState(ctx, await contractByNumber(ctx, number), 'edit')
  await ctx.db.contractLine.deleteMany({ where: { contractId: id } })
  await ctx.db.contractLine.createMany({ data: linesOf(terms).map((line) => ({ ...line, contractId: id })) })
  redraw(ctx, reading.contract)
  record(ctx, 'contract.edit', contractSubject(number), detailOf(terms))
  return number
}

/** Terms that are not given stay as they are, or empty. */
const columns = ({
  volumes,
  signedOn,
  territory,
  paymentTerms,
  priceTerms,
  duties,
  rebates,
}: ContractTerms) => ({
  signedOn,
  territory,
  paymentTerms,
  priceTerms,
  duties,
  rebates: rebates && JSON.stringify(rebates),
  amount: amountOf({ volumes }),
})

/** Fen, at list price. */
export const amountOf = ({ volumes }: Pick<ContractTerms, 'volumes'>): bigint =>
  volumes.reduce((sum, { product, volume }) => sum + product.unitPrice * BigInt(volume), 0n)

const linesOf = ({ volumes }: ContractTerms) =>
  volumes.map(({ product, volume }) => ({
    productId: product.id,
    volume,
    months: JSON.stringify(evenSplit(volume, caseOf(product).per)),
  }))

const detailOf = ({ customer, year, volumes }: ContractTerms) => ({
  customer,
  year,
  volumes: Object.fromEntries(volumes.map(({ product, volume }) => [product.code, volume])),
})

function checkCustomer({ me }: Ctx, customer: CustomerWithOwner): void {
  if (!mayWorkOn(me, customer))
    refuse('contract.not_yours', {
      zh: `合同由客户负责人或其主管起草。${customer.name}的负责人：${customer.owner?.name ?? '公海'}。`,
      en: `A contract is drafted by the customer’s owner or whoever leads them: ${customer.owner?.nameEn ?? 'the public pool'}.`,
    })
  const tier = customer.tier as Tier
  if (!contracted.includes(tier))
    refuse('contract.tier', {
      zh: `${customer.name}是${tierWords[tier].zh}，不签年度合同。层级有误请先修改客户资料。`,
      en: `${customer.name} is a ${tierWords[tier].en}, which has no yearly contract. If the tier is wrong, correct the customer first.`,
    })
}

/** The year before, this year and the next: others are slips of the pen. */
function checkYear({ now, me }: Ctx, year: number): void {
  const thisYear = localDate(now, me.zone).year
  if (Math.abs(year - thisYear) <= 1) return
  const words = {
    zh: `合同年度应为 ${thisYear - 1} 到 ${thisYear + 1}。`,
    en: `The year of a contract is ${thisYear - 1} to ${thisYear + 1}.`,
  }
  refuse('contract.year', words, { year: words })
}

function checkSigned({ now, me }: Ctx, signedOn?: string): void {
  if (!signedOn || signedOn <= localDate(now, me.zone).toString()) return
  const words = {
    zh: '签署日期不能晚于今天。',
    en: 'The paper cannot have been signed later than today.',
  }
  refuse('contract.signed', words, { signedOn: words })
}
