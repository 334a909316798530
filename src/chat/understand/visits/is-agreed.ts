import { loneRestOf } from '../lexicon.ts'
import type { Tense } from '../moments.ts'
import { comesBack, somethingToDo } from './later-cues.ts'
import type { Region } from './told.ts'

/** What stands around a date in a visit that is told. */
export interface Surroundings {
  region: Region
  atStart: boolean
  /** What was said since the last turn, and the clause behind the date. */
  before: string
  rest: string
  /** Words lead to the date; words of an agreement. */
  cued: boolean
  agreed: boolean
  /** 下次, whatever date follows. */
  nextTimeBefore: boolean
  /** A time of day and no day: 待了一上午. */
  timeOnly: boolean
  /** Nothing but the customer, people and the visit itself was named before. */
  head: boolean
}

/** 今天装好了, 今早带师傅去看过 */
const isDone = /^[^\s,，。]*[了过](?!几天|会儿|一?段)/

/** Whether a date is one that was agreed, not the day of the visit nor a part of what was spoken about. */
export function isAgreed(
  tense: Tense,
  { region, atStart, before, rest, cued, agreed, nextTimeBefore, timeOnly, head }: Surroundings,
): boolean {
  if (/^的(?!时候)/.test(rest)) return false
  if (tense === 'past') return (region !== 'head' && comesBack.test(rest)) || nextTimeBefore
  const goesOn = (!timeOnly && loneRestOf(rest) === '') || somethingToDo.test(rest)
  if (tense === 'today' && isDone.test(rest)) return false
  if (region === 'head') return !head && before !== '' && tense !== 'today' && (cued || goesOn)
  if (region === 'feedback' && !atStart && !agreed)
    return comesBack.test(rest) || (before.length > 3 && somethingToDo.test(rest))
  return cued || goesOn || (atStart && tense !== 'today')
}
