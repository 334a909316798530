import type { DateMention } from '../dates.ts'
import type { Tense } from '../moments.ts'
import type { Outline, Span } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'

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
export type TenseOf = (date: DateMention) => Tense

/** What is being read, and what was found in it so far. */
export interface Tale {
  outline: Outline<Thing>
  tenseOf: TenseOf
  told: VisitTold
  /** People on file who are only mentioned: they count where nobody was spoken to. */
  mentioned: ThingOf<'P'>[]
}

export const wordsIn = ({ text }: Outline, { start, end }: Span): string => text.slice(start, end)

/** A day, and no mere time of day. */
export const isDay = ({ date }: ThingOf<'D'>): boolean => date.kind !== 'time'

export function thingsOf<M extends Thing['mark']>(
  { things }: Outline<Thing>,
  { start, end }: Span,
  mark: M,
): ThingOf<M>[] {
  return [...things].flatMap(([at, thing]) =>
    at >= start && at < end && thing.mark === mark ? [thing as ThingOf<M>] : [],
  )
}
