import type { Ctx } from '../../../crm/context.ts'
import type { DateMention } from '../dates.ts'
import { tenseOf } from '../moments.ts'
import { once } from '../once.ts'
import { type Sentence, sentenceOf, type Thing } from '../spot.ts'
import { comesBack, somethingToDo } from './later-cues.ts'
import {
  agreedOn,
  agreedThen,
  doneThen,
  fromNowOn,
  givesThem,
  isGoneIn,
  isSo,
  isSpokenThen,
  isVisits,
  itself,
  justNow,
  notThen,
  ofThat,
  ofThatEnglish,
  opensClause,
  papers,
  thatOne,
  theirs,
  upTo,
  wantedBy,
  wants,
} from './matter-cues.ts'

type Clock = Pick<Ctx, 'now' | 'me'>

/**
 * The sentence without the days that are part of what was spoken about (8月份的费用, 保质期到明年2月, 周五的促销), and not
 * when anybody went or is to come again: they stay mere words.
 */
export const withoutDaysOfTheMatter = (sentence: Sentence, ctx: Clock): Sentence => apart(ctx)(sentence)

const apart = once((ctx: Clock) => once((sentence: Sentence) => takeApart(sentence, ctx)))

function takeApart(sentence: Sentence, ctx: Clock): Sentence {
  const { outline, things, peopleOf } = sentence
  const ofMatter = new Set<Thing>()
  for (const [at, thing] of outline.things)
    if (thing.mark === 'D' && isOfTheMatter(placeOf(outline.text, at, thing.date), ctx)) ofMatter.add(thing)
  if (ofMatter.size === 0) return sentence
  const left = things.filter((thing) => !ofMatter.has(thing))
  return { ...sentenceOf({ ...sentence, said: outline.said, things: left }), peopleOf }
}

interface Place {
  date: DateMention
  before: string
  after: string
  /** With what stands right before it. */
  along: string
}

const placeOf = (text: string, at: number, date: DateMention): Place => ({
  ...{ date, before: text.slice(0, at), after: text.slice(at + 1), along: text.slice(at - 1) },
})

function isOfTheMatter(place: Place, ctx: Clock): boolean {
  if (notThen.test(place.before)) return true
  if (isOfTheVisit(place)) return false
  return isTheirs(place) || isToldOfIt(place, ctx) || isTooLong(place, ctx)
}

const isOfTheVisit = ({ date, before, after, along }: Place): boolean =>
  date.kind === 'time' ||
  isVisits.test(after) ||
  comesBack.test(after) ||
  agreedOn.test(before) ||
  isSpokenThen.test(along)

const isDeadline = ({ bound }: DateMention, after: string): boolean => bound === 'by' || /^之?前/.test(after)

/** It ends then, recurs, or is a day of others. */
const isTheirs = ({ date, before, after }: Place): boolean =>
  upTo.test(before) ||
  fromNowOn.test(before) ||
  (isDeadline(date, after) && wantedBy.test(after) && wants.test(before)) ||
  theirs.test(before) ||
  (papers.test(before) && !somethingToDo.test(after)) ||
  date.meaning.noted === 'recurring'

/** What stands behind it is what was that day, and nobody's going there. */
function isToldOfIt({ date, before, after }: Place, ctx: Clock): boolean {
  if (isLongOrEdge(date) ? ofThatEnglish.test(after) : /\bthe $/.test(before) && ofThatEnglish.test(after))
    return true
  if (ofThat.test(after) || thatOne.test(after) || itself.test(after) || agreedThen.test(after)) return true
  if (isSo.test(after) && ['future', 'open'].includes(tenseOf(ctx, date))) return true
  return doneThen.test(after) && !justNow.test(date.phrase)
}

/** A month or a range of days: nobody goes for so long; but we may have something to do then. */
function isTooLong({ date, before, after }: Place, ctx: Clock): boolean {
  if (!isLong(date) || isGoneIn.test(after)) return false
  if (date.meaning.span?.is === 'year') return true
  const isOurs = (opensClause.test(before) && somethingToDo.test(after)) || givesThem.test(after)
  return !isOurs || tenseOf(ctx, date) !== 'future'
}

const isLong = ({ meaning: { span, day } }: DateMention): boolean =>
  day === undefined &&
  span !== undefined &&
  ['month', 'third', 'quarter', 'year', 'week', 'fromTo', 'holiday'].includes(span.is)

const isLongOrEdge = ({ phrase, meaning: { day, span } }: DateMention): boolean =>
  span !== undefined ||
  /[- ]end$/.test(phrase) ||
  day?.is === 'quarterEdge' ||
  (day?.is === 'monthDay' && day.day === 'last')
