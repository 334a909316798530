import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockInWords, dateInWords, momentInWords, periodInWords } from '../../src/lib/date-in-words.ts'
import {
  isWithin,
  lastFinished,
  monthOf,
  nextPeriod,
  periodOf,
  previousPeriod,
  weekOf,
} from '../../src/lib/period.ts'
import { at, BUSINESS_ZONE, dateOf, daysBetween, instantOf, localDate, Temporal } from '../../src/lib/time.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const someDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => day('1990-01-01').add({ days }))

describe('moments and local dates', () => {
  test('Monday 13:00 in Shanghai is 05:00 UTC', () => {
    expect(at(day('2026-11-23'), '13:00', BUSINESS_ZONE).toString()).toBe('2026-11-23T05:00:00Z')
  })

  test('an evening in UTC is already the next day in Shanghai', () => {
    const evening = Temporal.Instant.from('2026-11-30T16:30:00Z')
    expect(localDate(evening, BUSINESS_ZONE).toString()).toBe('2026-12-01')
    expect(localDate(evening, 'UTC').toString()).toBe('2026-11-30')
  })

  test('a time that summer time skips is the moment after the gap', () => {
    expect(at(day('2027-03-28'), '02:30', 'Europe/Berlin').toString()).toBe('2027-03-28T01:30:00Z')
  })

  test('Date and Instant are the same moment', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(dateOf(instantOf(date))).toEqual(date)
      }),
    )
  })

  test('days between are signed', () => {
    expect(daysBetween(day('2028-02-28'), day('2028-03-01'))).toBe(2)
    expect(daysBetween(day('2028-03-01'), day('2028-02-28'))).toBe(-2)
  })
})

describe('periods', () => {
  test('a week runs from Monday to Sunday', () => {
    const week = weekOf(day('2026-11-22'))
    expect(week.id).toBe('2026-W47')
    expect([week.first.toString(), week.last.toString()]).toEqual(['2026-11-16', '2026-11-22'])
  })

  test.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s belongs to %s', (date, id) => {
    expect(weekOf(day(date)).id).toBe(id)
  })

  test.each(['2026-W00', '2026-W54', '2027-W53', '2026-13', '2026-00', '2026-1', '2026', '', '2026-W4x'])(
    'no period is called "%s"',
    (id) => {
      expect(periodOf(id)).toBeNull()
    },
  )

  test('every period comes back from its id, joins its neighbours and holds its days', () => {
    fc.assert(
      fc.property(someDay, (date) => {
        for (const period of [weekOf(date), monthOf(date)]) {
          expect(periodOf(period.id)).toEqual(period)
          expect(nextPeriod(previousPeriod(period))).toEqual(period)
          expect(previousPeriod(period).last.add({ days: 1 })).toEqual(period.first)
          expect(isWithin(period, date)).toBe(true)
          expect(isWithin(nextPeriod(period), date)).toBe(false)
        }
      }),
    )
  })

  test('on Monday the report is about the week before', () => {
    expect(lastFinished('week', day('2026-11-23')).id).toBe('2026-W47')
    expect(lastFinished('week', day('2026-11-22')).id).toBe('2026-W46')
    expect(lastFinished('month', day('2027-01-01')).id).toBe('2026-12')
  })
})

describe('dates for people', () => {
  test('a date names its weekday', () => {
    expect(dateInWords(day('2026-12-01'), 'zh')).toBe('12月1日 周二')
    expect(dateInWords(day('2026-12-01'), 'en')).toBe('Tue 1 Dec')
    expect(dateInWords(day('2026-11-22'), 'zh')).toBe('11月22日 周日')
  })

  test('the year shows only where it is another one', () => {
    expect(dateInWords(day('2027-01-04'), 'zh', day('2026-11-22'))).toBe('2027年1月4日 周一')
    expect(dateInWords(day('2027-01-04'), 'en', day('2026-11-22'))).toBe('Mon 4 Jan 2027')
    expect(dateInWords(day('2027-01-04'), 'zh', day('2027-11-22'))).toBe('1月4日 周一')
  })

  test('a clock has two digits', () => {
    expect(clockInWords(Temporal.PlainTime.from('09:05'))).toBe('09:05')
    expect(momentInWords(Temporal.Instant.from('2026-12-01T02:02:00Z'), BUSINESS_ZONE, 'zh')).toBe(
      '12月1日 周二 10:02',
    )
  })

  test('periods', () => {
    expect(periodInWords(weekOf(day('2026-12-01')), 'zh')).toBe('第49周 11月30日–12月6日')
    expect(periodInWords(weekOf(day('2026-12-01')), 'en')).toBe('week 49, 30 Nov – 6 Dec')
    expect(periodInWords(monthOf(day('2026-12-01')), 'zh')).toBe('2026年12月')
    expect(periodInWords(monthOf(day('2026-12-01')), 'en')).toBe('Dec 2026')
  })
})
