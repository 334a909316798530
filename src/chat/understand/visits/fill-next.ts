import { datePhrase } from '../moments.ts'
import { type Span, thingsIn, wordsAt } from '../outline.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import { joined } from '../tidy.ts'
import { leadsTo } from './later-cues.ts'
import type { VisitTold } from './told.ts'

/** What was agreed, and for when. */
export function fillNext(reading: Reading, { next, nextDays }: VisitTold): void {
  const steps = next.map((span) => stepWords(reading, span)).filter((words) => !dateLabel.test(words))
  const nextStep = joined(steps)
  if (nextStep) reading.input.nextStep = nextStep
  const [date, another] = nextDays
  if (!date || (!nextStep && isCorrected.test(reading.sentence.outline.text))) return
  if (another)
    ask(reading, 'nextDate', {
      zh: `说了两个以后的日期（${date.date.phrase}、${another.date.phrase}），下次以哪个为准？`,
      en: `Two dates ahead are named (${datePhrase(date.date.phrase)}, ${datePhrase(another.date.phrase)}). Which is the next one?`,
    })
  else putDay(reading, 'nextDate', date.date, 'next')
}

/** no wait, Monday last week... the 16th: it is still the day of the visit that is looked for. */
const isCorrected = /\b(?:no wait|i mean|correction)\b[^!?;]{0,30}D/

/** 时间12月2日: the day has a field of its own. */
const dateLabel = /^(?:时间|日期)[:：]?$/

/** Of 下周二上午10点 what is no day. */
const clockWords =
  /(?:早上|上午|中午|下午|傍晚|晚上|早|晚)?(?:\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]{1,3}点(?:半|[一三]刻|[\d一二三四五]{1,3}分?)?(?:[-~到至].+)?)$|(?:早上|上午|中午|下午|傍晚|晚上)$|(?:at )?\d{1,2}(?::\d{2})? ?(?:am|pm)?$|(?:morning|afternoon|evening)$/iu

/** What is to be done, without its date; a time of day stays with it unless it has a field of its own. */
export function stepWords({ sentence: { outline } }: Reading, span: Span, withClock = true): string {
  const text = outline.text.slice(span.start, span.end)
  const cue = leadsTo.exec(text)?.[0].length ?? 0
  const [date] = thingsIn(outline, span).filter(({ mark }) => mark === 'D')
  const at = date ? text.indexOf('D', 0) : -1
  if (at < 0) return wordsAt(outline, { start: span.start + cue, end: span.end })
  const after = { start: span.start + at + 1, end: span.end }
  const on = / on ?$/.exec(text.slice(0, at))?.[0].length ?? 0
  const before = { start: span.start + Math.min(cue, at), end: span.start + at - on }
  const clock =
    withClock && date?.mark === 'D' && date.date.meaning.time
      ? clockWords.exec(date.date.phrase)?.[0]
      : undefined
  const rest = wordsAt(outline, after).replace(/^(?:之前|以前|前|的时候|时)/u, '')
  return [wordsAt(outline, before), [clock, rest].filter(Boolean).join(/^[a-z]/i.test(rest) ? ' ' : '')]
    .filter(Boolean)
    .join(/^[a-z]/i.test(rest) || /[a-z]$/i.test(text.slice(0, at)) ? ' ' : '')
}
