import { readCustomer } from '../customer-field.ts'
import { contactOptions } from '../fields/contact-names.ts'
import { datePhrase, todayOf } from '../moments.ts'
import { typedAt } from '../normalise.ts'
import { type Outline, thingsIn, wordsAt } from '../outline.ts'
import { putPeople } from '../people-said.ts'
import { ask, choose, putDay, type Reading } from '../reading.ts'
import type { Thing } from '../spot.ts'
import { joined } from '../tidy.ts'
import { metInstead } from './absent.ts'
import { companionsIn, putColleagues } from './colleagues.ts'
import { customersOfPerson, offerCustomers, takeOnlyOne } from './customer-of-person.ts'
import { askAboutDays } from './date-doubts.ts'
import { daysApart } from './days-apart.ts'
import { askAboutVisit, doubtLongerName, doubtUnknownPlace, takeUnknownName } from './doubts.ts'
import { fillNext } from './fill-next.ts'
import { goneTo } from './gone-to.ts'
import { isAskedOfUs } from './later-cues.ts'
import { withoutDaysOfTheMatter } from './of-the-matter.ts'
import { isDay, type Told, type VisitTold, wordsIn } from './told.ts'
import { toldIn } from './told-in.ts'
import { anyVisit, byPhone, online } from './visit-verbs.ts'
import { askAboutNames } from './word-doubts.ts'

const visitWords = new RegExp(`${anyVisit}|(?:去|到|跑|从|在|给|跟|和)(?:了|过|的)?(?:一?[趟次])?`, 'u')

export async function fillVisit(reading: Reading): Promise<void> {
  reading.sentence = withoutDaysOfTheMatter(reading.sentence, reading.ctx)
  const { places, head } = toldIn(reading.sentence, reading.ctx)
  const where = [...places, ...goneTo(reading.sentence.outline.text)]
  const customer = await readCustomer(reading, { where, near: head, words: visitWords })
  if (customer) await putPeople(reading, customer.matches)
  await putColleagues(reading)
  const told = toldIn(reading.sentence, reading.ctx)
  const theirs = customer ? [] : await customersOfPerson(reading, told)
  if (told.people.length === 0) told.people = metInstead(reading.sentence.outline)
  doubtLongerName(reading, told)
  doubtUnknownPlace(reading)
  takeOnlyOne(reading, theirs, told)
  if (reading.input.customer === undefined && !customer) takeUnknownName(reading, told)
  fillDate(reading, told)
  fillKind(reading, told)
  fillWords(reading, told)
  await fillContact(reading, told)
  offerCustomers(reading, theirs, told)
  fillNext(reading, told)
  askAboutVisit(reading, told)
  askAboutDays(reading, told)
  askAboutNames(reading, told)
}

function fillKind(reading: Reading, { head }: VisitTold): void {
  const { text } = reading.sentence.outline
  const said = head.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (byPhone.test(said)) reading.input.kind = 'phone'
  else if (online.test(said)) reading.input.kind = 'online'
}

async function fillContact(reading: Reading, { people }: VisitTold): Promise<void> {
  const [person] = people
  if (!person) return
  const others = people.filter((other) => !isSame(other, person) && !isKept(reading, other))
  if (others.length > 0) {
    const names = [...new Set([person, ...others].map((one) => nameOf(reading, one)))]
    choose(reading, 'contact', person.said, await contactOptions(reading.ctx, reading.input.customer, names))
    return
  }
  if (person.several) {
    const options = await contactOptions(reading.ctx, reading.input.customer, person.several)
    choose(reading, 'contact', person.said, options)
    return
  }
  const words = wordsOf(reading, person)
  reading.input.contact = nameOf(reading, person)
  if (person.named && person.named !== words) reading.why.push(`contact: ${words} = ${person.named}`)
}

type Person = VisitTold['people'][number]

const isSame = (a: Person, b: Person) => (a.named ?? a.said) === (b.named ?? b.said)
const nameOf = (reading: Reading, person: Person) => person.named ?? wordsOf(reading, person)

const wordsOf = ({ sentence: { outline } }: Reading, person: Person): string => typedAt(outline.said, person)

/** Who else was there stays in the words; who is in none of them would be lost. */
function isKept(reading: Reading, person: Person): boolean {
  const { about, feedback, nextStep } = reading.input
  return [about, feedback, nextStep].some(
    (words) => typeof words === 'string' && words.includes(wordsOf(reading, person)),
  )
}

function fillDate(reading: Reading, { days: named }: VisitTold): void {
  const days = daysApart(reading.ctx, named.filter(isDay), 'done')
  if (days.length > 1)
    ask(reading, 'date', {
      zh: `说了几个日期（${days.map(({ date }) => date.phrase).join('、')}），是哪一天拜访的？`,
      en: `Several dates are named (${days.map(({ date }) => datePhrase(date.phrase)).join(', ')}). Which day was the visit?`,
    })
  else if (days[0]) putDay(reading, 'date', days[0].date, 'done')
  else reading.input.date = todayOf(reading.ctx).toString()
}

/** With two people at once, and for what another one said, who they were stays in the words: the record has one contact. */
function contentOf(outline: Outline<Thing>, { start, from }: Told, contact: Person | undefined): number {
  const introducing = thingsIn(outline, { start, end: from }).filter(({ mark }) => mark === 'P')
  const others = introducing.filter((one) => one.mark === 'P' && contact && !isSame(one, contact))
  return introducing.length > 1 || others.length > 0 ? start : from
}

function fillWords(reading: Reading, { about, feedback, next, people: [contact] }: VisitTold): void {
  const { outline } = reading.sentence
  const inWords = (parts: Told[]) =>
    joined(parts.map((part) => wordsAt(outline, { start: contentOf(outline, part, contact), end: part.end })))
  const said = inWords(feedback)
  const asked = next.filter((span) => isAskedOfUs(wordsIn(outline, span)))
  const content = joined([
    ...asked.map((span) => wordsAt(outline, span)),
    inWords(about) || said,
    ...companionsIn(outline, next),
  ])
  if (said) reading.input.feedback = said
  if (content) reading.input.about = content
}
