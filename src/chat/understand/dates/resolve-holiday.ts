import type { HolidayName } from '../../../lib/chinese-holidays.ts'
import { type HolidayStretch, holidayOf, holidaysAround } from '../../../lib/holiday-stretch.ts'
import { daysBetween, Temporal } from '../../../lib/time.ts'
import {
  assuming,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
} from '../../../lib/working-calendar.ts'
import type { DayWords } from './meaning.ts'
import { doubt, type Moment, type Resolved, sure, yearIn } from './moment.ts'

interface Edge {
  date: Temporal.PlainDate
  holiday: HolidayStretch
}

type HolidayEdge = DayWords & { is: 'holidayEdge' }

/** 国庆后 is the first working day after the holiday, 国庆前 the last one before it. */
export function resolveHolidayEdge(
  { name, edge, year }: HolidayEdge,
  moment: Moment,
): Resolved<Temporal.PlainDate> {
  if (year && name !== 'any') return inYear(name, edge, yearIn(year, moment), moment)
  const { today, slot } = moment
  const edges = edgesAround(name, edge, moment)
  const ahead = edges.find(({ date }) => daysBetween(today, date) >= 0)!
  const back = edges.findLast(({ date }) => daysBetween(today, date) <= 0)!
  if (slot === 'either') return doubt('which-way', [ahead.date, back.date])
  const chosen = slot === 'next' ? ahead : back
  const code = unsure(name, { ahead, back }, edges, moment)
  if (code)
    return doubt(
      code.code,
      [chosen, ...code.others].map(({ date }) => date),
    )
  return announced(chosen)
}

/** 去年国庆后 */
function inYear(
  name: HolidayName,
  edge: 'before' | 'after',
  year: number,
  { calendar }: Moment,
): Resolved<Temporal.PlainDate> {
  const assumed = assuming(calendar)
  return announced(edgeOf(holidayOf(name, year, assumed), edge, assumed))
}

function announced({ date, holiday }: Edge): Resolved<Temporal.PlainDate> {
  return holiday.announced ? sure(date) : doubt('not-announced', [date])
}

function edgeOf(holiday: HolidayStretch, edge: 'before' | 'after', calendar: WorkingCalendar): Edge {
  const date =
    edge === 'after' ? nextWorkingDay(holiday.last, calendar) : previousWorkingDay(holiday.first, calendar)
  return { date, holiday }
}

function edgesAround(
  name: HolidayName | 'any',
  edge: 'before' | 'after',
  { today, calendar }: Moment,
): Edge[] {
  const assumed = assuming(calendar)
  return holidaysAround(today, assumed, name === 'any' ? undefined : [name])
    .map((holiday) => edgeOf(holiday, edge, assumed))
    .sort((a, b) => Temporal.PlainDate.compare(a.date, b.date))
}

type Unsure = { code: 'today-or-not' | 'past-in-next' | 'future-in-done' | 'which-holiday'; others: Edge[] }

function unsure(
  name: HolidayName | 'any',
  { ahead, back }: { ahead: Edge; back: Edge },
  edges: Edge[],
  { today, slot }: Moment,
): Unsure | null {
  if (ahead.date.equals(back.date)) return slot === 'next' ? { code: 'today-or-not', others: [] } : null
  if (name === 'any') return slot === 'next' ? nearHolidays(ahead, back, edges, today) : null
  const [toAhead, toBack] = [daysBetween(today, ahead.date), daysBetween(back.date, today)]
  if (slot === 'next' && toBack <= toAhead) return { code: 'past-in-next', others: [back] }
  if (slot === 'done' && toAhead <= toBack) return { code: 'future-in-done', others: [ahead] }
  return null
}

/** Two holidays within three weeks, or one that is just over: 节后 may be either. */
function nearHolidays(ahead: Edge, back: Edge, edges: Edge[], today: Temporal.PlainDate): Unsure | null {
  const following = edges.find(
    ({ date, holiday }) =>
      daysBetween(ahead.date, date) > 0 && daysBetween(ahead.holiday.last, holiday.first) <= 21,
  )
  if (following) return { code: 'which-holiday', others: [following] }
  const justOver = daysBetween(back.date, today) <= 14 && daysBetween(today, ahead.holiday.first) > 21
  return justOver ? { code: 'which-holiday', others: [back] } : null
}

/** The days off of that holiday, the one that is nearest where the slot looks. */
export function resolveHolidaySpan(name: HolidayName, moment: Moment): Resolved<HolidayStretch> {
  const { today, slot, calendar } = moment
  const stretches = holidaysAround(today, assuming(calendar), [name])
  const ahead = stretches.find(({ last }) => daysBetween(today, last) >= 0)!
  const back = stretches.findLast(({ first }) => daysBetween(today, first) <= 0)!
  if (slot === 'either' && ahead !== back) return doubt('which-way', [ahead, back])
  const chosen = slot === 'done' ? back : ahead
  return chosen.announced ? sure(chosen) : doubt('not-announced', [chosen])
}
