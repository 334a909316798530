import type { Capability } from '../command.ts'
import { changeContact, newContact } from './contact-commands.ts'
import { newCustomer } from './create-command.ts'
import { contactSubject } from './draw-contact.ts'
import { customerSubject } from './draw-customer.ts'
import { changeCustomer } from './edit-command.ts'
import { findCustomer, showCustomer } from './find-command.ts'
import { indexAnew } from './index-anew.ts'
import { claim, release, showPool } from './pool-commands.ts'

export const customers: Capability = {
  commands: [
    findCustomer,
    showCustomer,
    newCustomer,
    changeCustomer,
    newContact,
    changeContact,
    showPool,
    claim,
    release,
  ],
  subjects: [customerSubject, contactSubject],
  jobs: [indexAnew],
}
