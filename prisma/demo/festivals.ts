import { festivalDay, type HolidayName } from '../../src/lib/chinese-holidays.ts'
import { Temporal } from '../../src/lib/time.ts'
import type { Words } from '../../src/lib/words.ts'

const names: Record<HolidayName, Words> = {
  'new-year': { zh: '元旦', en: 'New Year' },
  'spring-festival': { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明', en: 'Qingming' },
  'labour-day': { zh: '五一', en: 'Labour Day' },
  'dragon-boat': { zh: '端午', en: 'Dragon Boat Festival' },
  'mid-autumn': { zh: '中秋', en: 'Mid-Autumn' },
  'national-day': { zh: '国庆', en: 'National Day' },
}

/** The festival that people prepare for on that day: the next one. */
export function festivalAhead(day: Temporal.PlainDate): Words {
  const ahead = (Object.keys(names) as HolidayName[]).map((name) => {
    const thisYear = festivalDay(name, day.year)
    const next = Temporal.PlainDate.compare(thisYear, day) >= 0 ? thisYear : festivalDay(name, day.year + 1)
    return { name, next }
  })
  return names[ahead.sort((a, b) => Temporal.PlainDate.compare(a.next, b.next))[0]!.name]
}
