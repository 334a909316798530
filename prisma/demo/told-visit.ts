import type { Prisma } from '#prisma'
import type { ContactRow } from './contacts.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { knownShops } from './known-shops.ts'
import { type MemberRow, ownerOn } from './organisation.ts'
import type { Random } from './random.ts'
import type { CustomerRow } from './shop.ts'
import type { VisitWords } from './visit-words.ts'

/** A visit before it has a number; `settledBy` is the visit or plan that took its next step over. */
export interface Told extends Omit<Prisma.VisitCreateManyInput, 'createdAt' | 'nextStep'> {
  day: number
  nextDay: number | null
  nextStep: string | null
  createdAt: Date
  settledBy: Told | null
}

/** One customer, and what is needed to tell of the visits to it. */
export interface Scene {
  customer: CustomerRow & { ownerId: number }
  contacts: ContactRow[]
  members: MemberRow[]
  calendar: DemoCalendar
  random: Random
  words: VisitWords
  /** How many visits an owner has planned for a day. */
  busy: Map<string, number>
}

/** What is certain about a known customer, so that the first day has something of everything. */
export const agendaOf = ({ id }: CustomerRow) => knownShops[id - 1]?.agenda

/** What every visit has, made by whoever looked after the customer. */
export function blankVisit({ customer, members, calendar }: Scene, day: number, createdAt: Date): Told {
  const date = calendar.iso(day)
  return {
    customerId: customer.id,
    memberId: ownerOn(customer, date, members) ?? customer.ownerId,
    contactId: null,
    state: 'done',
    date,
    time: null,
    kind: 'on_site',
    about: '',
    need: null,
    feedback: null,
    nextStep: null,
    nextDate: null,
    valid: true,
    reason: null,
    plannedAbout: null,
    createdAt,
    recordedAt: null,
    day,
    nextDay: null,
    settledBy: null,
  }
}
