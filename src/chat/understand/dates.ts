import { Temporal, zoned } from '../../lib/time.ts'
import type { WorkingCalendar } from '../../lib/working-calendar.ts'
import { withBounds } from './dates/bounds.ts'
import { findAtoms } from './dates/find-atoms.ts'
import { joinAtoms } from './dates/join-atoms.ts'
import type { Atom, Bound, Meaning } from './dates/meaning.ts'
import type { DateValue, Doubt, Moment, Slot } from './dates/moment.ts'
import { resolve } from './dates/resolve.ts'
import { normalise, originalSpan } from './normalise.ts'
import { once } from './once.ts'

export { dateDoubts } from './dates/doubts.ts'
export type { DateValue, Doubt, Slot } from './dates/moment.ts'

/** When a text was said, and whether its dates speak of something done or to come. */
export interface Said {
  now: Temporal.ZonedDateTime | { instant: Temporal.Instant; zone: string }
  slot: Slot
  calendar: WorkingCalendar
}

/** A date or time in a text. Where there is a doubt there is no value: what may be meant are its candidates. */
export interface DateMention {
  /** Of the text as it was given. */
  start: number
  end: number
  phrase: string
  kind: 'date' | 'time' | 'datetime' | 'range'
  value?: DateValue
  doubt?: Doubt<DateValue>
  /** 周五前 is a deadline (`by`), 周五起 a beginning (`from`). */
  bound?: Bound
  /** 左右: the value is meant roughly. */
  about?: boolean
  /** What the words say: keeps for another slot. */
  meaning: Meaning
}

/** The dates and times that a text names, from left to right. */
export function findDates(text: string, said: Said): DateMention[] {
  const normalised = normalise(text)
  const moment = momentOf(said)
  return phrasesIn(normalised.text).map((atom) => {
    const { start, end } = originalSpan(normalised, atom.start, atom.end)
    return mention({ start, end, phrase: text.slice(start, end) }, meaningOf(atom), moment)
  })
}

function phrasesIn(text: string): Atom[] {
  let end = 0
  return joinAtoms(text, findAtoms(text))
    .map((atom) => withBounds(text, atom))
    .filter((atom) => {
      if (atom.start < end) return false
      end = atom.end
      return true
    })
}

/** The same words, understood for another slot or at another time. */
export function resolveMention({ start, end, phrase, meaning }: DateMention, said: Said): DateMention {
  return mention({ start, end, phrase }, meaning, momentOf(said))
}

/** The one day a mention names without doubt, or null: a week, a time alone and a doubtful date name none. */
export function singleDay(mention: DateMention): Temporal.PlainDate | null {
  return mention.value?.date ?? null
}

function momentOf({ now, slot, calendar }: Said): Moment {
  const local = now instanceof Temporal.ZonedDateTime ? now : zoned(now.instant, now.zone)
  return { ...dayAndClock(local), slot, calendar }
}

const dayAndClock = once((now: Temporal.ZonedDateTime) => ({
  now,
  today: now.toPlainDate(),
  clock: now.toPlainTime(),
}))

function mention(
  place: Pick<DateMention, 'start' | 'end' | 'phrase'>,
  meaning: Meaning,
  moment: Moment,
): DateMention {
  const { bound, about } = meaning
  const extras = { ...(bound && { bound }), ...(about && { about }) }
  return { ...place, kind: kindOf(meaning), ...resolve(meaning, moment), ...extras, meaning }
}

function kindOf({ day, span, time }: Meaning): DateMention['kind'] {
  if (span) return 'range'
  if (time?.is === 'fromNow' || (day && time)) return 'datetime'
  return time ? 'time' : 'date'
}

function meaningOf({ day, span, beside, time, bound, about, noted }: Atom): Meaning {
  return { day, span, beside, time, bound, about, noted }
}
