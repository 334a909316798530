import { Prisma } from '#prisma'
import type { Scope } from '../../db/customer-search-tokens.ts'
import type { Me } from '../people/me.ts'
import { seesOffice } from '../people/visibility.ts'

/** Where in the index a person's customers lie. It makes searching fast; the visibility rule still decides. */
export function scopeOf(me: Me): Scope {
  if (!seesOffice(me)) return { pools: me.offices, owners: [me.id, ...me.team] }
  return me.unit.kind === 'head_office' ? {} : { offices: me.offices }
}

/** The same for keys under the alias `k`. The plus keeps the office out of the choice of index: one look a key, not one an office. */
export function keyScopeSql(me: Me): Prisma.Sql {
  if (seesOffice(me) && me.unit.kind === 'head_office') return Prisma.sql`1`
  return Prisma.sql`+k.officeId IN (${Prisma.join(me.offices.length > 0 ? me.offices : [-1])})`
}
