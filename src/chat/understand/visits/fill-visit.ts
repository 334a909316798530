import { readCustomer } from '../customer-field.ts'
import { tenseOf, todayOf } from '../moments.ts'
import { type Span, thingsIn, wordsAt } from '../outline.ts'
import { peopleIn } from '../people-said.ts'
import { ask, choose, putDay, type Reading } from '../reading.ts'
import { sentenceOf } from '../spot.ts'
import { joined } from '../tidy.ts'
import { readVisit, type VisitTold } from './read-visit.ts'
import { dateCue, englishVisit, nextCue, visitAround } from './visit-cues.ts'

const visitWords = new RegExp(`${visitAround}|${englishVisit}`, 'u')

export async function fillVisit(reading: Reading): Promise<void> {
  const first = await tell(reading, [])
  const customer = await readCustomer(reading, { where: first.head, words: visitWords })
  const told = await tell(reading, customer?.matches ?? [])
  fillContact(reading, told)
  fillDate(reading, told)
  fillWords(reading, told)
  fillNext(reading, told)
}

/** Reads the sentence with the people of the customer in it. */
async function tell(reading: Reading, customers: { id: number }[]): Promise<VisitTold> {
  const { ctx, sentence } = reading
  const people = await peopleIn(ctx, customers, sentence.outline)
  const others = sentence.things.filter(({ mark }) => mark !== 'P')
  reading.sentence = sentenceOf({ ...sentence, said: sentence.outline.said, things: [...others, ...people] })
  return readVisit(reading.sentence.outline, (date) => tenseOf(ctx, date))
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

function fillDate(reading: Reading, { done }: VisitTold): void {
  const days = done.filter(({ date }) => date.kind !== 'time')
  if (days.length > 1)
    ask(reading, 'date', {
      zh: `说了几个日期（${days.map(({ date }) => date.phrase).join('、')}），是哪一天拜访的？`,
      en: `Several dates are named (${days.map(({ date }) => date.phrase).join(', ')}). Which day was the visit?`,
    })
  else if (days[0]) putDay(reading, 'date', days[0].date, 'done')
  else reading.input.date = todayOf(reading.ctx).toString()
}

function fillWords(reading: Reading, { about, feedback }: VisitTold): void {
  const { outline } = reading.sentence
  const inWords = (spans: Span[]) => joined(spans.map((span) => wordsAt(outline, span)))
  const said = inWords(feedback)
  const content = inWords(about)
  if (said) reading.input.feedback = said
  if (content || said) reading.input.about = content || said
}

const cueBefore = new RegExp(
  `^(?:${nextCue}|${dateCue}|[,，\\s]|\\b(?:will|i'll|we'll|i|we|to|and|on|by|then)\\b)*`,
  'u',
)

function fillNext(reading: Reading, { next, nextDates }: VisitTold): void {
  const { outline } = reading.sentence
  const steps = next.map((span) => stepWords(reading, span))
  const nextStep = joined(steps)
  if (nextStep) reading.input.nextStep = nextStep
  const [date, another] = nextDates
  if (!date) return
  if (another)
    ask(reading, 'nextDate', {
      zh: `说了两个以后的日期（${date.date.phrase}、${another.date.phrase}），下次以哪个为准？`,
      en: `Two dates ahead are named (${date.date.phrase}, ${another.date.phrase}). Which is the next one?`,
    })
  else putDay(reading, 'nextDate', date.date, 'next')
  void outline
}

/** What is to be done, without its date; a time of day stays with it. */
function stepWords({ sentence: { outline } }: Reading, span: Span): string {
  const text = outline.text.slice(span.start, span.end)
  const cue = cueBefore.exec(text)?.[0].length ?? 0
  const [date] = thingsIn(outline, span).filter(({ mark }) => mark === 'D')
  const at = date ? text.indexOf('D', 0) : -1
  if (at < 0) return wordsAt(outline, { start: span.start + cue, end: span.end })
  const timed = date?.mark === 'D' && date.date.meaning.time !== undefined
  if (timed) return wordsAt(outline, { start: span.start + Math.min(cue, at), end: span.end })
  const after = { start: span.start + at + 1, end: span.end }
  const before = { start: span.start + Math.min(cue, at), end: span.start + at }
  return [wordsAt(outline, before), wordsAt(outline, after).replace(/^(?:之前|以前|前|的时候|时)/u, '')]
    .filter(Boolean)
    .join(' ')
}
