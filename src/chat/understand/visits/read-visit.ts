import type { DateMention } from '../dates.ts'
import { loneRestOf } from '../lexicon.ts'
import type { Tense } from '../moments.ts'
import type { Outline, Span } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import {
  anyVisit,
  comesBack,
  headAfter,
  headBefore,
  laterCue,
  say,
  somethingToDo,
  talk,
} from './visit-cues.ts'

/** A visit as it was told: parts of the outline. */
export interface VisitTold {
  /** Where the customer, the day and the contact are named. */
  head: Span[]
  about: Span[]
  /** Of `about`, what stands right beside the customer: the name may be in it, or a question. */
  beside: Span[]
  feedback: Span[]
  next: Span[]
  /** When it was, or is to be. */
  days: ThingOf<'D'>[]
  nextDays: ThingOf<'D'>[]
  /** Those who were spoken to or said something; then the others. */
  people: ThingOf<'P'>[]
}

type Region = 'head' | 'about' | 'feedback' | 'next'
type TenseOf = (date: DateMention) => Tense

/** Reads a visit out of an outline: `D去了K跟P聊了国庆堆头D再去`, with or without punctuation. */
export function readVisit(outline: Outline<Thing>, tenseOf: TenseOf): VisitTold {
  const told: VisitTold = {
    head: [],
    about: [],
    beside: [],
    feedback: [],
    next: [],
    days: [],
    nextDays: [],
    people: [],
  }
  const others: ThingOf<'P'>[] = []
  let region: Region = 'head'
  for (const clause of clausesOf(outline.text)) {
    const whole = outline.text.slice(clause.start, clause.end)
    if (region === 'next' && !somethingToDo.test(whole)) region = 'about'
    if (region !== 'head' && isHeadOnly(outline, clause, tenseOf)) {
      keepHead(told, outline, clause, others)
      continue
    }
    for (const piece of piecesOf(outline, clause, region, tenseOf)) {
      region = keep(told, outline, piece, others)
    }
  }
  told.people.push(...others)
  return told
}

const zhClause = /[,，。.;；!！?？\n]+|(?<=[^\x21-\x7e]|[A-Z])\s+|\s+(?=[^\x21-\x7e]|[A-Z])/g
const enClause = /[,.;!?\n]+|\s+-+\s+/g

export function clausesOf(text: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(/\p{Script=Han}/u.test(text) ? zhClause : enClause)) {
    if (index > start) clauses.push({ start, end: index })
    start = index + end.length
  }
  if (start < text.length) clauses.push({ start, end: text.length })
  return clauses
}

const headWords = new RegExp(`[KID]|${anyVisit}`, 'u')

/** A customer or a day that is added afterwards: 聊了国庆堆头 华联超市. */
function isHeadOnly(outline: Outline<Thing>, clause: Span, tenseOf: TenseOf): boolean {
  const text = outline.text.slice(clause.start, clause.end)
  if (headBefore.exec(text)?.[0].length !== text.length || !headWords.test(text)) return false
  return thingsOf(outline, clause, 'D').every(
    ({ date }) => tenseOf(date) === 'past' || tenseOf(date) === 'today',
  )
}

interface Piece extends Span {
  region: Region
  /** Where its content begins, after the words that introduce it. */
  from: number
}

interface Cut {
  region: Region
  start: number
  end: number
}

const cues: [Region, RegExp][] = [
  ['about', new RegExp(talk, 'gu')],
  ['feedback', new RegExp(say, 'gu')],
  ['next', new RegExp(laterCue, 'gu')],
]

/** Cuts a clause where it turns to what was spoken about, said or agreed. */
function piecesOf(outline: Outline<Thing>, clause: Span, region: Region, tenseOf: TenseOf): Piece[] {
  const pieces: Piece[] = [{ ...clause, region, from: clause.start }]
  for (const cut of cutsIn(outline.text.slice(clause.start, clause.end), clause.start)) {
    const last = pieces.at(-1)!
    if (cut.start < last.from || !turns(outline, cut, last, clause, tenseOf)) continue
    last.end = cut.start
    pieces.push({ ...cut, end: clause.end, from: cut.region === 'next' ? cut.start : cut.end })
  }
  return pieces.filter(({ start, end }) => end > start)
}

const cutsIn = (text: string, offset: number): Cut[] =>
  cues
    .flatMap(([region, pattern]) =>
      Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
        region,
        start: offset + index,
        end: offset + index + length,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)

function turns(outline: Outline<Thing>, cut: Cut, last: Piece, clause: Span, tenseOf: TenseOf): boolean {
  const atStart = cut.start === clause.start
  const before = loneRestOf(outline.text.slice(last.from, cut.start))
  if (cut.region === 'about') return last.region === 'head' || atStart
  if (cut.region === 'feedback') return last.region === 'head' || atStart || before.length > 2
  const date = outline.things.get(cut.end - 1)
  if (date?.mark !== 'D')
    return (
      atStart ||
      (last.region !== 'next' && !/\p{Script=Han}/u.test(outline.text[cut.start]!)) ||
      outline.text[cut.start] === '下'
    )
  if (last.region === 'next' && !outline.text.slice(last.start, cut.start).includes('D')) return false
  const rest = outline.text.slice(cut.end, clause.end)
  return isAgreed(tenseOf(date.date), {
    cut,
    last,
    rest,
    before,
    atStart,
    head: headOf(outline.text, last, cut),
  })
}

const headOf = (text: string, last: Piece, cut: Cut) =>
  headBefore.exec(text.slice(last.start, cut.start))?.[0].length === cut.start - last.start

interface Place {
  cut: Cut
  last: Piece
  /** The clause from here on. */
  rest: string
  /** What was said since the last turn. */
  before: string
  atStart: boolean
  /** Nothing but the customer, people and the visit itself was named before. */
  head: boolean
}

/** Whether a date is one that was agreed, not the day of the visit nor a part of what was spoken about. */
function isAgreed(tense: Tense, { cut, last, rest, before, atStart, head }: Place): boolean {
  if (tense === 'past' || /^的(?!时候)/.test(rest)) return false
  const ends = loneRestOf(rest) === ''
  const cued = cut.end - cut.start > 1
  if (last.region === 'head')
    return !head && before !== '' && tense !== 'today' && (cued || ends || somethingToDo.test(rest))
  if (last.region === 'feedback' && !atStart && !cued)
    return comesBack.test(rest) || (before.length > 3 && somethingToDo.test(rest))
  if (cued || ends || somethingToDo.test(rest)) return true
  return atStart && tense !== 'today'
}

/** Keeps a piece, and tells in which region the sentence goes on. */
function keep(told: VisitTold, outline: Outline<Thing>, piece: Piece, others: ThingOf<'P'>[]): Region {
  if (piece.region === 'head') return keepHead(told, outline, piece, others)
  const introduced = { start: piece.start, end: piece.from }
  const content = { start: piece.from, end: piece.end }
  if (piece.from > piece.start) told.head.push(introduced)
  told.people.push(...thingsOf(outline, introduced, 'P'))
  others.push(...thingsOf(outline, content, 'P'))
  if (piece.region === 'next') {
    told.nextDays.push(...thingsOf(outline, content, 'D').slice(0, 1))
    told.next.push(content)
  } else told[piece.region].push(content)
  return piece.region
}

function keepHead(told: VisitTold, outline: Outline<Thing>, piece: Span, others: ThingOf<'P'>[]): Region {
  const content = withoutHead(outline.text, piece)
  const before = { start: piece.start, end: content.start }
  const after = { start: content.end, end: piece.end }
  told.head.push(piece)
  told.days.push(...thingsOf(outline, before, 'D'), ...thingsOf(outline, after, 'D'))
  told.people.push(...thingsOf(outline, before, 'P'), ...thingsOf(outline, after, 'P'))
  others.push(...thingsOf(outline, content, 'P'))
  const said = outline.text.slice(content.start, content.end)
  if (loneRestOf(said) === '' && !/[GN]/.test(said)) return 'head'
  told.about.push(content)
  if (
    headWords.test(
      outline.text.slice(piece.start, content.start) + outline.text.slice(content.end, piece.end),
    )
  )
    told.beside.push(content)
  return 'about'
}

function withoutHead(text: string, { start, end }: Span): Span {
  const before = headBefore.exec(text.slice(start, end))?.[0].length ?? 0
  const rest = text.slice(start + before, end)
  const after = headAfter.exec(rest)?.[0].length ?? 0
  return { start: start + before, end: end - after }
}

function thingsOf<M extends Thing['mark']>(
  { things }: Outline<Thing>,
  { start, end }: Span,
  mark: M,
): ThingOf<M>[] {
  return [...things].flatMap(([at, thing]) =>
    at >= start && at < end && thing.mark === mark ? [thing as ThingOf<M>] : [],
  )
}
