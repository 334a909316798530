import { type Ctx, record } from '../context.ts'
import type { CustomerWithOwner } from '../customers/customer-by-code.ts'
import { caseOf } from '../products/units.ts'
import type { ContractState } from './approval.ts'
import { checkDraft } from './check-draft.ts'
import { contractByNumber } from './contract-by-number.ts'
import { nextContractNumber } from './contract-number.ts'
import { amountOf, type ContractTerms } from './contract-terms.ts'
import { evenSplit } from './months.ts'
import { contractSubject, redraw } from './pass-on.ts'
import { refuseByState } from './refusals.ts'

/** Drafts the contract of a customer for a year, or changes the one that is not under review. Returns its number. */
export async function draftContract(ctx: Ctx, terms: ContractTerms): Promise<string> {
  const { customer, number } = await checkDraft(ctx, terms)
  return number ? change(ctx, number, terms) : create(ctx, customer, terms)
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
