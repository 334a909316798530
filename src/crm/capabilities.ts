import type { Capability } from './command.ts'
import { contracts } from './contracts/commands.ts'
import { customers } from './customers/commands.ts'
import { digests } from './digests/commands.ts'
import { leave } from './leave/commands.ts'
import { people } from './people/commands.ts'
import { reminders } from './reminders/commands.ts'
import { stock } from './stock/commands.ts'
import { visits } from './visits/commands.ts'

/** What the business can do. A new capability is a folder here and an entry in this list. */
export const capabilities: Capability[] = [
  customers,
  visits,
  stock,
  contracts,
  reminders,
  digests,
  leave,
  people,
]
