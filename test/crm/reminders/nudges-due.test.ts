import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayDisturb } from '../../../src/crm/reminders/allowed-moment.ts'
import { type Nudge, nudgesDue, type Told } from '../../../src/crm/reminders/nudges-due.ts'
import type { OpenItem } from '../../../src/crm/reminders/open-items.ts'
import { calendar, leavesNow, type Person, type Roster, rosterOf } from '../../../src/crm/reminders/roster.ts'
import { followUpStages, reportStages } from '../../../src/crm/reminders/stages.ts'
import { defaultRules } from '../../../src/crm/rules.ts'
import { deadlinesOf } from '../../../src/crm/stock/expect-reports.ts'
import { weekOf } from '../../../src/lib/period.ts'
import { Temporal } from '../../../src/lib/time.ts'

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']
const start = Temporal.PlainDate.from('2027-03-08')

const roles = ['rep', 'rep', 'team_lead', 'office_head', 'unit_manager', 'info_clerk'] as const

const leave = fc
  .record({
    from: fc.integer({ min: 0, max: 25 }),
    days: fc.integer({ min: 0, max: 6 }),
    half: fc.constantFrom(null, null, 'am', 'pm'),
    standInId: fc.option(fc.integer({ min: 1, max: 6 })),
  })
  .map(({ from, days, half, standInId }) => ({
    fromDate: start.add({ days: from }).toString(),
    toDate: start.add({ days: from + (half ? 0 : days) }).toString(),
    half,
    standInId,
  }))

const roster: fc.Arbitrary<Roster> = fc
  .record({
    zone: fc.constantFrom(...zones),
    leaves: fc.array(fc.array(leave, { maxLength: 2 }), { minLength: 6, maxLength: 6 }),
    quiet: fc.array(fc.constantFrom([20, 8], [20, 8], [18, 10], [22, 7]), { minLength: 6, maxLength: 6 }),
    leads: fc.boolean(),
  })
  .map(({ zone, leaves, quiet, leads }) => {
    const people = roles.map((role, i): Person => {
      const unitId = role === 'unit_manager' || role === 'info_clerk' ? 1 : 2
      const leadId = leads && role === 'rep' ? 3 : null
      const [quietFrom, quietUntil] = quiet[i] as [number, number]
      const id = i + 1
      return {
        ...{ id, code: `p${id}`, name: `人${id}`, nameEn: `P${id}`, role, unitId, leadId, successorId: null },
        ...{ left: false, zone, quietFrom, quietUntil, leaves: leaves[i]! },
      }
    })
    const units = new Map<number, { zone: string; parentId: number | null }>([
      [1, { zone, parentId: null }],
      [2, { zone, parentId: 1 }],
    ])
    return rosterOf(people, units)
  })

const customer = { id: 1, code: 'KH000001', name: '华联', nameEn: null, officeId: 2, ownerId: 1 }

function items({ people }: Roster, plan: { owner: number; day: number; report: boolean }[]): OpenItem[] {
  return plan.map(({ owner: id, day, report }, i) => {
    const owner = people.get(id)!
    const due = start.add({ days: day })
    const common = { customer, owner, due, time: null, about: '', report: null }
    const stages = report
      ? reportStages(deadlinesOf(weekOf(due), owner.zone), owner.zone, defaultRules)
      : followUpStages(due, owner.zone, defaultRules, calendar)
    return {
      ...common,
      item: `${report ? 'report' : 'visit'}:${i}`,
      kind: report ? 'report' : 'next_step',
      stages,
    }
  })
}

const plan = fc.array(
  fc.record({
    owner: fc.integer({ min: 1, max: 4 }),
    day: fc.integer({ min: 0, max: 20 }),
    report: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Moments at which somebody looks: every hour, every few hours, after days of silence. */
const looks = fc
  .array(fc.constantFrom(1, 1, 1, 2, 5, 13, 70), { minLength: 20, maxLength: 250 })
  .map((hours) => {
    let now = Temporal.Instant.from('2027-03-08T00:00:00Z')
    return hours.map((step) => (now = now.add({ hours: step })))
  })

/** Lets time pass: what is said at each look is remembered, as the job remembers it. */
function history(who: Roster, open: OpenItem[], moments: Temporal.Instant[]) {
  const told: Told = { nudges: [], snoozes: [] }
  return moments.map((now) => {
    const nudges = nudgesDue(open, who, told, { now })
    told.nudges.push(
      ...nudges.map(({ meant, item, stage }) => ({ memberId: meant.id, item: item.item, stage })),
    )
    return { now, nudges }
  })
}

const everything = (
  property: (who: Roster, said: { now: Temporal.Instant; nudges: Nudge[] }[], open: OpenItem[]) => void,
) =>
  fc.assert(
    fc.property(roster, plan, looks, (who, planned, moments) => {
      const open = items(who, planned)
      property(who, history(who, open, moments), open)
    }),
    { numRuns: 60 },
  )

describe('whatever is owed, whoever is away, whenever somebody looks', () => {
  test('nobody is told of an item more than twice, and each level hears once', () => {
    everything((_, said) => {
      const counts = new Map<string, number>()
      for (const { meant, item, stage } of said.flatMap(({ nudges }) => nudges)) {
        const own = stage === 'first' || stage === 'second'
        const key = `${item.item} ${meant.id} ${own ? 'own' : stage}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
        expect(counts.get(key)).toBeLessThanOrEqual(own ? 2 : 1)
      }
    })
  })

  test('never on a day off, in quiet hours or on leave', () => {
    everything((_, said) => {
      for (const { now, nudges } of said)
        for (const { to } of nudges) expect(mayDisturb(to, now, calendar)).toBe(true)
    })
  })

  test('whoever is on leave is skipped, and nobody but the stand-in is asked instead', () => {
    everything((_, said) => {
      for (const { now, nudges } of said)
        for (const { to, meant } of nudges) {
          const away = leavesNow(meant, now)
          if (away.length === 0) expect(to).toBe(meant)
          else expect(away.map(({ standInId }) => standInId)).toContain(to.id)
        }
    })
  })

  test('nothing is said before its time, and nothing earlier after something later', () => {
    everything((_, said) => {
      const second = new Set<string>()
      for (const { now, nudges } of said)
        for (const { item, stage } of nudges) {
          const due = item.stages.find((one) => one.stage === stage)!
          expect(Temporal.Instant.compare(due.at, now)).toBeLessThanOrEqual(0)
          expect(stage === 'first' && second.has(item.item)).toBe(false)
          if (stage === 'second') second.add(item.item)
        }
    })
  })

  test('looking twice says nothing twice', () => {
    everything((who, said, open) => {
      const nudges = said
        .flatMap((look) => look.nudges)
        .map(({ meant, item, stage }) => ({ memberId: meant.id, item: item.item, stage }))
      const last = said.at(-1)!.now
      expect(nudgesDue(open, who, { nudges, snoozes: [] }, { now: last })).toEqual([])
    })
  })

  test('someone who looks every hour misses nothing: who is there is told twice', () => {
    const hourly = Array.from({ length: 24 * 40 }, (_, hour) =>
      Temporal.Instant.from('2027-03-08T00:00:00Z').add({ hours: hour }),
    )
    fc.assert(
      fc.property(roster, plan, (who, planned) => {
        const people = [...who.people.values()]
        const present = rosterOf(
          people.map((person) => ({ ...person, leaves: [], quietFrom: 20, quietUntil: 8 })),
          who.units,
        )
        const open = items(present, planned)
        const nudges = history(present, open, hourly).flatMap((look) => look.nudges)
        for (const item of open) {
          const stages = nudges.filter((nudge) => nudge.item === item).map(({ stage }) => stage)
          expect(stages).toEqual(expect.arrayContaining(['first', 'second']))
        }
      }),
      { numRuns: 20 },
    )
  })
})
