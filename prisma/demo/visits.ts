import type { Prisma } from '#prisma'
import { defaultRules } from '../../src/crm/rules.ts'
import { type MissReason, missReasons } from '../../src/crm/visits/miss-visit.ts'
import { lacksOf } from '../../src/crm/visits/valid-follow-up.ts'
import type { Language } from '../../src/lib/words.ts'
import type { ContactRow } from './contacts.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { festivalAhead } from './festivals.ts'
import { knownShops } from './known-shops.ts'
import type { MemberRow } from './organisation.ts'
import { products } from './products.ts'
import { type Random, randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'
import { type VisitWords, visitWords } from './visit-words.ts'

export type VisitRow = Prisma.VisitCreateManyInput & { id: number; createdAt: Date }

/** A visit before it has a number; `settledBy` is the visit or plan that took its next step over. */
interface Told extends Omit<Prisma.VisitCreateManyInput, 'createdAt'> {
  day: number
  nextDay: number | null
  createdAt: Date
  settledBy: Told | null
}

const PAST_DAYS = 84

/** Twelve weeks of visits to the customers that have an owner, and what is planned for the days to come. */
export function visitRows(
  customers: CustomerRow[],
  contacts: Map<number, ContactRow[]>,
  members: MemberRow[],
  calendar: DemoCalendar,
): VisitRow[] {
  const people = new Map(members.map((member) => [member.id, member]))
  const festival = festivalAhead(calendar.anchor)
  const busy = new Map<string, number>()
  const told = customers.flatMap((customer) => {
    if (customer.ownerId === null) return []
    const random = randomOf('visits', customer.id)
    const owner = people.get(customer.ownerId)!
    const words = visitWords(random, owner.language as Language, products, festival)
    return story({
      customer,
      owner,
      contacts: contacts.get(customer.id) ?? [],
      members,
      calendar,
      random,
      words,
      busy,
    })
  })
  return numbered(told)
}

interface Scene {
  customer: CustomerRow
  owner: MemberRow
  contacts: ContactRow[]
  members: MemberRow[]
  calendar: DemoCalendar
  random: Random
  words: VisitWords
  /** How many visits an owner has planned for a day. */
  busy: Map<string, number>
}

/** All visits to one customer, in the order of time. */
function story(scene: Scene): Told[] {
  const visits: Told[] = []
  const days = visitDays(scene)
  days.forEach((day, index) => {
    const visit = visitOn(scene, day, nextDayOf(scene, day, days[index + 1]))
    const missed = missedBefore(scene, visits.at(-1), day)
    if (missed) visits.push(missed)
    visits.push(visit)
  })
  const plan = planOf(scene, visits.at(-1))
  if (plan) visits.push(plan)
  settleSteps(visits)
  return visits
}

/** Working days on which the customer was visited. Who is dormant or lost is not, a new one is since it was registered. */
function visitDays({ customer, calendar, random }: Scene): number[] {
  if (customer.status === 'dormant' || customer.status === 'lost') return []
  const registered = -calendar.anchor.since(customer.registeredOn, { largestUnit: 'days' }).days
  const every = customer.reportsStock ? 8 : customer.tier === 'outlet' ? 14 : 11
  const until = agendaOf(customer) ? -8 : random.chance(0.07) ? -random.between(12, 19) : -1
  const days: number[] = []
  let day = Math.max(registered, -PAST_DAYS) + random.between(0, every)
  for (; day <= until; day += every + random.between(-3, 3)) if (calendar.works(day)) days.push(day)
  return days
}

/** What is told of a known customer for certain: so that the first day has something of everything. */
const agendaOf = ({ id }: CustomerRow) => knownShops[id - 1]?.agenda

/** When the next visit was agreed for: a little before it came about; after the last one in the days around the start. */
function nextDayOf(
  { customer, calendar, random }: Scene,
  day: number,
  after: number | undefined,
): number | null {
  const agenda = agendaOf(customer)
  if (after === undefined && agenda === 'overdue') return calendar.workday(0, -2)
  if (after === undefined && agenda === 'due') return 0
  if (random.chance(0.35)) return null
  if (after !== undefined) return Math.max(day + 1, after - random.pick([0, 0, 0, 1, 2]))
  const dice = random.between(1, 100)
  const wanted =
    dice <= 9 ? -random.between(1, 5) : dice <= 18 ? 0 : calendar.workday(0, random.between(1, 9))
  return wanted > day ? wanted : calendar.workday(0, random.between(1, 5))
}

function visitOn(scene: Scene, day: number, nextDay: number | null): Told {
  const { random, words, calendar, contacts } = scene
  const met = !random.chance(0.03)
  const contact =
    met && contacts.length > 0 ? (random.chance(0.75) ? contacts[0]! : random.pick(contacts)) : null
  const createdAt = calendar.moment(day, random.between(9, 18), random.between(0, 59))
  const said = {
    about: met ? words.subject() : words.attempt(),
    feedback: met && random.chance(0.4) ? words.feedback() : null,
    nextStep: nextDay === null ? null : words.nextStep(),
    nextDate: nextDay === null ? null : calendar.iso(nextDay),
  }
  return {
    ...blank(scene, day, createdAt),
    ...said,
    contactId: contact?.id ?? null,
    kind: random.chance(0.85) ? 'on_site' : random.pick(['phone', 'phone', 'online']),
    need: met && random.chance(0.12) ? words.need() : null,
    nextDay,
    valid: lacksOf({ ...said, contact: contact?.name }, defaultRules).length === 0,
    recordedAt: createdAt,
  }
}

/** What every visit has; whoever owned the customer at the time made it. */
function blank({ customer, owner, members, calendar }: Scene, day: number, createdAt: Date) {
  const before = members.find(({ id }) => id === customer.lastOwnerId)
  const wasThere = before?.leftOn && calendar.iso(day) < before.leftOn
  return {
    customerId: customer.id,
    memberId: wasThere ? before.id : owner.id,
    contactId: null as number | null,
    state: 'done',
    date: calendar.iso(day),
    time: null as string | null,
    kind: 'on_site',
    about: '',
    need: null as string | null,
    feedback: null as string | null,
    nextStep: null as string | null,
    nextDate: null as string | null,
    valid: true,
    reason: null as string | null,
    plannedAbout: null as string | null,
    createdAt,
    recordedAt: null as Date | null,
    day,
    nextDay: null as number | null,
    settledBy: null as Told | null,
  } satisfies Told
}

/** Now and then a visit was planned, and came to nothing that day. */
function missedBefore(scene: Scene, last: Told | undefined, day: number): Told | null {
  const { random, calendar, words } = scene
  const planned = calendar.workday(day, -1)
  if (!last || planned <= last.day || !random.chance(0.05)) return null
  const reasons = (Object.keys(missReasons) as MissReason[]).filter((reason) => reason !== 'made_later')
  return {
    ...blank(scene, planned, calendar.moment(last.day, 18, 30)),
    state: 'missed',
    time: '10:00',
    about: words.nextStep(),
    reason: random.pick(reasons),
    recordedAt: calendar.moment(planned, 18),
  }
}

/** A visit planned for one of the next days; a few plans of the last days have not been reported on. */
function planOf(scene: Scene, last: Told | undefined): Told | null {
  const { owner, words, busy } = scene
  const day = plannedDay(scene)
  if (!last || day === null) return null
  const key = `${owner.id}:${day}`
  const nth = busy.get(key) ?? 0
  if (day <= last.day || nth >= times.length) return null
  busy.set(key, nth + 1)
  const about = last.nextStep ?? words.nextStep()
  return { ...blank(scene, day, last.createdAt), state: 'planned', time: times[nth]!, about }
}

const times = ['09:30', '11:00', '14:00', '15:30']

function plannedDay({ customer, random, calendar }: Scene): number | null {
  switch (agendaOf(customer)) {
    case 'planned':
      return calendar.works(0) ? 0 : calendar.workday(0, 1)
    case 'unreported':
      return calendar.workday(0, -1)
    case undefined:
      if (!random.chance(0.4)) return null
      return random.chance(0.06) ? calendar.workday(0, -1) : comingDay(random, calendar)
    default:
      return null
  }
}

function comingDay(random: Random, calendar: DemoCalendar): number {
  const first = calendar.works(0) ? 0 : calendar.workday(0, 1)
  const later = random.between(0, 4)
  return later === 0 ? first : calendar.workday(first, later)
}

/** A next step is done by a valid visit on or after its day, and replaced by a new one or by a plan. */
function settleSteps(visits: Told[]): void {
  let open: Told[] = []
  for (const visit of visits) {
    if (visit.state === 'missed') continue
    const settles = (step: Told) =>
      visit.state === 'planned' ||
      visit.nextDay !== null ||
      (visit.valid === true && step.nextDay! <= visit.day)
    for (const step of open) if (settles(step)) step.settledBy = visit
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
