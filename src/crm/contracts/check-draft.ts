import { localDate } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { type CustomerWithOwner, customerByCode } from '../customers/customer-by-code.ts'
import { type Tier, tierWords } from '../customers/tiers.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'
import { isLegal } from './approval.ts'
import { contractByNumber } from './contract-by-number.ts'
import { contractOfYear } from './contract-of-year.ts'
import type { ContractTerms } from './contract-terms.ts'
import { checkHandles } from './may-handle.ts'
import { refuseByState } from './refusals.ts'

/** The tiers that have a contract of their own. */
export const contracted: Tier[] = [
  'distributor',
  'sub_distributor',
  'exclusive_sub_distributor',
  'contracted_wholesaler',
]

/** Refuses what `draftContract` would refuse, and writes nothing. `number` is that of the draft to be changed. */
export async function checkDraft(
  ctx: Ctx,
  terms: Pick<ContractTerms, 'customer' | 'year' | 'signedOn'>,
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
