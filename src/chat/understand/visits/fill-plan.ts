import { twoRecords } from '../another-record.ts'
import { readCustomer } from '../customer-field.ts'
import { clockOf, todayOf } from '../moments.ts'
import { typedAt } from '../normalise.ts'
import { type Span, wordsAt } from '../outline.ts'
import { putPeople } from '../people-said.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import { all, type ThingOf } from '../spot.ts'
import { joined } from '../tidy.ts'
import { companionsIn, putColleagues, somebodyElseWent } from './colleagues.ts'
import { customersOfPerson, offerCustomers, takeOnlyOne } from './customer-of-person.ts'
import { daysApart } from './days-apart.ts'
import { isPlan, othersVisit } from './doubts.ts'
import { stepWords } from './fill-next.ts'
import { goneTo } from './gone-to.ts'
import { withoutDaysOfTheMatter } from './of-the-matter.ts'
import { placeOfTask } from './planned-by-day.ts'
import { isDay, type Told, type VisitTold } from './told.ts'
import { toldIn } from './told-in.ts'
import { visitActOf } from './visit-act.ts'
import { anyVisit } from './visit-verbs.ts'

const words = new RegExp(
  `(?:计划|安排|准备|打算|预约|约|要|想|提醒|记得|将)+|${anyVisit}|[从在到给跟和](?=\\s|$)|\\b(?:plan|schedule|arrange|book|will|going|want|need)(?: to| a)?\\b`,
  'u',
)

export async function fillPlan(reading: Reading): Promise<void> {
  reading.sentence = withoutDaysOfTheMatter(reading.sentence, reading.ctx)
  const { places, head } = toldIn(reading.sentence, reading.ctx)
  const { text } = reading.sentence.outline
  const where = [...places, ...goneTo(text), ...placeOfTask(text)]
  const customer = await readCustomer(reading, { where, near: head, words })
  if (customer) await putPeople(reading, customer.matches)
  await putColleagues(reading)
  const told = toldIn(reading.sentence, reading.ctx)
  const day = fillDay(reading, told)
  const theirs = customer ? [] : await customersOfPerson(reading, told)
  takeOnlyOne(reading, theirs, told)
  offerCustomers(reading, theirs, told)
  const about = aboutOf(reading, told, day)
  if (about) reading.input.about = about
  const days = daysApart(reading.ctx, [...told.days, ...told.nextDays].filter(isDay), 'next')
  const who = somebodyElseWent(reading)
  if (who) ask(reading, '', othersVisit(who))
  if (visitActOf(reading.sentence, reading.ctx)?.unsure) ask(reading, '', isPlan)
  if (days.some((other) => other !== day)) ask(reading, '', twoRecords)
}

/** The first day that is named is that of the visit, before any in what it is about; a clock may stand elsewhere. */
function fillDay(reading: Reading, { days, nextDays }: VisitTold): ThingOf<'D'> | undefined {
  const dates = all(reading.sentence, 'D')
  const ofVisit = [...days, ...nextDays]
  const day = ofVisit.find(isDay) ?? ofVisit[0] ?? dates.find(isDay) ?? dates[0]
  if (!day) {
    if (soon.test(reading.sentence.outline.text)) reading.input.date = todayOf(reading.ctx).toString()
    return day
  }
  putDay(reading, 'date', day.date, 'next')
  for (const { date } of dates) {
    const time = clockOf(reading.ctx, date)
    if (time && reading.input.time === undefined) reading.input.time = time
  }
  return day
}

/** 等会儿去百惠 */
const soon = /等会儿?|待会儿?|一会儿|晚点|稍后|马上|这就去|\b(?:later today|in a (?:bit|moment)|shortly)\b/

/** A plan has no field for the person either: 跟王店长谈春节备货. */
function withWhom(text: string, { start, from }: Told): number {
  const introduced = text.slice(start, from)
  if (!introduced.includes('P')) return from
  return introduced.includes('K') ? start + introduced.indexOf('P') : start
}

/** 约好了周五去华联试饮: the day and the place have fields of their own. */
const dayAndPlace =
  /^(?:跟P|和P)?(?:(?:约[好了定]*|定[在于了]*|说好了?)在?D的?(?:[去到在]?[KI])?|D的?[去到在][KI])/u
const behindDay = (text: string, start: number, end: number): number =>
  start + (dayAndPlace.exec(text.slice(start, end))?.[0].length ?? 0)

/** Of meeting Zhu Jiayi at Deshun on Monday, what is neither the customer nor the day. */
function apart(text: string, { start, end }: Span, isHead: boolean): Span[] {
  const words = text.slice(start, end)
  if (!isHead || /\p{Script=Han}/u.test(words)) return [{ start, end }]
  return Array.from(words.matchAll(/[^DK]+/g), ({ 0: { length }, index }) => ({
    start: start + index,
    end: start + index + length,
  }))
}

const partOfDay = /早上|上午|中午|下午|晚上|傍晚|\b(?:morning|afternoon|evening|noon|am|pm)\b/

/** What it is to be about, with whom; a plan has no field for either, nor for the part of the day. */
function aboutOf(reading: Reading, told: VisitTold, day: ThingOf<'D'> | undefined): string {
  const { outline } = reading.sentence
  const { said } = outline
  const parts = [...told.about, ...told.feedback].flatMap((one) => {
    const start = behindDay(outline.text, withWhom(outline.text, one), one.end)
    return apart(outline.text, { start, end: one.end }, one.from === one.start).map((span) =>
      wordsAt(outline, span),
    )
  })
  parts.push(...told.next.map((span) => stepWords(reading, span, false)))
  const part = day?.date.meaning.time?.is === 'part' ? partOfDay.exec(day.date.phrase)?.[0] : undefined
  const kept = parts.join('\n')
  const people = [...new Set(told.people.map((person) => typedAt(said, person)))]
  const missing = [part ?? '', ...people, ...companionsIn(outline)].filter(
    (words) => words !== '' && !kept.includes(words),
  )
  return joined([...missing, ...parts])
}
