import type { Prisma } from '#prisma'
import { Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { refuse } from '../refusal.ts'
import type { MissReason } from './miss-visit.ts'
import { type Lack, lacksOf } from './valid-follow-up.ts'
import type { VisitKind } from './visit-kinds.ts'

const everything = { customer: true, contact: true, member: true } satisfies Prisma.VisitInclude

type Row = Prisma.VisitGetPayload<{ include: typeof everything }>

export type VisitState = 'planned' | 'done' | 'missed' | 'cancelled'

/** A visit as its card shows it. */
export interface VisitShown {
  id: number
  state: VisitState
  customer: { id: number; code: string; name: string; nameEn: string | null }
  by: { name: string; nameEn: string }
  contact: { name: string; nameEn: string | null; onFile: boolean } | null
  date: Temporal.PlainDate
  time: string | null
  kind: VisitKind
  about: string
  feedback: string | null
  nextStep: string | null
  nextDate: Temporal.PlainDate | null
  /** A date agreed earlier that this visit leaves standing. */
  stillAgreed: Temporal.PlainDate | null
  lacks: Lack[]
  reason: MissReason | null
}

/** The visit, where the reader may see the customer. */
export async function visitShown(ctx: Ctx, id: number): Promise<VisitShown> {
  const visit = await ctx.db.visit.findUnique({ where: { id }, include: everything })
  if (!visit) refuseUnknown(id)
  await customerByCode(ctx, visit.customer.code)
  return { ...shown(visit, ctx), stillAgreed: visit.nextDate ? null : await agreedBefore(ctx, visit) }
}

const shown = (visit: Row, { rules }: Ctx): Omit<VisitShown, 'stillAgreed'> => ({
  id: visit.id,
  state: visit.state as VisitState,
  customer: visit.customer,
  by: visit.member,
  contact: contactShown(visit),
  date: Temporal.PlainDate.from(visit.date),
  time: visit.time,
  kind: visit.kind as VisitKind,
  about: visit.about,
  feedback: visit.feedback,
  nextStep: visit.nextStep,
  nextDate: visit.nextDate ? Temporal.PlainDate.from(visit.nextDate) : null,
  lacks: visit.valid ? [] : lacksOf({ ...visit, contact: contactShown(visit)?.name }, rules),
  reason: visit.reason as MissReason | null,
})

/** Whoever was spoken to, on file or as said. */
export function contactShown({ contact, contactName }: Pick<Row, 'contact' | 'contactName'>) {
  if (contact) return { name: contact.name, nameEn: contact.nameEn, onFile: true }
  return contactName ? { name: contactName, nameEn: null, onFile: false } : null
}

async function agreedBefore(ctx: Ctx, { customerId, id, date }: Row): Promise<Temporal.PlainDate | null> {
  const open = await ctx.db.visit.findFirst({
    where: {
      customerId,
      state: 'done',
      settledAt: null,
      nextDate: { not: null },
      date: { lte: date },
      id: { not: id },
    },
    orderBy: { nextDate: 'asc' },
  })
  return open?.nextDate ? Temporal.PlainDate.from(open.nextDate) : null
}

function refuseUnknown(id: number): never {
  refuse('visit.unknown', {
    zh: `没有第 ${id} 号拜访记录。发“拜访记录 客户名称”看历史。`,
    en: `There is no visit number ${id}. Say “visits <customer>” to see the history.`,
  })
}
