import type { Ctx } from '../../crm/context.ts'
import { smallNumber } from '../../lib/numerals.ts'
import { isWithin, monthOf, nextPeriod, type Period, periodOf, weekOf } from '../../lib/period.ts'
import { daysBetween, type Temporal } from '../../lib/time.ts'
import type { DateMention } from './dates.ts'
import { datesIn, todayOf } from './moments.ts'
import { plainText } from './normalise.ts'
import { ask, choose, type Reading } from './reading.ts'
import { all, type Sentence, weeksIn } from './spot.ts'

type Clock = Pick<Ctx, 'now' | 'me'>

/** The week or month a sentence speaks of: 上周, W47, 11月. */
export const periodSaid = (ctx: Clock, sentence: Sentence): Period | null =>
  firstOf(
    ctx,
    all(sentence, 'W').map(({ period }) => period),
    all(sentence, 'D').map(({ date }) => date),
  )

/** The week or month a sentence speaks of as the period of what it asks for or reports; what may be several is asked. */
export function readPeriod(reading: Reading, field: string): boolean {
  const { ctx, sentence, input } = reading
  const counted = weekOfMonthSaid(ctx, sentence)
  if (counted) return putCounted(reading, field, counted)
  const period = periodSaid(ctx, sentence)
  if (period) input[field] = period.id
  return period !== null
}

interface WeekCounted {
  phrase: string
  weeks: Period[]
}

export const weekOfMonth = /^(?<month>.*月)份?的?第(?<nth>[一二三四五1-5])个?(?:周|星期|礼拜)$/

/** 11月第三周: the weeks are counted from the first whole one, or from the one that holds the 1st. */
function weekOfMonthSaid(ctx: Clock, sentence: Sentence): WeekCounted | null {
  for (const { date } of all(sentence, 'D')) {
    const { month, nth } = weekOfMonth.exec(date.phrase.replace(/\s/g, ''))?.groups ?? {}
    if (!month) continue
    const first = firstOfMonth(ctx, month)
    return { phrase: date.phrase, weeks: first ? weeksCounted(first, smallNumber(nth!)!) : [] }
  }
  return null
}

/** June may be the next one as well, but not where it is over. */
function firstOfMonth(ctx: Clock, month: string): Temporal.PlainDate | undefined {
  const [said] = datesIn(ctx, month)
  const [done] = datesIn(ctx, month, 'done')
  return (said?.value ?? done?.value)?.range?.from
}

function weeksCounted(first: Temporal.PlainDate, nth: number): Period[] {
  const holding = weekOf(first.add({ weeks: nth - 1 }))
  if (first.dayOfWeek === 1) return [holding]
  const whole = weekOf(first.add({ weeks: nth }))
  return first.dayOfWeek > 4 ? [whole, holding] : [holding, whole]
}

function putCounted(reading: Reading, field: string, { phrase, weeks }: WeekCounted): boolean {
  const begun = weeks.filter(({ first }) => daysBetween(first, todayOf(reading.ctx)) >= 0)
  const [only, another] = begun
  if (!only) ask(reading, field, notYet(phrase))
  else if (!another) reading.input[field] = only.id
  else choose(reading, field, phrase, weeksToChoose(begun))
  return true
}

const weeksToChoose = (weeks: Period[]) =>
  weeks.map(({ id, first, last }) => ({ value: id, label: `${dayOf(first)}–${dayOf(last)} (${id})` }))

/** 上个月, where there is one a week: the weeks that ended in it are offered. */
export function chooseWeekOfMonth(reading: Reading, field: string): void {
  const { ctx, input } = reading
  const month = periodOf(String(input[field]))
  if (month?.kind !== 'month') return
  delete input[field]
  const weeks: Period[] = []
  for (let week = weekOf(month.first); isWithin(month, week.last); week = nextPeriod(week))
    if (daysBetween(week.first, todayOf(ctx)) >= 0) weeks.push(week)
  if (weeks.length > 0) choose(reading, field, month.id, weeksToChoose(weeks))
  else ask(reading, field, notYet(month.id))
}

const dayOf = ({ month, day }: Temporal.PlainDate) => `${month}.${day}`

const notYet = (phrase: string) => ({
  zh: `“${phrase}”还没到，是哪一周？`,
  en: `“${phrase}” is still to come. Which week is meant?`,
})

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
