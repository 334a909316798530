import type { Prisma } from '#prisma'
import { defaultRules } from '../../src/crm/rules.ts'
import { lacksOf } from '../../src/crm/visits/valid-follow-up.ts'
import { daysBetween, Temporal } from '../../src/lib/time.ts'
import type { Language } from '../../src/lib/words.ts'
import type { ContactRow } from './contacts.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { MemberRow } from './organisation.ts'
import { missedBefore, planAfter } from './planned-visits.ts'
import { randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'
import { agendaOf, blankVisit, type Scene, type Told } from './told-visit.ts'
import { visitWords } from './visit-words.ts'

export type VisitRow = Prisma.VisitCreateManyInput & { id: number }

const PAST_DAYS = 84

/** Twelve weeks of visits to the customers that have an owner, and what is planned for the days to come. */
export function visitRows(
  customers: CustomerRow[],
  contacts: Map<number, ContactRow[]>,
  members: MemberRow[],
  calendar: DemoCalendar,
): VisitRow[] {
  const busy = new Map<string, number>()
  const scenes = customers.filter(isOwned).map((customer): Scene => {
    const random = randomOf('visits', customer.id)
    const language = members.find(({ id }) => id === customer.ownerId)!.language as Language
    const words = visitWords(random, language, calendar)
    return { customer, contacts: contacts.get(customer.id) ?? [], members, calendar, random, words, busy }
  })
  return numbered(scenes.flatMap(story))
}

const isOwned = (customer: CustomerRow): customer is Scene['customer'] => customer.ownerId !== null

/** All visits to one customer, in the order of time. */
function story(scene: Scene): Told[] {
  const visits: (Told | null)[] = []
  const days = visitDays(scene)
  for (const [index, day] of days.entries()) {
    const last = visits.findLast((visit) => visit !== null)
    visits.push(missedBefore(scene, last, day), visitOn(scene, day, nextDayOf(scene, day, days[index + 1])))
  }
  visits.push(planAfter(scene, visits.at(-1) ?? undefined))
  const told = visits.filter((visit) => visit !== null)
  settleSteps(told)
  return told
}

/** Working days on which the customer was visited. Who is dormant or lost is not, a new one is since it was registered. */
function visitDays({ customer, calendar, random }: Scene): number[] {
  if (customer.status === 'dormant' || customer.status === 'lost') return []
  const registered = daysBetween(calendar.anchor, Temporal.PlainDate.from(customer.registeredOn))
  const every = customer.reportsStock ? 8 : customer.tier === 'outlet' ? 14 : 11
  const until = agendaOf(customer) ? -8 : random.chance(0.07) ? -random.between(12, 19) : -1
  const days: number[] = []
  let day = Math.max(registered, -PAST_DAYS) + random.between(0, every)
  for (; day <= until; day += every + random.between(-3, 3))
    days.push(calendar.works(day) ? day : calendar.workday(day, -1))
  return [...new Set(days)]
}

/** For when the next visit was agreed: a little before it came about; after the last one, for the days around the start. */
function nextDayOf({ customer, calendar, random }: Scene, day: number, after?: number): number | null {
  const agenda = agendaOf(customer)
  if (after === undefined && agenda === 'overdue') return calendar.workday(0, -2)
  if (after === undefined && agenda === 'due') return 0
  if (random.chance(0.35)) return null
  if (after !== undefined) return Math.max(day + 1, after - random.pick([0, 0, 0, 1, 2]))
  const dice = random.between(1, 100)
  const ahead = calendar.workday(0, random.between(1, 9))
  const wanted = dice <= 9 ? -random.between(1, 5) : dice <= 18 ? 0 : ahead
  return wanted > day ? wanted : ahead
}

function visitOn(scene: Scene, day: number, nextDay: number | null): Told {
  const { random, words, calendar, contacts } = scene
  const met = !random.chance(0.03)
  const contact = met ? (random.chance(0.75) ? contacts[0] : random.pick(contacts)) : undefined
  const createdAt = calendar.moment(day, random.between(9, 18), random.between(0, 59))
  const said = {
    about: met ? words.subject(day) : words.attempt(day),
    feedback: met && random.chance(0.4) ? words.feedback(day) : null,
    nextStep: nextDay === null ? null : words.nextStep(nextDay),
    nextDate: nextDay === null ? null : calendar.iso(nextDay),
  }
  return {
    ...blankVisit(scene, day, createdAt),
    ...said,
    contactId: contact?.id ?? null,
    kind: random.chance(0.85) ? 'on_site' : random.pick(['phone', 'phone', 'online']),
    need: met && random.chance(0.12) ? words.need(day) : null,
    nextDay,
    valid: lacksOf({ ...said, contact: contact?.name }, defaultRules).length === 0,
    recordedAt: createdAt,
  }
}

/** A next step is done by a valid visit on or after its day, and replaced by a new one or by a plan. */
function settleSteps(visits: Told[]): void {
  let open: Told[] = []
  for (const visit of visits.filter(({ state }) => state !== 'missed')) {
    const replaces = visit.state === 'planned' || visit.nextDay !== null
    for (const step of open)
      if (replaces || (visit.valid && step.nextDay! <= visit.day)) step.settledBy = visit
    open = open.filter((step) => step.settledBy === null)
    if (visit.state === 'done' && visit.nextDay !== null) open.push(visit)
  }
}

/** In the order in which they were written down. */
function numbered(told: Told[]): VisitRow[] {
  const ordered = told.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const ids = new Map(ordered.map((visit, index) => [visit, index + 1]))
  return ordered.map(({ day: _, nextDay: __, settledBy, ...visit }, index) => ({
    ...visit,
    id: index + 1,
    settledAt: settledBy?.createdAt ?? null,
    settledById: settledBy ? ids.get(settledBy)! : null,
  }))
}
