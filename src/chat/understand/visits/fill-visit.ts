import { twoRecords } from '../another-record.ts'
import { readCustomer } from '../customer-field.ts'
import { loneRestOf } from '../lexicon.ts'
import { tenseOf, todayOf } from '../moments.ts'
import { negated } from '../mood.ts'
import { type Span, thingsIn, wordsAt } from '../outline.ts'
import { putPeople } from '../people-said.ts'
import { ask, choose, putDay, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import { joined } from '../tidy.ts'
import { leadsTo } from './later-cues.ts'
import { readVisit, type Told, type VisitTold } from './read-visit.ts'
import { unsure, visitActOf } from './visit-act.ts'
import { anyVisit, byPhone, online } from './visit-verbs.ts'

const visitWords = new RegExp(`${anyVisit}|(?:去|到|跑|从|在|给|跟|和)(?:了|过|的)?(?:一?[趟次])?`, 'u')

export async function fillVisit(reading: Reading): Promise<void> {
  const { places, head } = toldIn(reading)
  const customer = await readCustomer(reading, { where: places, near: head, words: visitWords })
  if (customer) await putPeople(reading, customer.matches)
  const told = toldIn(reading)
  if (reading.input.customer === undefined && !customer) takeUnknownName(reading, told)
  fillContact(reading, told)
  fillDate(reading, told)
  fillKind(reading, told)
  fillWords(reading, told)
  fillNext(reading, told)
  askAboutAnother(reading, told)
  doubtLongerName(reading)
  if (negatedHead(reading, told)) ask(reading, '', wasNotMade)
  if (visitActOf(reading.sentence, reading.ctx)?.weight === unsure) ask(reading, '', isVisit)
}

const LONGEST_NAME = 16

/** 拜访沃尔玛 聊了堆头: what stands beside the visit is a name that nobody knows, where the content is told elsewhere. */
function takeUnknownName(reading: Reading, told: VisitTold): void {
  const [beside, another] = told.about.filter((span) => span.beside)
  const content = told.about.filter((span) => !span.beside)
  if (!beside || another || content.length + told.feedback.length === 0) return
  const name = wordsAt(reading.sentence.outline, beside)
  if (name.length > LONGEST_NAME) return
  told.about = content
  reading.asks = reading.asks.filter(({ field }) => field !== 'customer')
  ask(reading, 'customer', {
    zh: `没有找到您的客户“${name}”，请写名称、编号或拼音。`,
    en: `None of your customers is called “${name}”. Please give the name, code or pinyin.`,
  })
}

const notMade = negated(anyVisit)

/** 没拜访，打了电话聊了: then it was no visit, or not that one. */
function negatedHead({ sentence }: Reading, { head, about }: VisitTold): boolean {
  const { text } = sentence.outline
  return [...head, ...about].some(({ start, end }) => notMade.test(text.slice(start, end)))
}

const wasNotMade = {
  zh: '您写了没有去。还是要记成一次拜访（如电话沟通）吗？是的话请核对后保存。',
  en: 'You wrote that there was no visit. Should it be kept all the same (as a call)? If so, please check it and save.',
}

const isVisit = {
  zh: '要把这些记成一次拜访吗？是的话请核对后保存。',
  en: 'Should this be kept as a visit? If so, please check it and save.',
}

const oddBefore = new RegExp(
  `${anyVisit}(?<long>\\p{Script=Han}{1,3}?)K|(?:^|[\\s,，。跟和与找见])(?<one>\\p{Script=Han})K`,
  'u',
)

const ofVisit = /^(?:[了过完的到]+|一?[趟次圈回遍下家]|[尾位]号|电话|客户|老板)$/u

const rightBefore = new RegExp(`${anyVisit}[KI]`, 'u')

/** 拜访新华联超市 may be said of another customer than 华联超市. */
function doubtLongerName(reading: Reading): void {
  const { outline } = reading.sentence
  if (rightBefore.test(outline.text)) return
  const groups = oddBefore.exec(outline.text)?.groups
  const odd = groups?.long ?? groups?.one ?? ''
  const [customer] = all(reading.sentence, 'K')
  if (loneRestOf(odd) === '' || ofVisit.test(odd) || !customer || reading.input.customer === undefined) return
  const { said } = outline
  const name = said.original.slice(said.begins[customer.start - odd.length], said.ends[customer.end - 1])
  delete reading.input.customer
  choose(
    reading,
    'customer',
    name,
    customer.matches.map(({ code, name: full }) => ({ value: code, label: `${full} ${code}` })),
  )
}

const toldIn = ({ ctx, sentence }: Reading): VisitTold =>
  readVisit(sentence.outline, (date) => tenseOf(ctx, date))

function fillKind(reading: Reading, { head }: VisitTold): void {
  const { text } = reading.sentence.outline
  const said = head.map(({ start, end }) => text.slice(start, end)).join(' ')
  if (byPhone.test(said)) reading.input.kind = 'phone'
  else if (online.test(said)) reading.input.kind = 'online'
}

const secondVisit = new RegExp(`${anyVisit}(?:[^,，。]{0,2})K`, 'u')

/** A sentence that goes on to another customer, or to something else altogether, holds two records. */
function askAboutAnother(reading: Reading, { about, feedback, next }: VisitTold): void {
  const { outline } = reading.sentence
  const later = [...about, ...feedback, ...next].map(({ from, end }) => outline.text.slice(from, end))
  if (later.some((part) => secondVisit.test(part))) ask(reading, '', twoRecords)
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

function fillWords(reading: Reading, { about, feedback }: VisitTold): void {
  const { outline } = reading.sentence
  const inWords = (spans: Told[]) =>
    joined(spans.map(({ from, end }) => wordsAt(outline, { start: from, end })))
  const said = inWords(feedback)
  const content = inWords(about)
  if (said) reading.input.feedback = said
  if (content || said) reading.input.about = content || said
}

function fillNext(reading: Reading, { next, nextDays }: VisitTold): void {
  const steps = next.map((span) => stepWords(reading, span))
  const nextStep = joined(steps)
  if (nextStep) reading.input.nextStep = nextStep
  const [date, another] = nextDays
  if (!date) return
  if (another)
    ask(reading, 'nextDate', {
      zh: `说了两个以后的日期（${date.date.phrase}、${another.date.phrase}），下次以哪个为准？`,
      en: `Two dates ahead are named (${date.date.phrase}, ${another.date.phrase}). Which is the next one?`,
    })
  else putDay(reading, 'nextDate', date.date, 'next')
}

/** Of 下周二上午10点 what is no day. */
const clockWords =
  /(?:早上|上午|中午|下午|傍晚|晚上|早|晚)?(?:\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]{1,3}点(?:半|[一三]刻|[\d一二三四五]{1,3}分?)?(?:[-~到至].+)?)$|(?:早上|上午|中午|下午|傍晚|晚上)$|(?:at )?\d{1,2}(?::\d{2})? ?(?:am|pm)?$|(?:morning|afternoon|evening)$/iu

/** What is to be done, without its date; a time of day stays with it. */
function stepWords({ sentence: { outline } }: Reading, span: Span): string {
  const text = outline.text.slice(span.start, span.end)
  const cue = leadsTo.exec(text)?.[0].length ?? 0
  const [date] = thingsIn(outline, span).filter(({ mark }) => mark === 'D')
  const at = date ? text.indexOf('D', 0) : -1
  if (at < 0) return wordsAt(outline, { start: span.start + cue, end: span.end })
  const after = { start: span.start + at + 1, end: span.end }
  const before = { start: span.start + Math.min(cue, at), end: span.start + at }
  const clock =
    date?.mark === 'D' && date.date.meaning.time ? clockWords.exec(date.date.phrase)?.[0] : undefined
  const rest = wordsAt(outline, after).replace(/^(?:之前|以前|前|的时候|时)/u, '')
  return [wordsAt(outline, before), [clock, rest].filter(Boolean).join(/^[a-z]/i.test(rest) ? ' ' : '')]
    .filter(Boolean)
    .join(' ')
}
