import * as z from 'zod'
import { approvalConfirmCard } from '../../../cards/approval-confirm-card.ts'
import { type Command, command } from '../command.ts'
import { contractRef, customerRef, type Field } from '../fields.ts'
import { contractByNumber } from './contract-by-number.ts'
import { findContract } from './find-contract.ts'
import { onContract } from './on-contract.ts'
import { checkSubmission, submitContract } from './submit-contract.ts'
import { checkWithdrawal, withdrawContract } from './withdraw-contract.ts'

const submit = command({
  name: 'contract.submit',
  title: { zh: '提交合同审批', en: 'submit a contract for approval' },
  words: { zh: ['提交合同', '上报合同', '合同提交'], en: ['submit contract', 'hand in contract'] },
  examples: { zh: ['提交合同 {contract}'], en: ['submit contract {contract}'] },
  input: z.object({ contract: contractRef }),
  may: ['rep', 'team_lead', 'office_head'],
  writes: true,
  confirm: async (ctx, { contract: number }) => {
    const reading = await contractByNumber(ctx, number)
    checkSubmission(ctx, reading)
    return approvalConfirmCard('submit', reading.contract, {}, ctx.language)
  },
  run: (ctx, { contract }) => onContract(ctx, contract, () => submitContract(ctx, contract)),
})

const show = command({
  name: 'contract.show',
  title: { zh: '查看合同', en: 'look at a contract' },
  words: { zh: ['合同', '查合同', '看合同', '年度协议'], en: ['contract', 'show contract'] },
  examples: {
    zh: ['合同 {customer}', '合同 {contract}'],
    en: ['contract {customer}', 'contract {contract}'],
  },
  input: z.object({
    contract: contractRef.optional(),
    customer: customerRef.optional(),
    year: z.coerce
      .number()
      .int()
      .meta({ label: { zh: '年度', en: 'Year' }, kind: 'number', quiet: true } satisfies Field)
      .optional(),
  }),
  may: 'everyone',
  writes: false,
  run: findContract,
})

const withdraw = command({
  name: 'contract.withdraw',
  title: { zh: '撤回合同', en: 'withdraw a contract' },
  words: { zh: ['撤回合同', '收回合同', '取消合同'], en: ['withdraw contract', 'withdraw'] },
  examples: { zh: ['撤回合同 {contract}'], en: ['withdraw contract {contract}'] },
  input: z.object({ contract: contractRef }),
  may: ['rep', 'team_lead', 'office_head'],
  usual: ['rep', 'team_lead'],
  writes: true,
  confirm: async (ctx, { contract: number }) => {
    const reading = await contractByNumber(ctx, number)
    checkWithdrawal(ctx, reading)
    return approvalConfirmCard('withdraw', reading.contract, {}, ctx.language)
  },
  run: (ctx, { contract }) => onContract(ctx, contract, () => withdrawContract(ctx, contract)),
})

export const contractCommands: Command[] = [submit, show, withdraw]
