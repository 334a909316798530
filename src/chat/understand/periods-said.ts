import type { Ctx } from '../../crm/context.ts'
import { monthOf, type Period, periodOf, weekOf } from '../../lib/period.ts'
import { daysBetween } from '../../lib/time.ts'
import type { DateMention } from './dates.ts'
import { resolveMention } from './dates.ts'
import { datesIn, todayOf } from './moments.ts'
import { all, type Sentence } from './spot.ts'

/** The week or month a sentence speaks of: 上周, W47, 11月; a day that is named stands for its week. */
export function periodSaid(ctx: Pick<Ctx, 'now' | 'me'>, sentence: Sentence): Period | null {
  const numbered = all(sentence, 'W').map(({ period }) =>
    periodOf(period.startsWith('-') ? `${yearOf(ctx, period)}${period}` : period),
  )
  const spoken = all(sentence, 'D').map(({ date }) => periodOfMention(date))
  return [...numbered, ...spoken].find((period) => period !== null) ?? null
}

/** 第47周 without a year: the one that is not far ahead. */
function yearOf(ctx: Pick<Ctx, 'now' | 'me'>, week: string): number {
  const today = todayOf(ctx)
  const thisYear = periodOf(`${today.yearOfWeek}${week}`)
  return thisYear && daysBetween(today, thisYear.first) > 26 * 7 ? today.year - 1 : today.yearOfWeek!
}

function periodOfMention({ value, meaning }: DateMention): Period | null {
  if (!value?.range) return null
  if (meaning.span?.is === 'week') return weekOf(value.range.from)
  return meaning.span?.is === 'month' ? monthOf(value.range.from) : null
}

void datesIn
void resolveMention
