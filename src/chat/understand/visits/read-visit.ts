import type { DateMention } from '../dates.ts'
import { loneRestOf } from '../lexicon.ts'
import { type Outline, type Span, wordsAt } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import {
  action,
  actionAhead,
  comesBack,
  dateCue,
  englishNext,
  englishSay,
  englishTalk,
  englishVisit,
  englishWithPerson,
  nextCue,
  say,
  talk,
  visitAround,
  withPerson,
} from './visit-cues.ts'

/** A visit as it was told: parts of the outline. */
export interface VisitTold {
  about: Span[]
  feedback: Span[]
  next: Span[]
  done: ThingOf<'D'>[]
  nextDates: ThingOf<'D'>[]
  people: ThingOf<'P'>[]
  /** What stands before the content: where the customer is named. */
  head: Span[]
}

type Region = 'head' | 'about' | 'feedback' | 'next'

/** When a date lies, whatever it is used for; `open`: a bare weekday may be either. */
export type Tense = 'past' | 'today' | 'future' | 'open'

const clauseEnd = /[,，。.;；!！?？\n]+|(?<=[^\x21-\x7e]|[A-Z])\s+|\s+(?=[^\x21-\x7e]|[A-Z])/g
const latinClauseEnd = /[,.;!?\n]+|\s+-\s+/g

const talks = new RegExp(
  `${withPerson}?${talk}|${englishTalk}(?: (?:to|with) (?:the |their )?P)?(?: (?:about|on|over|regarding|re))?`,
  'g',
)
const says = new RegExp(`${say}|${englishSay}`, 'g')
const nexts = new RegExp(`${nextCue}|${dateCue}?D|${englishNext}`, 'g')

/** Reads a visit out of an outline. `tenseOf` tells when a date lies. */
export function readVisit(outline: Outline<Thing>, tenseOf: (date: DateMention) => Tense): VisitTold {
  const told: VisitTold = { about: [], feedback: [], next: [], done: [], nextDates: [], people: [], head: [] }
  let region: Region = 'head'
  for (const clause of clausesOf(outline.text)) {
    region = startsAs(outline.text.slice(clause.start, clause.end), region)
    for (const piece of piecesOf(outline, clause, region, tenseOf)) {
      region = piece.region
      keep(told, outline, piece, tenseOf)
    }
  }
  return told
}

/** What was agreed goes on only with something to do; after the head anything else is content. */
function startsAs(clause: string, before: Region): Region {
  if (before !== 'next') return before
  return actionAhead.test(clause) ? 'next' : 'about'
}

function clausesOf(text: string): Span[] {
  const ends = /\p{Script=Han}/u.test(text) ? clauseEnd : latinClauseEnd
  const clauses: Span[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(ends)) {
    if (index > start) clauses.push({ start, end: index })
    start = index + end.length
  }
  if (start < text.length) clauses.push({ start, end: text.length })
  return clauses
}

type Piece = Span & { region: Region; cue: number }

/** Cuts a clause where it turns to what was spoken about, said or agreed. */
function piecesOf(
  outline: Outline<Thing>,
  clause: Span,
  region: Region,
  tenseOf: (date: DateMention) => Tense,
): Piece[] {
  const text = outline.text.slice(clause.start, clause.end)
  const cuts = [
    ...Array.from(text.matchAll(talks), (match) => ({
      region: 'about' as const,
      at: match.index,
      length: match[0].length,
    })),
    ...Array.from(text.matchAll(says), (match) => ({
      region: 'feedback' as const,
      at: match.index,
      length: match[0].length,
    })),
    ...Array.from(text.matchAll(nexts), (match) => ({
      region: 'next' as const,
      at: match.index,
      length: match[0].length,
    })),
  ].sort((a, b) => a.at - b.at || b.length - a.length)
  const pieces: Piece[] = [{ ...clause, region, cue: clause.start }]
  for (const cut of cuts) {
    const last = pieces.at(-1)!
    const at = clause.start + cut.at
    if (at < last.cue) continue
    if (!turns(outline, { ...cut, at, text: text.slice(cut.at), whole: text }, last, clause, tenseOf))
      continue
    last.end = at
    pieces.push({
      start: at,
      end: clause.end,
      region: cut.region,
      cue: at + (cut.region === 'next' ? 0 : cut.length),
    })
  }
  return pieces.filter(({ start, end }) => end > start)
}

interface Cut {
  region: Region
  at: number
  length: number
  /** The clause from here on, and as a whole. */
  text: string
  whole: string
}

function turns(
  { things, text: outlineText }: Outline<Thing>,
  cut: Cut,
  last: Piece,
  clause: Span,
  tenseOf: (date: DateMention) => Tense,
): boolean {
  const said = outlineText.slice(last.cue, cut.at)
  if (cut.region === 'about') return last.region === 'head' || cut.at === clause.start
  if (cut.region === 'feedback') return last.region === 'head' || said.length > 2 || cut.at === clause.start
  const date = things.get(cut.at + cut.length - 1)
  const rest = cut.text.slice(cut.length)
  if (date?.mark !== 'D') return cut.at === clause.start || /^(?:下|接|[a-z])/.test(cut.text)
  return isAgreed(tenseOf(date.date), { cut, rest, last, said, atStart: cut.at === clause.start })
}

function isAgreed(
  tense: Tense,
  { cut, rest, last, said, atStart }: { cut: Cut; rest: string; last: Piece; said: string; atStart: boolean },
): boolean {
  if (tense === 'past' || /^的(?!时候)/.test(rest)) return false
  if (last.region === 'head')
    return tense === 'future' && atStart && !new RegExp(visitAround).test(cut.whole) && actionAhead.test(rest)
  const cued = cut.length > 1
  if (last.region === 'feedback' && !atStart && !cued)
    return comesBack.test(rest) || (said.length > 5 && actionAhead.test(rest))
  if (cued || actionAhead.test(rest) || loneRestOf(rest) === '') return true
  return atStart && tense !== 'today'
}

const trimmedOfHead = new RegExp(
  `^(?:${visitAround}(?=[KIPD\\s]|$)|[KID]|${withPerson}|${englishVisit}|${englishWithPerson}|\\b(?:i|we|at|on|in|the|today|with|to|and)\\b|[的了在于从给今我]|\\s)+|(?:${visitAround}|[KID]|${withPerson}|\\s|\\b(?:at|on|to|with|in|the)\\b)+$`,
  'g',
)

function keep(
  told: VisitTold,
  outline: Outline<Thing>,
  piece: Piece,
  tenseOf: (date: DateMention) => Tense,
): void {
  const things = [...outline.things].filter(([at]) => at >= piece.start && at < piece.end)
  const dates = things.flatMap(([, thing]) => (thing.mark === 'D' ? [thing] : []))
  const people = things.flatMap(([at, thing]) =>
    thing.mark === 'P' && (piece.region === 'head' || at < piece.cue) ? [thing] : [],
  )
  told.people.push(...people)
  if (piece.region === 'head') {
    told.head.push(piece)
    told.done.push(...dates)
    const left = trimmed(outline.text, piece)
    if (loneRestOf(outline.text.slice(left.start, left.end)).length > 0) told.about.push(left)
  } else if (piece.region === 'next') {
    told.nextDates.push(...dates.slice(0, 1))
    told.next.push(piece)
  } else told[piece.region].push({ start: piece.cue, end: piece.end })
}

function trimmed(text: string, { start, end }: Span): Span {
  for (;;) {
    const part = text.slice(start, end)
    trimmedOfHead.lastIndex = 0
    const match = trimmedOfHead.exec(part)
    if (!match || match[0] === '') return { start, end }
    if (match.index === 0) start += match[0].length
    else end -= match[0].length
    if (start >= end) return { start, end: start }
  }
}

void wordsAt
void action
