import type { Card } from '../../../cards/card.ts'
import { contractListCard, noContractCard } from '../../../cards/contract-list-card.ts'
import { localDate } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { mayWorkOn, visibleTo } from '../people/visibility.ts'
import type { ContractState } from './approval.ts'
import { contractOfYear } from './contract-of-year.ts'
import { showContract } from './show-contract.ts'

interface Wanted {
  contract?: string
  customer?: string
  year?: number
}

/** The contract with that number, or that of the customer; without either, those that are not settled. */
export async function findContract(ctx: Ctx, { contract, customer, year }: Wanted): Promise<Card> {
  if (contract) return showContract(ctx, contract)
  return customer ? contractOf(ctx, customer, year) : unsettled(ctx)
}

/** Of the year asked for; else of this year, or the next, or the last. */
async function contractOf(ctx: Ctx, code: string, asked?: number): Promise<Card> {
  const customer = await customerByCode(ctx, code)
  const thisYear = localDate(ctx.now, ctx.me.zone).year
  for (const year of asked ? [asked] : [thisYear, thisYear + 1, thisYear - 1]) {
    const contract = await contractOfYear(ctx.db, customer.id, year)
    if (contract) return showContract(ctx, contract.number)
  }
  return noContractCard(
    { customer, year: asked ?? thisYear, mayDraft: mayWorkOn(ctx.me, customer) },
    ctx.language,
  )
}

const unsettledStates: ContractState[] = ['draft', 'in_review', 'returned']
const shownAtOnce = 8

async function unsettled(ctx: Ctx): Promise<Card> {
  const contracts = await ctx.db.contract.findMany({
    where: { state: { in: unsettledStates }, customer: visibleTo(ctx.me) },
    include: { customer: { select: { code: true, name: true, nameEn: true } } },
    orderBy: { id: 'desc' },
    take: shownAtOnce,
  })
  return contractListCard(
    contracts.map(({ state, ...rest }) => ({ ...rest, state: state as ContractState })),
    ctx.language,
  )
}
