import type { Me } from '../people/me.ts'
import { mayWorkOn } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'
import type { WholeContract } from './contract-by-number.ts'

type Handled = Pick<WholeContract, 'number' | 'submittedById' | 'customer'>

/** Who may change and submit a contract: whoever drafted it, the customer's owner, and who leads them. */
export const mayHandle = (me: Me, contract: Handled): boolean =>
  mayWorkOn(me, contract.customer) && (me.role !== 'rep' || isTheirs(me, contract))

/** Who may take it back: those whose it is. Whoever leads them returns or rejects it, and says why. */
export const mayWithdraw = (me: Me, contract: Handled): boolean =>
  mayHandle(me, contract) && isTheirs(me, contract)

const isTheirs = (me: Me, { submittedById, customer }: Handled): boolean =>
  submittedById === me.id || customer.ownerId === me.id

export function checkHandles(me: Me, contract: Handled): void {
  if (mayHandle(me, contract)) return
  const { number, customer } = contract
  const owner = customer.owner
  refuse('contract.not_yours', {
    zh: `${number} 由${owner ? `${owner.name}（客户负责人）` : '起草人'}或其主管办理，您不能修改、提交或撤回。`,
    en: `${number} is handled by ${owner ? owner.nameEn : 'its drafter'} or whoever leads them; you cannot change, submit or withdraw it.`,
  })
}

export function checkWithdraws(me: Me, contract: Handled & Pick<WholeContract, 'submittedBy'>): void {
  checkHandles(me, contract)
  if (mayWithdraw(me, contract)) return
  const { number, submittedBy, customer } = contract
  const theirs = [submittedBy, customer.owner].filter((one) => one !== null)
  const names = (of: (one: (typeof theirs)[number]) => string) => [...new Set(theirs.map(of))]
  refuse('contract.not_yours', {
    zh: `${number} 只能由${names(({ name }) => name).join('或')}撤回。轮到您审批时，可以“退回”或“拒绝”并写明原因。`,
    en: `Only ${names(({ nameEn }) => nameEn).join(' or ')} can withdraw ${number}. When it is yours to decide, return or reject it with a reason.`,
  })
}
