import type { Me } from '../people/me.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'
import type { WholeContract } from './contract-by-number.ts'

type Handled = Pick<WholeContract, 'number' | 'submittedById' | 'customer'>

/** Who may change, submit and withdraw a contract: whoever drafted it, the customer's owner, and who leads them. */
export function mayHandle(me: Me, { submittedById, customer }: Handled): boolean {
  if (!mayWorkOn(me, customer)) return false
  return me.role !== 'rep' || submittedById === me.id || customer.ownerId === me.id
}

export function checkHandles(me: Me, contract: Handled): void {
  if (mayHandle(me, contract)) return
  const { number, customer } = contract
  const owner = customer.owner
  refuse('contract.not_yours', {
    zh: `${number} 由${owner ? `${owner.name}（客户负责人）` : '起草人'}或其主管办理，您不能修改、提交或撤回。`,
    en: `${number} is handled by ${owner ? owner.nameEn : 'its drafter'} or whoever leads them; you cannot change, submit or withdraw it.`,
  })
}
