import { Prisma } from '#prisma'
import { pinyinOf } from '../../lib/pinyin.ts'
import type { Ctx, Tx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { coreNameOf, soundKey } from './customer-keys.ts'
import { numberSql } from './number-sql.ts'

/** What two customers that may be one have in common, the strongest first. */
export const likenesses = ['tax_id', 'phone', 'name', 'sound'] as const
export type Likeness = (typeof likenesses)[number]

/** What is known of a customer before it is on file. */
export interface Described {
  /** Null: names are not to be compared. */
  name: string | null
  tier: string
  /** Of the customer. */
  officeId: number
  city?: string | null
  phones?: string[]
  taxId?: string | null
}

type Named = { name: string; nameEn: string | null }

/** A customer that may be the same. One that the person may not see is masked: no code, nothing but these three. */
export interface Duplicate {
  likeness: Likeness
  name: string
  nameEn: string | null
  office: Named
  /** Null in the public pool. */
  owner: Named | null
  /** Null where it is masked. */
  code: string | null
}

const MOST = 5

/** Customers of the whole company that are likely to be the one described; `except` is itself. */
export async function findDuplicates(ctx: Ctx, described: Described, except?: number): Promise<Duplicate[]> {
  const likeness = new Map<number, Likeness>()
  for (const like of likenesses)
    for (const { id } of await alike[like](ctx, described))
      if (id !== except && !likeness.has(id)) likeness.set(id, like)
  const ids = [...likeness.keys()].slice(0, MOST)
  const customers = await ctx.db.customer.findMany({
    where: { id: { in: ids } },
    include: { owner: true, office: true },
  })
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  return ids.map((id) => masked(ctx, byId.get(id)!, likeness.get(id)!))
}

type FullCustomer = Prisma.CustomerGetPayload<{ include: { owner: true; office: true } }>

function masked({ me }: Ctx, customer: FullCustomer, likeness: Likeness): Duplicate {
  const { code, name, nameEn, owner, office } = customer
  return {
    likeness,
    name,
    nameEn,
    office: { name: office.name, nameEn: office.nameEn },
    owner: owner && { name: owner.name, nameEn: owner.nameEn },
    code: maySee(me, customer) ? code : null,
  }
}

type Ids = PromiseLike<{ id: number }[]>

const alike: Record<Likeness, (ctx: Ctx, described: Described) => Ids> = {
  tax_id: async ({ db }, { taxId }) =>
    taxId ? db.customer.findMany({ where: { taxId }, select: { id: true }, take: MOST }) : [],
  phone: async ({ db }, { phones = [] }) => {
    const rows = phones.map((phone) => customersWithNumber(db, phone.replace(/\D/g, '')))
    return (await Promise.all(rows)).flat()
  },
  name: async ({ db }, described) =>
    described.name === null
      ? []
      : db.$queryRaw<{ id: number }[]>`
          SELECT c.id FROM Customer c WHERE c.coreName = ${coreNameOf(described.name, described.city)}
          AND ${comparable(described)} ORDER BY c.officeId = ${described.officeId} DESC, c.id LIMIT ${MOST}`,
  sound: async ({ db }, { name, city, officeId }) =>
    name === null
      ? []
      : db.$queryRaw<{ id: number }[]>`
          SELECT customerId AS id FROM CustomerKey WHERE key = ${soundKey(pinyinOf(coreNameOf(name, city)))}
            AND officeId = ${officeId} AND kind = 'sound' LIMIT ${MOST}`,
}

/** Shops of one name are all over the country: only a distributor is compared with all of it, the others within the sales unit. */
const comparable = ({ tier, officeId }: Described) =>
  tier.endsWith('distributor')
    ? Prisma.sql`1`
    : Prisma.sql`(c.tier LIKE '%distributor' OR c.officeId IN (SELECT id FROM OrgUnit
        WHERE parentId = (SELECT parentId FROM OrgUnit WHERE id = ${officeId})))`

const customersWithNumber = (db: Tx, digits: string): Ids => db.$queryRaw`
  SELECT DISTINCT c.id FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
  WHERE ${numberSql(digits)} LIMIT ${MOST}`
