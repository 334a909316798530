import type { Visit } from '#prisma'
import { dateInWords } from '../../lib/date-in-words.ts'
import { lettersOf } from '../../lib/normalise-text.ts'
import { instantOf, Temporal, zoned } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import type { CustomerWithOwner } from '../customers/customer-by-code.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import { contactOf } from './contact-of.ts'
import { type Lack, lacksOf } from './valid-follow-up.ts'
import type { VisitKind } from './visit-kinds.ts'
import { workableCustomer } from './workable-customer.ts'

export interface VisitSaid {
  /** Code. */
  customer: string
  contact?: string
  /** YYYY-MM-DD; today where nothing was said. */
  date?: string
  kind?: VisitKind
  about: string
  feedback?: string
  nextStep?: string
  nextDate?: string
}

/** A visit as it would be saved. */
export interface PreparedVisit {
  customer: CustomerWithOwner
  contact: { id: number; name: string; nameEn: string | null } | null
  contactName: string | null
  date: Temporal.PlainDate
  kind: VisitKind
  about: string
  feedback: string | null
  nextStep: string | null
  nextDate: Temporal.PlainDate | null
  lacks: Lack[]
  /** The visit that was planned for that day, which this one makes good. */
  plan: Visit | null
  /** When the very same was recorded already, where it was. */
  keptAt: Temporal.ZonedDateTime | null
}

/** Finds what is meant and checks it: the same for the card to confirm and for the saving. */
export async function prepareVisit(ctx: Ctx, said: VisitSaid): Promise<PreparedVisit> {
  const customer = await workableCustomer(ctx, said.customer)
  const dates = datesOf(ctx, said)
  const { plan, same } = await ofThatDay(ctx, customer.id, dates.date.toString(), said.about)
  const contact = await contactSaid(ctx, customer.id, said.contact)
  return {
    customer,
    contact,
    contactName: contact?.name ?? said.contact ?? null,
    ...dates,
    kind: said.kind ?? 'on_site',
    about: said.about,
    feedback: said.feedback ?? null,
    nextStep: said.nextStep ?? null,
    lacks: lacksOf(said, ctx.rules),
    plan,
    keptAt: same && zoned(instantOf(same.recordedAt ?? same.createdAt), ctx.me.zone),
  }
}

const contactSaid = async (ctx: Ctx, customerId: number, said?: string) =>
  said ? contactOf(await ctx.db.contact.findMany({ where: { customerId } }), said) : null

/** What the person has of that day with the customer: a plan, and a visit made with the same words. */
async function ofThatDay(ctx: Ctx, customerId: number, date: string, about: string) {
  const visits = await ctx.db.visit.findMany({
    where: { customerId, date, memberId: ctx.me.id, state: { in: ['planned', 'done'] } },
    orderBy: { id: 'asc' },
  })
  const made = visits.filter(({ id, state }) => state === 'done' && ctx.corrects !== `visit:${id}`)
  return {
    plan: visits.find(({ state }) => state === 'planned') ?? null,
    same: made.find((visit) => lettersOf(visit.about) === lettersOf(about)) ?? null,
  }
}

function datesOf(ctx: Ctx, said: VisitSaid) {
  const today = todayOf(ctx)
  const date = said.date ? Temporal.PlainDate.from(said.date) : today
  const nextDate = said.nextDate ? Temporal.PlainDate.from(said.nextDate) : null
  if (Temporal.PlainDate.compare(date, today) > 0) refuseFuture(date)
  if (nextDate && Temporal.PlainDate.compare(nextDate, today) < 0) refusePast(nextDate)
  return { date, nextDate }
}

function refuseFuture(date: Temporal.PlainDate): never {
  const words = {
    zh: `${dateInWords(date, 'zh')}还没到，不能记为已拜访。要先安排，请发“计划拜访”。`,
    en: `${dateInWords(date, 'en')} is still to come, so no visit can have been made. To plan one, say “plan a visit”.`,
  }
  refuse('visit.future', words, { date: words })
}

/** A date that should lie ahead has passed. */
export function refusePast(date: Temporal.PlainDate, field = 'nextDate'): never {
  const words = {
    zh: `${dateInWords(date, 'zh')}已经过去，请写今天或以后的日期。`,
    en: `${dateInWords(date, 'en')} has passed. Please give today or a later date.`,
  }
  refuse('visit.past', words, { [field]: words })
}
