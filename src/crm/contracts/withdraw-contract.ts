import { type Ctx, record } from '../context.ts'
import { type ContractState, isLegal } from './approval.ts'
import { contractByNumber, type Reading } from './contract-by-number.ts'
import { checkWithdraws } from './may-handle.ts'
import { move } from './move.ts'
import { contractSubject } from './pass-on.ts'
import { refuseByState } from './refusals.ts'

/** Takes a contract back before it is settled, for good. Its number is spent; the customer is free for another. */
export async function withdrawContract(ctx: Ctx, number: string): Promise<Reading> {
  const reading = await contractByNumber(ctx, number)
  checkWithdrawal(ctx, reading)
  const now = await move(ctx, reading, 'withdraw')
  record(ctx, 'contract.withdraw', contractSubject(reading.contract.number))
  return now
}

/** Refuses what `withdrawContract` would refuse, and writes nothing. */
export function checkWithdrawal(ctx: Ctx, reading: Reading): void {
  checkWithdraws(ctx.me, reading.contract)
  if (!isLegal(reading.contract.state as ContractState, 'withdraw')) refuseByState(ctx, reading, 'withdraw')
}
