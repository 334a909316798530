import type { DateMention } from '../dates.ts'
import { loneRestOf } from '../lexicon.ts'
import type { Tense } from '../moments.ts'
import type { Outline, Span } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import { presentIn } from './absent.ts'
import { clausesOf } from './clauses.ts'
import { headAfter, headBefore, headWords } from './head-cues.ts'
import { isAgreed } from './is-agreed.ts'
import { agreedBefore, laterCue, somethingToDo } from './later-cues.ts'
import { say, talk, withPersonEnglish } from './talk-cues.ts'
import { anyVisit, planned } from './visit-verbs.ts'

/** A visit as it was told: parts of the outline. */
export interface VisitTold {
  /** The clauses that say that there was a visit, and what introduces the others. */
  head: Span[]
  /** Of these, where the customer, the day and the contact are named. */
  places: Span[]
  about: Told[]
  feedback: Told[]
  next: Told[]
  /** When it was, or is to be. */
  days: ThingOf<'D'>[]
  /** Of a clause behind the visit itself: theirs, or of what is told there. */
  unclearDays: ThingOf<'D'>[]
  nextDays: ThingOf<'D'>[]
  /** Those who were spoken to or said something; then the others. */
  people: ThingOf<'P'>[]
}

/** A part that tells something: `from` is where it begins behind the words that introduce it. */
export interface Told extends Span {
  from: number
  /** Right beside the customer and without any such words: a name or a question may be in it. */
  beside?: boolean
}

export type Region = 'head' | 'about' | 'feedback' | 'next'
type TenseOf = (date: DateMention) => Tense

/** Reads a visit out of an outline: `D去了K跟P聊了国庆堆头D再去`, with or without punctuation. */
export function readVisit(outline: Outline<Thing>, tenseOf: TenseOf): VisitTold {
  const told: VisitTold = {
    head: [],
    places: [],
    about: [],
    feedback: [],
    next: [],
    days: [],
    unclearDays: [],
    nextDays: [],
    people: [],
  }
  const mentioned: ThingOf<'P'>[] = []
  let region: Region = 'head'
  for (const clause of clausesOf(outline.text)) {
    if (region === 'next' && !somethingToDo.test(wordsIn(outline, clause))) region = 'about'
    if (region !== 'head' && isHeadOnly(outline, clause, tenseOf))
      keepHead(told, outline, clause, mentioned, tenseOf)
    else
      for (const piece of piecesOf(outline, clause, region, tenseOf)) {
        region = keep(told, outline, piece, mentioned, tenseOf)
      }
  }
  told.people.push(...mentioned)
  return told
}

const wordsIn = ({ text }: Outline, { start, end }: Span) => text.slice(start, end)

/** A customer or a day that is added afterwards: 聊了国庆堆头 华联超市. */
function isHeadOnly(outline: Outline<Thing>, clause: Span, tenseOf: TenseOf): boolean {
  const text = wordsIn(outline, clause)
  if (headBefore.exec(text)?.[0].length !== text.length || !headWords.test(text)) return false
  return thingsOf(outline, clause, 'D').every(({ date }) => ['past', 'today'].includes(tenseOf(date)))
}

interface Piece extends Told {
  region: Region
}

interface Cut extends Span {
  region: Region
}

const cues: [Region, RegExp][] = [
  ['about', new RegExp(talk, 'gu')],
  ['feedback', new RegExp(say, 'gu')],
  ['next', new RegExp(laterCue, 'gu')],
]

/** Cuts a clause where it turns to what was spoken about, said or agreed. */
function piecesOf(outline: Outline<Thing>, clause: Span, region: Region, tenseOf: TenseOf): Piece[] {
  const pieces: Piece[] = [{ ...clause, region, from: clause.start }]
  for (const cut of cutsIn(wordsIn(outline, clause), clause.start)) {
    const last = pieces.at(-1)!
    if (cut.start < last.from || !turns(outline, cut, { last, clause, tenseOf })) continue
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

interface Place {
  last: Piece
  clause: Span
  tenseOf: TenseOf
}

function turns(outline: Outline<Thing>, cut: Cut, { last, clause, tenseOf }: Place): boolean {
  const atStart = cut.start === clause.start
  const before = loneRestOf(outline.text.slice(last.from, cut.start))
  const rest = outline.text.slice(cut.end, clause.end)
  if (cut.region !== 'next' && negatedBefore.test(outline.text.slice(last.from, cut.start))) return false
  if (cut.region === 'about' && before !== '' && cameOut.test(rest)) return false
  if (cut.region === 'about') return last.region === 'head' || atStart
  if (cut.region === 'feedback' && isOurs(outline.text.slice(0, cut.start), outline.text[cut.start]!))
    return false
  if (cut.region === 'feedback') return last.region === 'head' || atStart || before.length > 2
  if (isLabelled.test(outline.text.slice(0, cut.start))) return false
  if (measures.test(outline.text.slice(last.start, cut.start))) return false
  if (weSaid.test(wordsIn(outline, cut)) && loneRestOf(rest) === '') return false
  const date = outline.things.get(cut.end - 1)
  const first = outline.text[cut.start]!
  if (date?.mark !== 'D' && last.region === 'feedback' && !atStart && !ours.test(wordsIn(outline, cut)))
    return false
  if (last.region === 'head' && planned.test(wordsIn(outline, cut))) return false
  if (date?.mark !== 'D')
    return atStart || first === '下' || (last.region !== 'next' && !/\p{Script=Han}/u.test(first))
  if (last.region === 'next' && !outline.text.slice(last.start, cut.start).includes('D')) return false
  return isAgreed(tenseOf(date.date), {
    region: last.region,
    atStart,
    before,
    rest,
    cued: cut.end - cut.start > 1,
    agreed:
      agreedBefore.test(wordsIn(outline, cut)) ||
      (toldUs.test(wordsIn(outline, cut)) && /^[去来到过再]/.test(rest)),
    nextTimeBefore: /^(?:下|next)/.test(wordsIn(outline, cut)),
    timeOnly: date.date.kind === 'time',
    head: isHead(outline.text.slice(last.start, cut.start)),
  })
}

/** 日期：11月26日 is the day of the visit, whenever it is. */
const isLabelled = /(?<!下次|下次拜访|下次跟进|跟进|回访)(?:日期|时间|拜访日|date)[:：]\s*$/
/** 控制在25天以内, 下单后三天: how long, and not when. */
const measures =
  /(?:控制|保持|压缩?|缩短|降低?|维持|延长|放宽|账期|周转|库存)(?:在|到|至|是|为)?$|(?<=\p{Script=Han}{2})[后内]$/u
/** 我说月底 was our answer. */
const weSaid = /^我们?(?:说|表示)/
/** What an English sentence promises, and not what was asked for: will call, back on Friday. */
const ours =
  /^(?:i|we|i'll|we'll|will|then|next|back|be back|come back|coming back|following|follow)\b|\p{Script=Han}/u
/** 要我30号去签字 */
const toldUs = /[让叫要喊]我D$/
/** 跟P说了 is what we said. */
const toWhom = /[跟和与向对给](?:\p{Script=Han}{1,4})?$/u
/** 我给他打了电话 说下个月要涨价: who speaks is who was named last. */
const weSpoke = /我们?(?:给|跟|和|对|向)[^,，。]*[\s,，]*$/u
const isOurs = (before: string, first: string) =>
  toWhom.test(before) || (first === '说' && weSpoke.test(before))

/** 没谈价格, 跟P没聊拢 */
const negatedBefore = /(?:还没|没有?|未能?|不想|不愿意?|不肯|不)$/
/** 端架谈下来了: how it came out is told, and not what about. */
const cameOut =
  /^(?:得|的)?(?:下来|成|妥|崩|僵|通|定|黄|砸|差不多|不错|挺好|很好|还行|可以|顺利|不顺|愉快)了?\s*$/

const isHead = (text: string) => headBefore.exec(text)?.[0].length === text.length

/** discussed the display with Manager Wang */
const personBehind = new RegExp(`\\s*${withPersonEnglish}\\s*$`)

const isVisit = new RegExp(anyVisit, 'u')

/** Keeps a piece, and tells in which region the sentence goes on. */
function keep(
  told: VisitTold,
  outline: Outline<Thing>,
  piece: Piece,
  mentioned: ThingOf<'P'>[],
  tenseOf: TenseOf,
): Region {
  const { region, start, end } = piece
  const from =
    piece.region === 'feedback' ? dayAhead(outline, { start, end: piece.from }, tenseOf) : piece.from
  if (region === 'head') return keepHead(told, outline, piece, mentioned, tenseOf)
  if (from > start) told.head.push({ start, end: from })
  told.places.push({ start, end: from })
  told.people.push(...presentIn(outline, { start, end: from }))
  if (from === start) mentioned.push(...onFileIn(outline, piece))
  if (region !== 'next') told.days.push(...thingsOf(outline, { start, end: from }, 'D'))
  if (region === 'next') {
    piece.start = takeObject(told, outline, piece)
    told.nextDays.push(...thingsOf(outline, piece, 'D').slice(0, 1))
  }
  const behind = personBehind.exec(outline.text.slice(from, end))?.[0].length ?? 0
  told.people.push(...presentIn(outline, { start: end - behind, end }))
  told[region].push({ start: piece.start, from: region === 'next' ? piece.start : from, end: end - behind })
  return region
}

const LONGEST_OBJECT = 6

/** 合同 of 合同下周二送过去 is what is to be brought, where something else was spoken about. Returns where the step begins. */
function takeObject(told: VisitTold, { text }: Outline<Thing>, { start }: Span): number {
  const last = told.about.at(-1)
  if (/^[让叫要喊]/.test(text.slice(start))) return start
  if (!last || last.end !== start || last.from !== last.start || told.about.length + told.feedback.length < 2)
    return start
  if (!/^\p{Script=Han}+$/u.test(text.slice(last.start, last.end)) || last.end - last.start > LONGEST_OBJECT)
    return start
  told.about.pop()
  return last.start
}

function keepHead(
  told: VisitTold,
  outline: Outline<Thing>,
  piece: Span,
  mentioned: ThingOf<'P'>[],
  tenseOf: TenseOf,
): Region {
  const content = withoutHead(outline.text, piece)
  if (
    told.head.length > 0 &&
    !isVisit.test(wordsIn(outline, piece)) &&
    loneRestOf(wordsIn(outline, content)) !== ''
  )
    content.start = dayAhead(outline, { start: piece.start, end: content.start }, tenseOf)
  const around = [
    { start: piece.start, end: content.start },
    { start: content.end, end: piece.end },
  ]
  told.head.push(piece)
  told.places.push(...around)
  for (const part of around) {
    told.days.push(...thingsOf(outline, part, 'D'))
    told.people.push(...presentIn(outline, part))
  }
  mentioned.push(...onFileIn(outline, content))
  const said = wordsIn(outline, content)
  if (told.head.length > 1 && said !== '' && !isVisit.test(wordsIn(outline, piece)))
    told.unclearDays.push(...thingsOf(outline, around[0]!, 'D').filter(({ date }) => date.kind !== 'time'))
  if (loneRestOf(said) === '' && !/[GN]/.test(said)) return 'head'
  const beside = around.some((part) => headWords.test(wordsIn(outline, part)))
  told.about.push({ ...content, from: content.start, beside })
  return 'about'
}

/** Behind the visit itself, 下个月要装修 is told of it: where such a day begins, or else the end. */
function dayAhead({ things }: Outline<Thing>, { start, end }: Span, tenseOf: TenseOf): number {
  for (let at = start; at < end; at++) {
    const thing = things.get(at)
    if (thing?.mark === 'D' && thing.date.kind !== 'time' && tenseOf(thing.date) === 'future') return at
  }
  return end
}

const onFileIn = (outline: Outline<Thing>, span: Span): ThingOf<'P'>[] =>
  presentIn(outline, span).filter(({ named }) => named !== null)

function withoutHead(text: string, { start, end }: Span): Span {
  const before = headBefore.exec(text.slice(start, end))?.[0].length ?? 0
  const after = headAfter.exec(text.slice(start + before, end))?.[0].length ?? 0
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
