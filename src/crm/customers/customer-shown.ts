import type { Prisma } from '#prisma'
import { type Period, periodOf } from '../../lib/period.ts'
import { localDate, Temporal } from '../../lib/time.ts'
import type { Ctx, Tx } from '../context.ts'
import type { ContractState } from '../contracts/approval.ts'
import { contractOfYear } from '../contracts/contract-of-year.ts'
import { maySee, mayWorkOn, visibleTo } from '../people/visibility.ts'
import { inCases } from '../products/quantity.ts'
import { owedReports } from '../stock/owed-reports.ts'
import { type StockSituation, stockSituation } from '../stock/stock-situation.ts'
import { recentVisits } from '../visits/recent-visits.ts'
import { type CustomerWithOwner, customerByCode } from './customer-by-code.ts'
import { lackingFields, type RequiredField } from './required-fields.ts'
import type { Tier } from './tiers.ts'

type Named = { name: string; nameEn: string | null }

/** All that the card of a customer says, as this reader may see it. */
export interface CustomerShown {
  customer: CustomerWithOwner
  tier: Tier
  /** With a code where the reader may open it. */
  upstream: (Named & { code: string | null }) | null
  /** Customers supplied by this one that the reader may see. */
  downstream: number
  contacts: ContactShown[]
  contract: { number: string; state: ContractState; cases: number } | null
  visits: { date: Temporal.PlainDate; about: string; contact: Named | null; by: Named }[]
  nextDate: Temporal.PlainDate | null
  stock: StockSituation
  owed: { period: Period; state: 'due' | 'missed' | 'returned' }[]
  lacking: RequiredField[]
  /** Whether the reader may record visits and reports here. */
  workable: boolean
}

export type ContactShown = Prisma.ContactGetPayload<object>

const SHOWN_VISITS = 3

export async function customerShown(ctx: Ctx, code: string): Promise<CustomerShown> {
  const customer = await customerByCode(ctx, code)
  const { db, me } = ctx
  const contacts = await db.contact.findMany({
    where: { customerId: customer.id },
    orderBy: [{ isKey: 'desc' }, { id: 'asc' }],
  })
  const visits = await recentVisits(db, customer.id, SHOWN_VISITS)
  const owed = await owedReports(ctx, { customerId: customer.id })
  return {
    customer,
    tier: customer.tier as Tier,
    upstream: await upstreamOf(ctx, customer.upstreamId),
    downstream: await db.customer.count({ where: { AND: [{ upstreamId: customer.id }, visibleTo(me)] } }),
    contacts,
    contract: await contractShown(db, customer.id, localDate(ctx.now, me.zone).year),
    visits: visits.map(({ date, about, contact, contactName, member }) => ({
      date: Temporal.PlainDate.from(date),
      about,
      contact: contact ?? (contactName ? { name: contactName, nameEn: null } : null),
      by: member,
    })),
    nextDate: await nextDateAt(db, customer.id),
    stock: await stockSituation(ctx, customer.id),
    owed: owed.map(({ period, state }) => ({ period: periodOf(period)!, state })),
    lacking: lackingFields({ ...customer, contacts }),
    workable: mayWorkOn(me, customer),
  }
}

async function upstreamOf({ db, me }: Ctx, id: number | null): Promise<CustomerShown['upstream']> {
  const upstream = id === null ? null : await db.customer.findUnique({ where: { id } })
  return upstream && { ...upstream, code: maySee(me, upstream) ? upstream.code : null }
}

async function contractShown(db: Tx, customerId: number, year: number): Promise<CustomerShown['contract']> {
  const contract = await contractOfYear(db, customerId, year)
  if (!contract) return null
  const products = await db.product.findMany({
    where: { id: { in: contract.lines.map((line) => line.productId) } },
  })
  const byId = new Map(products.map((product) => [product.id, product]))
  const cases = contract.lines.reduce((sum, line) => sum + inCases(line.volume, byId.get(line.productId)!), 0)
  return { number: contract.number, state: contract.state, cases }
}

/** The next step that was agreed and is still open. */
async function nextDateAt(db: Tx, customerId: number): Promise<Temporal.PlainDate | null> {
  const visit = await db.visit.findFirst({
    where: { customerId, state: 'done', settledAt: null, nextDate: { not: null } },
    orderBy: { nextDate: 'asc' },
    select: { nextDate: true },
  })
  return visit?.nextDate ? Temporal.PlainDate.from(visit.nextDate) : null
}
