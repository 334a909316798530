import type { Period } from './period.ts'
import { type Temporal, zoned } from './time.ts'
import type { Language } from './words.ts'

const weekdaysZh = ['一', '二', '三', '四', '五', '六', '日']
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `12月1日 周二`, `Tue 1 Dec`; with the year only where it is not the year of `today`. */
export function dateInWords(
  date: Temporal.PlainDate,
  language: Language,
  today?: Temporal.PlainDate,
): string {
  const year = today && today.year !== date.year ? date.year : null
  const day = dayInWords(date, language)
  if (language === 'zh') return `${year ? `${year}年` : ''}${day} ${weekdayInWords(date, 'zh')}`
  return `${weekdayInWords(date, 'en')} ${day}${year ? ` ${year}` : ''}`
}

/** `周二`, `Tue`. */
export function weekdayInWords(date: Temporal.PlainDate, language: Language): string {
  const names = language === 'zh' ? weekdaysZh : weekdaysEn
  const name = names[date.dayOfWeek - 1]!
  return language === 'zh' ? `周${name}` : name
}

/** `10:02`, on a clock of 24 hours in both languages. */
export function clockInWords(time: { hour: number; minute: number }): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
}

/** `12月1日 周二 10:02`, `Tue 1 Dec 10:02`. */
export function momentInWords(
  instant: Temporal.Instant,
  zone: string,
  language: Language,
  today?: Temporal.PlainDate,
): string {
  const local = zoned(instant, zone)
  return `${dateInWords(local.toPlainDate(), language, today)} ${clockInWords(local)}`
}

/** `第47周 11月16日–11月22日`, `week 47, 16 Nov – 22 Nov`; a month is `2026年11月`, `Nov 2026`. */
export function periodInWords(period: Period, language: Language): string {
  const { first, last } = period
  if (period.kind === 'month') {
    return language === 'zh'
      ? `${first.year}年${first.month}月`
      : `${monthsEn[first.month - 1]} ${first.year}`
  }
  const days = [dayInWords(first, language), dayInWords(last, language)]
  return language === 'zh'
    ? `第${first.weekOfYear}周 ${days.join('–')}`
    : `week ${first.weekOfYear}, ${days.join(' – ')}`
}

function dayInWords(date: Temporal.PlainDate, language: Language): string {
  return language === 'zh' ? `${date.month}月${date.day}日` : `${date.day} ${monthsEn[date.month - 1]}`
}
