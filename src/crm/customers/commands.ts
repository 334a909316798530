import type { Capability } from '../command.ts'
import { customerSubject } from './draw-customer.ts'
import { findCustomer, showCustomer } from './find-command.ts'

export const customers: Capability = {
  commands: [findCustomer, showCustomer],
  subjects: [customerSubject],
  jobs: [],
}
