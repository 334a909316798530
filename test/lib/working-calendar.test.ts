import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayOf } from '../../src/lib/holiday-stretch.ts'
import { monthOf, periodOf } from '../../src/lib/period.ts'
import { reportClock, reportDeadlines } from '../../src/lib/report-deadlines.ts'
import { at, Temporal } from '../../src/lib/time.ts'
import {
  addWorkingDays,
  assuming,
  CalendarNotAnnounced,
  chineseCalendar,
  isAnnounced,
  isWorkingDay,
  nextWorkingDay,
  officeCalendar,
  previousWorkingDay,
} from '../../src/lib/working-calendar.ts'
import { addWorkingHours } from '../../src/lib/working-hours.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
/** As known at the end of 2026: nothing of 2027 is announced. */
const known = officeCalendar({ coveredThrough: day('2026-12-31') })
const assumed = assuming(known)

describe('working days', () => {
  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'a Saturday worked for the National Day week'],
    ['2026-09-20', true, 'a Sunday worked for the National Day week'],
    ['2026-02-14', true, 'a Saturday worked for the Spring Festival'],
    ['2026-02-23', false, 'the Monday that ends the Spring Festival'],
  ])('%s: %s (%s)', (date, works) => {
    expect(isWorkingDay(day(date), known)).toBe(works)
  })

  test('the table reaches through 2026 at least', () => {
    expect(Temporal.PlainDate.compare(chineseCalendar.coveredThrough, '2026-12-31')).toBeGreaterThanOrEqual(0)
  })

  test.each([
    [nextWorkingDay, '2026-09-30', '2026-10-08'],
    [nextWorkingDay, '2026-10-09', '2026-10-10'],
    [nextWorkingDay, '2026-11-20', '2026-11-23'],
    [previousWorkingDay, '2026-10-08', '2026-09-30'],
    [previousWorkingDay, '2026-10-12', '2026-10-10'],
  ])('%o from %s is %s', (step, from, expected) => {
    expect(step(day(from), known).toString()).toBe(expected)
  })

  test('five working days after the paper was signed, across a holiday', () => {
    expect(addWorkingDays(day('2026-09-29'), 5, known).toString()).toBe('2026-10-12')
    expect(addWorkingDays(day('2026-10-12'), -5, known).toString()).toBe('2026-09-29')
    expect(addWorkingDays(day('2026-11-22'), 0, known).toString()).toBe('2026-11-22')
  })

  test('n working days forth and back again is the same working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 40 }), (offset, n) => {
        const start = nextWorkingDay(day('2024-12-01').add({ days: offset }), assumed)
        expect(addWorkingDays(addWorkingDays(start, n, assumed), -n, assumed).toString()).toBe(
          start.toString(),
        )
      }),
    )
  })
})

describe('a year that is not announced', () => {
  test('is refused by name', () => {
    expect(() => isWorkingDay(day('2027-01-04'), known)).toThrow(CalendarNotAnnounced)
    expect(() => nextWorkingDay(day('2026-12-31'), known)).toThrow('The holidays of 2027 are not known')
    expect(() => isWorkingDay(day('1999-01-04'), known)).toThrow(CalendarNotAnnounced)
  })

  test('is assumed by the law alone where that is asked for, and says so', () => {
    expect(isWorkingDay(day('2027-01-01'), assumed)).toBe(false)
    expect(isWorkingDay(day('2027-02-05'), assumed)).toBe(false)
    expect(isWorkingDay(day('2027-02-09'), assumed)).toBe(true)
    expect(isWorkingDay(day('2027-01-09'), assumed)).toBe(false)
    expect(isAnnounced(day('2027-01-04'), assumed)).toBe(false)
    expect(isAnnounced(day('2026-12-31'), assumed)).toBe(true)
  })

  test('is known as far as an office has entered it', () => {
    const entered = officeCalendar({
      coveredThrough: day('2027-12-31'),
      daysOff: ['2027-02-09'],
      workingDays: ['2027-02-13'],
    })
    expect(isWorkingDay(day('2027-02-09'), entered)).toBe(false)
    expect(isWorkingDay(day('2027-02-13'), entered)).toBe(true)
    expect(isWorkingDay(day('2027-02-10'), entered)).toBe(true)
    expect(() => isWorkingDay(day('2028-01-03'), entered)).toThrow(CalendarNotAnnounced)
  })
})

test("an office's own days win over the table, in any year", () => {
  const own = officeCalendar({
    coveredThrough: day('2026-12-31'),
    daysOff: ['2026-11-24'],
    workingDays: ['2026-11-22', '2027-01-02'],
  })
  expect(isWorkingDay(day('2026-11-24'), own)).toBe(false)
  expect(isWorkingDay(day('2026-11-22'), own)).toBe(true)
  expect(isWorkingDay(day('2027-01-02'), own)).toBe(true)
})

describe('holidays', () => {
  test.each([
    ['new-year', 2026, '2026-01-01', '2026-01-03'],
    ['spring-festival', 2026, '2026-02-15', '2026-02-23'],
    ['qingming', 2026, '2026-04-04', '2026-04-06'],
    ['labour-day', 2026, '2026-05-01', '2026-05-05'],
    ['dragon-boat', 2026, '2026-06-19', '2026-06-21'],
    ['mid-autumn', 2026, '2026-09-25', '2026-09-27'],
    ['national-day', 2026, '2026-10-01', '2026-10-07'],
    ['national-day', 2025, '2025-10-01', '2025-10-08'],
    ['mid-autumn', 2025, '2025-10-01', '2025-10-08'],
    ['new-year', 2023, '2022-12-31', '2023-01-02'],
    ['dragon-boat', 2024, '2024-06-08', '2024-06-10'],
  ] as const)('%s %s is %s to %s', (name, year, first, last) => {
    const holiday = holidayOf(name, year, known)
    expect([holiday.first.toString(), holiday.last.toString()]).toEqual([first, last])
    expect(holiday.announced).toBe(true)
  })

  test('of a year to come are those of the law, and not announced', () => {
    expect(() => holidayOf('spring-festival', 2027, known)).toThrow(CalendarNotAnnounced)
    const holiday = holidayOf('spring-festival', 2027, assumed)
    expect([holiday.first.toString(), holiday.last.toString()]).toEqual(['2027-02-05', '2027-02-08'])
    expect(holiday.announced).toBe(false)
  })
})

describe('working hours', () => {
  const moment = (local: string) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant()
  test.each([
    ['2026-11-24T10:00', 4, '2026-11-24T14:00'],
    ['2026-11-24T14:00', 4, '2026-11-24T18:00'],
    ['2026-11-24T17:00', 4, '2026-11-25T12:00'],
    ['2026-11-20T17:00', 4, '2026-11-23T12:00'],
    ['2026-11-21T11:00', 4, '2026-11-23T13:00'],
    ['2026-11-24T07:30', 4, '2026-11-24T13:00'],
    ['2026-11-24T18:00', 4, '2026-11-25T13:00'],
    ['2026-11-24T23:00', 4, '2026-11-25T13:00'],
    ['2026-11-24T09:00', 24, '2026-11-26T15:00'],
    ['2026-09-30T16:00', 4, '2026-10-08T11:00'],
  ])('from %s, %s hours end at %s', (start, hours, end) => {
    expect(addWorkingHours(moment(start), hours, known).toString()).toBe(moment(end).toString())
  })

  test('two clocks one after the other are one clock', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 })
    const quarters = fc.integer({ min: 1, max: 160 })
    fc.assert(
      fc.property(minutes, quarters, quarters, (start, a, b) => {
        const from = moment('2026-09-01T00:00').add({ minutes: start })
        const twice = addWorkingHours(addWorkingHours(from, a / 4, known), b / 4, known)
        expect(twice.toString()).toBe(addWorkingHours(from, (a + b) / 4, known).toString())
      }),
    )
  })
})

describe('report deadlines', () => {
  const deadlines = (id: string, clock = reportClock) => {
    const { handIn, clerk } = reportDeadlines(periodOf(id)!, known, clock)
    return [handIn, clerk].map((instant) =>
      instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString(),
    )
  }

  test('a week is due on Monday 13:00, imported by 15:00', () => {
    expect(deadlines('2026-W47')).toEqual(['2026-11-23T13:00:00', '2026-11-23T15:00:00'])
  })

  test('on a holiday it moves to the next working day at the same hour, unless it is set to stay', () => {
    expect(deadlines('2026-W40')[0]).toBe('2026-10-08T13:00:00')
    expect(deadlines('2026-W40', { ...reportClock, weeklyOnDayOff: 'stays' })[0]).toBe('2026-10-05T13:00:00')
  })

  test('a month is due on the first working day after it', () => {
    expect(deadlines('2026-10')[0]).toBe('2026-11-02T13:00:00')
    expect(deadlines('2026-09')[0]).toBe('2026-10-08T13:00:00')
  })

  test('the month before an unannounced year still has a deadline', () => {
    expect(deadlines('2026-12')[0]).toBe('2027-01-04T13:00:00')
  })

  test('hours are local to the sales unit', () => {
    const november = monthOf(day('2026-11-01'))
    const { handIn } = reportDeadlines(november, known, { ...reportClock, zone: 'Europe/Berlin' })
    expect(handIn.toString()).toBe(at(day('2026-12-01'), '13:00', 'Europe/Berlin').toString())
  })
})
