import type { Ctx } from '../../crm/context.ts'
import { monthOf, type Period, periodOf, weekOf } from '../../lib/period.ts'
import { daysBetween } from '../../lib/time.ts'
import type { DateMention } from './dates.ts'
import { datesIn, todayOf } from './moments.ts'
import { plainText } from './normalise.ts'
import { all, type Sentence, weeksIn } from './spot.ts'

type Clock = Pick<Ctx, 'now' | 'me'>

/** The week or month a sentence speaks of: 上周, W47, 11月. */
export const periodSaid = (ctx: Clock, sentence: Sentence): Period | null =>
  firstOf(
    ctx,
    all(sentence, 'W').map(({ period }) => period),
    all(sentence, 'D').map(({ date }) => date),
  )

/** The same of what was typed into a field. */
export function periodIn(ctx: Clock, typed: string): Period | null {
  const text = plainText(typed)
  const numbered = [...weeksIn(text).map(({ period }) => period), ...englishMonthsIn(text)]
  return firstOf(ctx, numbered, datesIn(ctx, typed))
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Nov 2026: the year alone makes it no day. */
const englishMonthsIn = (text: string): string[] =>
  Array.from(text.matchAll(/\b([a-z]{3})[a-z]* (20\d\d)\b/g)).flatMap(([, name, year]) =>
    months.includes(name!) ? [`${year}-${String(months.indexOf(name!) + 1).padStart(2, '0')}`] : [],
  )

function firstOf(ctx: Clock, numbered: string[], dates: DateMention[]): Period | null {
  const periods = [...numbered.map((id) => weekNumbered(ctx, id)), ...dates.map(periodMeant)]
  return periods.find((period) => period !== null) ?? null
}

/** `-W47` is of the year in which that week is not far ahead. */
function weekNumbered(ctx: Clock, id: string): Period | null {
  if (!id.startsWith('-')) return periodOf(id)
  const today = todayOf(ctx)
  const thisYear = periodOf(`${today.yearOfWeek}${id}`)
  const farAhead = thisYear && daysBetween(today, thisYear.first) > 26 * 7
  return farAhead ? periodOf(`${today.yearOfWeek! - 1}${id}`) : thisYear
}

function periodMeant({ value, meaning }: DateMention): Period | null {
  if (!value?.range) return null
  if (meaning.span?.is === 'week') return weekOf(value.range.from)
  return meaning.span?.is === 'month' ? monthOf(value.range.from) : null
}
