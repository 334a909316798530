import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hours, mayDisturb, nextAllowed } from '../../../src/crm/reminders/allowed-moment.ts'
import { calendar } from '../../../src/crm/reminders/roster.ts'
import { isBefore, localDate, Temporal, zoned } from '../../../src/lib/time.ts'
import { isWorkingDay } from '../../../src/lib/working-calendar.ts'
import { shanghai } from '../../support/field-office.ts'

const li: Hours = { zone: 'Asia/Shanghai', quietFrom: 20, quietUntil: 8, leaves: [] }
const next = (person: Hours, local: string) =>
  zoned(nextAllowed(person, shanghai(local), calendar), person.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

describe('when a person may be disturbed', () => {
  test.each([
    ['a working hour', '2026-11-24T10:00', '2026-11-24T10:00'],
    ['the very end of the quiet', '2026-11-24T08:00', '2026-11-24T08:00'],
    ['early in the morning', '2026-11-24T07:59', '2026-11-24T08:00'],
    ['in the evening', '2026-11-24T20:00', '2026-11-25T08:00'],
    ['on Friday night', '2026-11-27T21:00', '2026-11-30T08:00'],
    ['in the week of the national holiday', '2026-10-01T10:00', '2026-10-08T08:00'],
    ['on a Saturday that is worked', '2026-10-10T10:00', '2026-10-10T10:00'],
  ])('%s', (_, at, allowed) => expect(next(li, at)).toBe(allowed))

  test('not on leave, whole days or half', () => {
    const away = { ...li, leaves: [{ fromDate: '2026-11-24', toDate: '2026-11-25', half: null }] }
    expect(next(away, '2026-11-24T10:00')).toBe('2026-11-26T08:00')
    const morning = { ...li, leaves: [{ fromDate: '2026-11-24', toDate: '2026-11-24', half: 'am' }] }
    expect(next(morning, '2026-11-24T09:00')).toBe('2026-11-24T12:00')
    const afternoon = { ...li, leaves: [{ fromDate: '2026-11-24', toDate: '2026-11-24', half: 'pm' }] }
    expect(next(afternoon, '2026-11-24T13:00')).toBe('2026-11-25T08:00')
    expect(next(afternoon, '2026-11-24T11:00')).toBe('2026-11-24T11:00')
  })
})

const hour = fc.integer({ min: 0, max: 23 })
const leave = fc
  .record({
    start: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 0, max: 9 }),
    half: fc.constantFrom(null, 'am', 'pm'),
  })
  .map(({ start, days, half }) => {
    const from = Temporal.PlainDate.from('2027-03-01').add({ days: start })
    return { fromDate: from.toString(), toDate: from.add({ days: half ? 0 : days }).toString(), half }
  })
const person: fc.Arbitrary<Hours> = fc.record({
  zone: fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ),
  quietFrom: hour,
  quietUntil: hour,
  leaves: fc.array(leave, { maxLength: 4 }),
})
/** March and April hold the changes to and from summer time of all these zones. */
const moment = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2027-03-01T00:00:00Z').add({ minutes }))

describe('whoever it is, whenever', () => {
  test('the next moment is never on a day off, in quiet hours or on leave, and never earlier', () => {
    fc.assert(
      fc.property(person, moment, (who, when) => {
        const allowed = nextAllowed(who, when, calendar)
        const local = zoned(allowed, who.zone)
        expect(isBefore(allowed, when)).toBe(false)
        expect(isWorkingDay(localDate(allowed, who.zone), calendar)).toBe(true)
        const sinceQuiet = (local.hour - who.quietFrom + 24) % 24
        const quietHours = (who.quietUntil - who.quietFrom + 24) % 24
        expect(sinceQuiet >= quietHours).toBe(true)
        const day = local.toPlainDate().toString()
        const half = local.hour < 12 ? 'am' : 'pm'
        const away = who.leaves.some(
          (l) => l.fromDate <= day && day <= l.toDate && (!l.half || l.half === half),
        )
        expect(away).toBe(false)
      }),
    )
  })

  test('nothing allowed is passed over', () => {
    fc.assert(
      fc.property(person, moment, fc.integer({ min: 0, max: 2000 }), (who, when, minutes) => {
        const between = when.add({ minutes })
        if (mayDisturb(who, between, calendar))
          expect(isBefore(between, nextAllowed(who, when, calendar))).toBe(false)
      }),
    )
  })
})
