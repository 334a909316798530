import { localDate, Temporal } from '../../lib/time.ts'
import { addWorkingDays, assuming, chineseCalendar } from '../../lib/working-calendar.ts'
import type { Rules } from '../rules.ts'

/** The last day on which a contract is handed in on time: so many working days after the paper was signed. */
export const handInBy = (signedOn: string, { contractHandInDays }: Pick<Rules, 'contractHandInDays'>) =>
  addWorkingDays(Temporal.PlainDate.from(signedOn), contractHandInDays, assuming(chineseCalendar))

/** Whether a contract was, or at this moment would be, handed in too late. */
export function isLate(handIn: Temporal.PlainDate, submittedAt: Temporal.Instant, zone: string): boolean {
  return Temporal.PlainDate.compare(localDate(submittedAt, zone), handIn) > 0
}
