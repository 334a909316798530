import { Prisma } from '#prisma'
import type { Me } from './me.ts'

interface Owned {
  officeId: number
  ownerId: number | null
}

/** Sees all customers of their offices, and not just their own. */
export const seesOffice = (me: Me) => me.role !== 'rep' && me.role !== 'team_lead'

/**
 * A person sees the customers of their own node and everything below it;
 * a rep their own and the public pool of their office, a team lead the team's too.
 */
export function maySee(me: Me, { officeId, ownerId }: Owned): boolean {
  if (!me.offices.includes(officeId)) return false
  return seesOffice(me) || ownerId === null || ownerId === me.id || me.team.includes(ownerId)
}

/** The same rule as a filter over customers. */
export function visibleTo(me: Me): Prisma.CustomerWhereInput {
  const offices = { officeId: { in: me.offices } }
  if (seesOffice(me)) return me.unit.kind === 'head_office' ? {} : offices
  return { ...offices, OR: [{ ownerId: null }, { ownerId: { in: [me.id, ...me.team] } }] }
}

/** The same rule as SQL over the customer table under the alias `c`. */
export function visibleSql(me: Me): Prisma.Sql {
  const office = Prisma.sql`c.officeId IN (${Prisma.join(me.offices.length > 0 ? me.offices : [-1])})`
  if (seesOffice(me)) return me.unit.kind === 'head_office' ? Prisma.sql`1` : office
  return Prisma.sql`(${office} AND (c.ownerId IS NULL OR c.ownerId IN (${Prisma.join([me.id, ...me.team])})))`
}

/** May record visits, reports and contracts: the owner, whoever leads the owner, anyone of the office in the pool. */
export function mayWorkOn(me: Me, customer: Owned): boolean {
  if (me.role === 'rep' || me.role === 'team_lead' || me.role === 'office_head') return maySee(me, customer)
  return false
}
