import { nameIn } from '../../lib/words.ts'
import type { Ctx } from '../context.ts'
import { type CustomerWithOwner, customerByCode } from '../customers/customer-by-code.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'

/** The customer, where the person may log a follow-up there: the owner and who leads them, and in the pool anyone of the office. */
export async function workableCustomer(ctx: Ctx, code: string): Promise<CustomerWithOwner> {
  const customer = await customerByCode(ctx, code)
  if (mayWorkOn(ctx.me, customer)) return customer
  const { owner } = customer
  refuse('visit.not_yours', {
    zh: `${customer.name} 由${owner ? owner.name : customer.office.name}负责，只有负责人和其主管、主任可以记录或计划拜访。请把情况告诉${owner ? owner.name : '办事处'}。`,
    en: `${nameIn(customer, 'en')} belongs to ${owner ? owner.nameEn : customer.office.nameEn}; only the owner and who leads them may record or plan visits there. Please tell ${owner ? owner.nameEn : 'the office'} what you know.`,
  })
}
