import type { Ctx } from '../../crm/context.ts'
import { dateInWords } from '../../lib/date-in-words.ts'
import { daysBetween, Temporal, zoned } from '../../lib/time.ts'
import type { Words } from '../../lib/words.ts'
import { chineseCalendar } from '../../lib/working-calendar.ts'
import { type DateMention, dateDoubts, findDates, resolveMention, type Slot } from './dates.ts'
import { once } from './once.ts'
import type { Choice } from './understood.ts'

type Clock = Pick<Ctx, 'now' | 'me' | 'language'>

/** A message is read at one moment. */
const nowOf = once(({ now, me }: Pick<Ctx, 'now' | 'me'>) => zoned(now, me.zone))

export const todayOf = once((ctx: Pick<Ctx, 'now' | 'me'>): Temporal.PlainDate => nowOf(ctx).toPlainDate())

const saidIn = (ctx: Pick<Ctx, 'now' | 'me'>, slot: Slot) => ({
  now: nowOf(ctx),
  slot,
  calendar: chineseCalendar,
})

export const datesIn = (ctx: Pick<Ctx, 'now' | 'me'>, text: string, slot: Slot = 'either'): DateMention[] =>
  findDates(text, saidIn(ctx, slot))

/** When a date lies, whatever it is used for; `open`: a bare weekday may be either, or nobody knows. */
export type Tense = 'past' | 'today' | 'future' | 'open'

export const tenseOf = (ctx: Pick<Ctx, 'now' | 'me'>, mention: DateMention): Tense => tensesOf(ctx)(mention)

const tensesOf = once((ctx: Pick<Ctx, 'now' | 'me'>) =>
  once((mention: DateMention) => readTense(ctx, mention)),
)

function readTense(ctx: Pick<Ctx, 'now' | 'me'>, mention: DateMention): Tense {
  const { value } = resolveMention(mention, saidIn(ctx, 'either'))
  const today = todayOf(ctx)
  if (!value) return wayOf(ctx, mention)
  const isAhead = resolveMention(mention, saidIn(ctx, 'done')).doubt?.code === 'future-in-done'
  if (isAhead && (value.time || value.part)) return 'future'
  const [first, last] = value.range
    ? [value.range.from, value.range.to]
    : [value.date ?? today, value.date ?? today]
  if (daysBetween(today, first) > 0) return 'future'
  return daysBetween(last, today) > 0 ? 'past' : 'today'
}

/** A doubtful date may still be one that cannot be ahead, or cannot be behind. */
function wayOf(ctx: Pick<Ctx, 'now' | 'me'>, mention: DateMention): Tense {
  const done = resolveMention(mention, saidIn(ctx, 'done')).doubt?.code
  const next = resolveMention(mention, saidIn(ctx, 'next')).doubt?.code
  if (done === 'future-in-done' && next !== 'past-in-next') return 'future'
  return next === 'past-in-next' ? 'past' : 'open'
}

/** What a mention means for a field: a day, several to choose from, or a question. */
export type DayRead =
  | { day: string; to?: string; time?: string; part?: string }
  | { ask: Words }
  | { options: Choice['options'] }

export function dayIn(ctx: Clock, mention: DateMention, slot: 'done' | 'next'): DayRead {
  const read = resolveMention(mention, saidIn(ctx, slot))
  if (read.doubt) return doubtful(ctx, mention, read.doubt)
  const { date, range, time, part } = read.value!
  const timed = { time: time?.toString({ smallestUnit: 'minute' }), part }
  if (!range) return { day: (date ?? todayOf(ctx)).toString(), ...timed }
  const { span } = mention.meaning
  const deadline =
    slot === 'next' && (span?.is === 'within' || span?.is === 'restOf' || mention.bound === 'by')
  if (deadline) return { day: range.to.toString(), ...timed }
  if (span?.is === 'fromTo' || range.from.equals(range.to))
    return { day: range.from.toString(), to: range.to.toString(), ...timed }
  return { ask: whichDay(mention.phrase) }
}

/** The time of day a mention names, as HH:MM, whether it has passed or not. */
export function clockOf(ctx: Clock, mention: DateMention): string | undefined {
  const { value, doubt } = resolveMention(mention, saidIn(ctx, mention.kind === 'time' ? 'either' : 'next'))
  return (value ?? doubt?.candidates[0])?.time?.toString({ smallestUnit: 'minute' })
}

function doubtful(
  ctx: Clock,
  { phrase }: DateMention,
  { code, candidates }: NonNullable<DateMention['doubt']>,
): DayRead {
  const days = [...new Set(candidates.flatMap(({ date }) => date?.toString() ?? []))]
  if (days.length > 1) return { options: days.map((day) => ({ value: day, label: dayLabel(ctx, day) })) }
  const words = dateDoubts[code]
  return { ask: { zh: `“${phrase}”：${words.zh}`, en: `“${datePhrase(phrase)}”: ${words.en}` } }
}

const dayLabel = (ctx: Clock, day: string): string =>
  dateInWords(Temporal.PlainDate.from(day), ctx.language, todayOf(ctx))

/** A date phrase as it is written in a sentence: Friday, not friday. */
export const datePhrase = (phrase: string): string =>
  phrase.replace(
    /\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\bq[1-4]\b/g,
    (word) => word[0]!.toUpperCase() + word.slice(1),
  )

const whichDay = (phrase: string): Words => ({
  zh: `“${phrase}”是哪一天？请写具体日期。`,
  en: `“${datePhrase(phrase)}”: which day? Please give the date.`,
})
