import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextWeeklyMoment, weeklyMoment, weekToTell } from '../../../src/crm/digests/weekly-moment.ts'
import { calendar } from '../../../src/crm/reminders/roster.ts'
import { periodOf, weekOf } from '../../../src/lib/period.ts'
import { isBefore, Temporal, zoned } from '../../../src/lib/time.ts'
import { isWorkingDay } from '../../../src/lib/working-calendar.ts'

const local = (week: string, zone: string) =>
  zoned(weeklyMoment(periodOf(week)!, 9, zone), zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

describe('the weekly digest', () => {
  test('goes out on Monday at nine', () => {
    expect(local('2026-W47', 'Asia/Shanghai')).toBe('2026-11-23T09:00')
  })

  test('waits for the first working day after a holiday', () => {
    expect(local('2026-W40', 'Asia/Shanghai')).toBe('2026-10-08T09:00')
  })

  test('is at nine on both sides of the change to summer time', () => {
    expect(local('2027-W12', 'Europe/Berlin')).toBe('2027-03-29T09:00')
    expect(local('2027-W11', 'Europe/Berlin')).toBe('2027-03-22T09:00')
  })

  test('each week has one moment, they follow each other, and a moment names its week', () => {
    const date = fc
      .integer({ min: 0, max: 4000 })
      .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))
    const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York')
    fc.assert(
      fc.property(date, zone, (day, where) => {
        const week = weekOf(day)
        const moment = weeklyMoment(week, 9, where)
        const following = nextWeeklyMoment(moment, 9, where)
        expect(isWorkingDay(zoned(moment, where).toPlainDate(), calendar)).toBe(true)
        expect(isBefore(moment, following)).toBe(true)
        expect(nextWeeklyMoment(moment.subtract({ seconds: 1 }), 9, where)).toEqual(moment)
        expect(weekToTell(following, 9, where)).not.toBeNull()
        expect(weekToTell(moment.add({ seconds: 1 }), 9, where)).toBeNull()
      }),
    )
  })
})
