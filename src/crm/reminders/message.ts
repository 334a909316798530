import type { Nudge } from './nudges-due.ts'
import type { Person } from './roster.ts'

/** The one message a person gets at a moment, and the nudges that are spoken with it. */
export interface Message {
  to: Person
  subject: string
  nudges: Nudge[]
}
