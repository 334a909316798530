import type { Capability } from '../command.ts'
import { missedVisit, planAVisit } from './plan-command.ts'
import { recordVisit } from './record-command.ts'
import { showDueFollowUps, showVisits, visitSubject } from './show-command.ts'

export const visits: Capability = {
  commands: [recordVisit, planAVisit, missedVisit, showVisits, showDueFollowUps],
  subjects: [visitSubject],
  jobs: [],
}
