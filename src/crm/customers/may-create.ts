import type { Role } from '../people/roles.ts'

/** Who brings in customers: the people of an office. */
export const mayCreateCustomers: readonly Role[] = ['rep', 'team_lead', 'office_head']
