import type { Ctx } from '../../../crm/context.ts'
import { weekOf } from '../../../lib/period.ts'
import { daysBetween, type Temporal } from '../../../lib/time.ts'
import type { DateMention } from '../dates.ts'
import { tenseOf, todayOf } from '../moments.ts'
import { readPeriod, weekOfMonth } from '../periods-said.ts'
import { ask, type Reading } from '../reading.ts'
import { all, type Sentence, type Thing } from '../spot.ts'

/** 上周剩20箱 is an opening, and no report of last week; neither is 跟上周一样. */
const figureBehind = /^的?(?:剩|存|库存|结存|结余|末|进|到|收|卖|销|还|有)[下有货了]*\s*\d/u
/** 上周进可乐20箱 neither. */
const moved = /^(?:进|到|来|收|送来?|卖|销)了?$/u
const compared = /(?:[跟和与同比]|\b(?:as|than|to) )$/
const dayInFigures = /^(?!20\d\d[-./])[\d./: -]+$/
const stretch = /^\d{1,2}([./])\d{1,2} ?[-~至到] ?\d{1,2}\1\d{1,2}$/

/** What looks like a date where products are counted, but is a number or a figure's own. */
export function noDay({ outline, things }: Sentence): (thing: Thing) => boolean {
  const { text } = outline.said
  const starts = things.flatMap(({ mark, start }) => (mark === 'G' ? start : []))
  const firstProduct = Math.min(...starts)
  const leading = /^\s*D[\s,，:：]*K/.test(outline.text)
    ? things.find(({ mark }) => mark === 'D')?.start
    : undefined
  return ({ mark, start, end }) => {
    if (mark !== 'D') return false
    const said = text.slice(start, end)
    if (start === leading || weekOfMonth.test(said)) return false
    if (start > firstProduct || compared.test(text.slice(0, start))) return true
    if (starts.some((at) => at > end && moved.test(text.slice(end, at)))) return true
    return (dayInFigures.test(said) && !stretch.test(said)) || figureBehind.test(text.slice(end))
  }
}

/** The week that is counted, by its number, its name or its days; a day that cannot be it is asked about. */
export function readWeek(reading: Reading): void {
  if (readPeriod(reading, 'period')) return
  const { ctx, sentence, input } = reading
  const dates = all(sentence, 'D').map(({ date }) => date)
  const days = dates.flatMap((date) => daysOf(date) ?? [])[0]
  const whole = days && daysBetween(days.from, days.to) >= 4 ? weekOf(days.from) : null
  const ahead = dates.find((date) => tenseOf(ctx, date) === 'future')
  if (ahead) ask(reading, 'period', notYet(ahead.phrase))
  else if (whole && whole.id === weekOf(days!.to).id) input.period = whole.id
  else if (days && !isRecent(ctx, days.to)) ask(reading, 'period', whichWeek(dates[0]!.phrase))
}

/** Where products are counted 11.16-11.22 is no price. */
function daysOf({ value, doubt }: DateMention): { from: Temporal.PlainDate; to: Temporal.PlainDate } | null {
  const read = value ?? (doubt?.code === 'date-or-number' ? doubt.candidates[0] : undefined)
  if (read?.range) return read.range
  return read?.date ? { from: read.date, to: read.date } : null
}

/** Of the running week or the one before it. */
const isRecent = (ctx: Pick<Ctx, 'now' | 'me'>, day: Temporal.PlainDate): boolean =>
  daysBetween(weekOf(todayOf(ctx).subtract({ days: 7 })).first, day) >= 0

const notYet = (phrase: string) => ({
  zh: `“${phrase}”还没到，这是哪一周的库存？`,
  en: `“${phrase}” is still to come. Which week is this stock of?`,
})

const whichWeek = (phrase: string) => ({
  zh: `“${phrase}”的库存要报在哪一周？`,
  en: `Which week is the stock of “${phrase}” to be reported for?`,
})
