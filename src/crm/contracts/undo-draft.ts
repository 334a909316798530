import type { Card } from '../../../cards/card.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { contractByNumber } from './contract-by-number.ts'
import { showContract } from './show-contract.ts'
import { withdrawContract } from './withdraw-contract.ts'

/** Takes back a contract that was just drafted: it is withdrawn, since its number is spent. */
export async function undoDraft(ctx: Ctx, subject: string): Promise<Card> {
  const number = subject.slice(subject.indexOf(':') + 1)
  const { contract } = await contractByNumber(ctx, number)
  if (contract.state !== 'draft' || contract.version > 1)
    refuse('contract.undo', {
      zh: `${number} 已改过或已提交，不能撤销。可发“起草合同 ${contract.customer.code}”修改，或发“撤回合同 ${number}”。`,
      en: `${number} was changed or submitted since. Change it with “draft contract ${contract.customer.code}”, or withdraw it.`,
    })
  await withdrawContract(ctx, number)
  return showContract(ctx, number)
}
