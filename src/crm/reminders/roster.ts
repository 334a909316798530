import type { Prisma } from '#prisma'
import { localDate, type Temporal, zoned } from '../../lib/time.ts'
import { assuming, chineseCalendar } from '../../lib/working-calendar.ts'
import type { Tx } from '../context.ts'
import { covers } from '../leave/covers.ts'
import type { Role } from '../people/roles.ts'
import type { Rules } from '../rules.ts'
import type { Hours } from './allowed-moment.ts'

/** Where the holidays of a year are not announced yet, a reminder goes by the law's own. */
export const calendar = assuming(chineseCalendar)

export interface Person extends Hours {
  id: number
  code: string
  name: string
  nameEn: string
  role: Role
  unitId: number
  leadId: number | null
  successorId: number | null
  left: boolean
  leaves: (Hours['leaves'][number] & { standInId: number | null })[]
}

/** Everyone, and how they stand to each other. */
export interface Roster {
  people: Map<number, Person>
  /** Units by id; offices know their sales unit. */
  units: Map<number, Unit>
  /** Those who are there, by role and unit. */
  holders: Map<string, Person[]>
}

interface Unit {
  zone: string
  parentId: number | null
}

export function rosterOf(people: Person[], units: Map<number, Unit>): Roster {
  const here = people.filter(({ left }) => !left)
  return {
    people: new Map(people.map((person) => [person.id, person])),
    units,
    holders: Map.groupBy(here, ({ role, unitId }) => holding(role, unitId)),
  }
}

const holding = (role: Role, unitId: number) => `${role} ${unitId}`

export async function loadRoster(db: Tx, rules: Rules, now: Temporal.Instant): Promise<Roster> {
  const units = await db.orgUnit.findMany({ select: { id: true, zone: true, parentId: true } })
  const members = await db.member.findMany({
    include: { unit: true, leaves: { where: { cancelledAt: null, toDate: { gte: yesterday(now) } } } },
    orderBy: { id: 'asc' },
  })
  return rosterOf(
    members.map((member) => personOf(member, rules, now)),
    new Map(units.map((unit) => [unit.id, unit])),
  )
}

const yesterday = (now: Temporal.Instant) => localDate(now, 'UTC').subtract({ days: 1 }).toString()

type MemberRow = Prisma.MemberGetPayload<{ include: { unit: true; leaves: true } }>

function personOf(member: MemberRow, rules: Rules, now: Temporal.Instant): Person {
  const { id, code, name, nameEn, role, unitId, leadId, successorId, leftOn, leaves, unit } = member
  const own = JSON.parse(member.preferences) as { quietFrom?: number; quietUntil?: number }
  const left = leftOn !== null && leftOn <= localDate(now, unit.zone).toString()
  return {
    ...{ id, code, name, nameEn, unitId, leadId, successorId, leaves, left },
    role: role as Role,
    zone: unit.zone,
    quietFrom: own.quietFrom ?? rules.quietFrom,
    quietUntil: own.quietUntil ?? rules.quietUntil,
  }
}

export const officeHeads = ({ holders }: Roster, officeId: number): Person[] =>
  holders.get(holding('office_head', officeId)) ?? []

export const unitManagers = ({ holders, units }: Roster, officeId: number): Person[] =>
  holders.get(holding('unit_manager', units.get(officeId)?.parentId ?? 0)) ?? []

/** Whose something is: the person named, else their successor, else the head of the office. */
export function responsible(roster: Roster, memberId: number | null, officeId: number): Person | undefined {
  const asked = new Set<number>()
  for (let id = memberId; id !== null && !asked.has(id); ) {
    asked.add(id)
    const person = roster.people.get(id)
    if (person && !person.left) return person
    id = person?.successorId ?? null
  }
  return officeHeads(roster, officeId)[0]
}

/** Who hears first of what someone leaves undone: the team lead or the office head; of a head, the unit manager. */
export function superiors(roster: Roster, person: Person, officeId: number): Person[] {
  const lead = person.leadId === null ? undefined : roster.people.get(person.leadId)
  if (lead && !lead.left) return [lead]
  return person.role === 'office_head' ? unitManagers(roster, officeId) : officeHeads(roster, officeId)
}

/** Who stands in for a person at that moment: named for the leave, still there and not away as well. */
export function standInOf(roster: Roster, person: Person, now: Temporal.Instant): Person | undefined {
  return leavesNow(person, now)
    .map(({ standInId }) => (standInId === null ? undefined : roster.people.get(standInId)))
    .find((standIn) => standIn && !standIn.left && leavesNow(standIn, now).length === 0)
}

export const leavesNow = ({ leaves, zone }: Person, now: Temporal.Instant) =>
  leaves.filter((leave) => covers(leave, zoned(now, zone).toPlainDateTime()))

/** Those who are away at that moment, by who stands in for them. */
export function absentByStandIn(roster: Roster, now: Temporal.Instant): Map<number, Person[]> {
  const pairs = [...roster.people.values()].flatMap((person) => {
    const standIn = person.left ? undefined : standInOf(roster, person, now)
    return standIn ? [{ person, standIn }] : []
  })
  const byStandIn = Map.groupBy(pairs, ({ standIn }) => standIn.id)
  return new Map([...byStandIn].map(([id, all]) => [id, all.map(({ person }) => person)]))
}
