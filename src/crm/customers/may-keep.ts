import type { Me } from '../people/me.ts'
import type { Role } from '../people/roles.ts'
import { maySee, mayWorkOn } from '../people/visibility.ts'

/** Who brings in customers: the people of an office. */
export const mayCreate: readonly Role[] = ['rep', 'team_lead', 'office_head']
/** Who may keep records of customers at all. */
export const mayKeep: readonly Role[] = [...mayCreate, 'sales_admin']

/** Whoever works on a customer keeps its record, and head office, which answers for the quality of all. */
export const mayKeepRecordOf = (me: Me, customer: { officeId: number; ownerId: number | null }): boolean =>
  mayWorkOn(me, customer) || (me.role === 'sales_admin' && maySee(me, customer))
