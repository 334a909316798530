import type { Capability } from '../command.ts'
import { refuse } from '../refusal.ts'
import { approvalCommands } from './approval-commands.ts'
import { approvalList } from './approval-list.ts'
import { approvalReminders } from './approval-reminders.ts'
import { contractCommands } from './contract-commands.ts'
import { draftContractCommand } from './draft-command.ts'
import { showContract } from './show-contract.ts'

/** Yearly contracts: drafted from the field, approved in four steps. */
export const contracts: Capability = {
  commands: [draftContractCommand, ...contractCommands, ...approvalCommands],
  subjects: [
    { kind: 'contract', card: showContract },
    {
      kind: 'approvals',
      card: async (ctx, memberCode) => (memberCode === ctx.me.code ? approvalList(ctx) : refuseOthersList()),
    },
  ],
  jobs: [approvalReminders],
}

function refuseOthersList(): never {
  refuse('approvals.not_yours', {
    zh: '这是别人的待审批清单。发“待审批”查看您自己的。',
    en: 'This list is someone else’s. Send “approvals” to see yours.',
  })
}
