import type { Prisma } from '#prisma'
import type { Listed, ListKind } from '../../../cards/digest-list-card.ts'
import type { Ctx } from '../context.ts'
import { neglected } from './customers-at-risk.ts'
import { scopeOf } from './digest-scope.ts'
import { type Flaw, incomplete } from './record-quality.ts'
import { stockDays } from './stock-days.ts'

const rowsShown = 15

const withOwner = { owner: true } satisfies Prisma.CustomerInclude

type Row = Prisma.CustomerGetPayload<{ include: typeof withOwner }>

/** The customers behind a figure of the digest, as far as the reader may see them. */
export function listedCustomers(ctx: Ctx, kind: ListKind): Promise<{ listed: Listed[]; total: number }> {
  return kind === 'stock' ? outOfRange(ctx) : kind === 'risk' ? atRisk(ctx) : withFlaws(ctx)
}

async function outOfRange(ctx: Ctx) {
  const { stockDaysMin, stockDaysMax } = ctx.rules
  const all = await stockDays(ctx, scopeOf(ctx.me).reports)
  const found = all.filter(({ days }) => days < stockDaysMin || days > stockDaysMax)
  const shown = found.slice(0, rowsShown)
  const rows = await ctx.db.customer.findMany({
    where: { id: { in: shown.map(({ customerId }) => customerId) } },
    include: withOwner,
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const listed = shown.map(({ customerId, ...stock }) => listedAs(byId.get(customerId)!, stock))
  return { listed, total: found.length }
}

async function atRisk(ctx: Ctx) {
  const where = neglected(ctx, scopeOf(ctx.me).reports)
  const rows = await ctx.db.customer.findMany({
    where,
    include: withOwner,
    orderBy: [{ lastVisitOn: 'asc' }, { code: 'asc' }],
    take: rowsShown,
  })
  const listed = rows.map((row) => listedAs(row, { lastVisit: row.lastVisitOn }))
  return { listed, total: await ctx.db.customer.count({ where }) }
}

async function withFlaws(ctx: Ctx) {
  const where = incomplete(scopeOf(ctx.me).reports)
  const rows = await ctx.db.customer.findMany({
    where,
    include: { ...withOwner, contacts: { select: { mobile: true } } },
    orderBy: { code: 'asc' },
    take: rowsShown,
  })
  const listed = rows.map((row) => listedAs(row, { flaws: flawsOf(row) }))
  return { listed, total: await ctx.db.customer.count({ where }) }
}

const listedAs = ({ code, name, nameEn, owner }: Row, why: Listed['why']): Listed => ({
  customer: { code, name, nameEn },
  owner,
  why,
})

const flawsOf = ({ tier, phone, contacts }: Row & { contacts: { mobile: string | null }[] }): Flaw[] => [
  ...(tier === 'unassigned' ? (['unassigned'] as const) : []),
  ...(!phone && contacts.every(({ mobile }) => mobile === null) ? (['noPhone'] as const) : []),
  ...(contacts.length === 0 ? (['noContact'] as const) : []),
]
