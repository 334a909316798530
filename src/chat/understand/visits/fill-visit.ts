import { readCustomer } from '../customer-field.ts'
import { tenseOf, todayOf } from '../moments.ts'
import { wordsAt } from '../outline.ts'
import { putPeople } from '../people-said.ts'
import { ask, choose, putDay, type Reading } from '../reading.ts'
import { joined } from '../tidy.ts'
import { along, putColleagues } from './colleagues.ts'
import { askAboutVisit, doubtLongerName, takeUnknownName } from './doubts.ts'
import { fillNext } from './fill-next.ts'
import { readVisit, type Told, type VisitTold } from './read-visit.ts'
import { anyVisit, byPhone, online } from './visit-verbs.ts'

const visitWords = new RegExp(`${anyVisit}|(?:去|到|跑|从|在|给|跟|和)(?:了|过|的)?(?:一?[趟次])?`, 'u')

export async function fillVisit(reading: Reading): Promise<void> {
  const { places, head } = toldIn(reading)
  const customer = await readCustomer(reading, { where: places, near: head, words: visitWords })
  if (customer) await putPeople(reading, customer.matches)
  await putColleagues(reading)
  const told = toldIn(reading)
  if (reading.input.customer === undefined && !customer) takeUnknownName(reading, told)
  doubtLongerName(reading, told)
  fillContact(reading, told)
  fillDate(reading, told)
  fillKind(reading, told)
  fillWords(reading, told)
  fillNext(reading, told)
  askAboutVisit(reading, told)
}

const toldIn = ({ ctx, sentence }: Reading): VisitTold =>
  readVisit(sentence.outline, (date) => tenseOf(ctx, date))

function fillKind(reading: Reading, { head }: VisitTold): void {
  const { text } = reading.sentence.outline
  const said = head.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (byPhone.test(said)) reading.input.kind = 'phone'
  else if (online.test(said)) reading.input.kind = 'online'
}

function fillContact(reading: Reading, { people }: VisitTold): void {
  const [person] = people
  if (!person) return
  if (person.several) {
    choose(
      reading,
      'contact',
      person.said,
      person.several.map((name) => ({ value: name, label: name })),
    )
    return
  }
  const { said } = reading.sentence.outline
  const words = said.original.slice(said.begins[person.start], said.ends[person.end - 1])
  reading.input.contact = person.named ?? words
  if (person.named && person.named !== words) reading.why.push(`contact: ${words} = ${person.named}`)
}

function fillDate(reading: Reading, { days: named }: VisitTold): void {
  const days = named.filter(({ date }) => date.kind !== 'time')
  if (days.length > 1)
    ask(reading, 'date', {
      zh: `说了几个日期（${days.map(({ date }) => date.phrase).join('、')}），是哪一天拜访的？`,
      en: `Several dates are named (${days.map(({ date }) => date.phrase).join(', ')}). Which day was the visit?`,
    })
  else if (days[0]) putDay(reading, 'date', days[0].date, 'done')
  else reading.input.date = todayOf(reading.ctx).toString()
}

/** With two people at once, who they were stays in the words: the record has one contact. */
function contentOf(text: string, { start, from }: Told): number {
  const people = text.slice(start, from).match(/P/g)?.length ?? 0
  return people > 1 ? start : from
}

function fillWords(reading: Reading, { about, feedback }: VisitTold): void {
  const { outline } = reading.sentence
  const inWords = (parts: Told[]) =>
    joined(parts.map((part) => wordsAt(outline, { start: contentOf(outline.text, part), end: part.end })))
  const said = inWords(feedback)
  const companions = Array.from(outline.text.matchAll(new RegExp(along, 'gu')), ({ 0: { length }, index }) =>
    wordsAt(outline, { start: index, end: index + length }),
  )
  const content = joined([inWords(about), ...companions])
  if (said) reading.input.feedback = said
  if (content || said) reading.input.about = content || said
}
