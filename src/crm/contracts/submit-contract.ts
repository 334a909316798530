import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type ContractState, isLegal } from './approval.ts'
import { contractByNumber, type Reading } from './contract-by-number.ts'
import { checkHandles } from './may-handle.ts'
import { move } from './move.ts'
import { contractSubject } from './pass-on.ts'
import { refuseByState } from './refusals.ts'

/** Opens the first step of the approval, or of its next round. */
export async function submitContract(ctx: Ctx, number: string): Promise<Reading> {
  const reading = await contractByNumber(ctx, number)
  checkSubmission(ctx, reading)
  const now = await move(ctx, reading, 'submit')
  record(ctx, 'contract.submit', contractSubject(reading.contract.number))
  return now
}

/** Refuses what `submitContract` would refuse, and writes nothing. */
export function checkSubmission(ctx: Ctx, reading: Reading): void {
  const { contract } = reading
  checkHandles(ctx.me, contract)
  if (!isLegal(contract.state as ContractState, 'submit')) refuseByState(ctx, reading, 'submit')
  if (contract.lines.length === 0)
    refuse('contract.empty', {
      zh: `${contract.number} 还没有产品数量。发“起草合同 ${contract.customer.code}”补充后再提交。`,
      en: `${contract.number} has no volumes yet. Add them with “draft contract ${contract.customer.code}”, then submit it.`,
    })
}
