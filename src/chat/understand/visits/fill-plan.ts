import { readCustomer } from '../customer-field.ts'
import { dayIn } from '../moments.ts'
import { type Span, wordsAt } from '../outline.ts'
import { putPeople } from '../people-said.ts'
import { putDay, type Reading } from '../reading.ts'
import type { ThingOf } from '../spot.ts'
import { tidied } from '../tidy.ts'
import { anyVisit, talk } from './visit-cues.ts'

const words = new RegExp(
  `(?:计划|安排|准备|打算|预约|约|要|想)*(?:${anyVisit})|(?:计划|安排|准备|打算|预约|约|将|要|想)+|\\b(?:plan|schedule|arrange|book|will|going|want|need)(?: to| a)?\\b`,
  'u',
)
const talkOnly = new RegExp(`^(?:${talk})`, 'u')
const aroundContent = new RegExp(
  `^(?:${words.source}|[KID]|一?(?:趟|下|次|个)|[在于从给今我们去到的了]|\\b(?:i|we|at|on|in|the|to|visit|see|meet|with)\\b|\\s|[,，。:：])+`,
  'u',
)
const content = new RegExp(`${talk}|(?:\\b(?:about|regarding|re|for|to (?:talk|discuss))\\b)`, 'u')

export async function fillPlan(reading: Reading): Promise<void> {
  const mention = await readCustomer(reading, { words })
  if (mention) await putPeople(reading, mention.matches)
  const date = fillDate(reading)
  const about = aboutOf(reading, date)
  if (about) reading.input.about = about
}

/** The first day that is named is that of the visit. */
function fillDate(reading: Reading): ThingOf<'D'> | undefined {
  const dates = [...reading.sentence.outline.things.values()].flatMap((thing) =>
    thing.mark === 'D' ? [thing] : [],
  )
  const date = dates.find(({ date: { kind } }) => kind !== 'time') ?? dates[0]
  if (!date || !putDay(reading, 'date', date.date, 'next')) return date
  const read = dayIn(reading.ctx, date.date, 'next')
  const clock = dates
    .map((one) => dayIn(reading.ctx, one.date, 'next'))
    .find((one) => 'time' in one && one.time)
  if (clock && 'time' in clock) reading.input.time = clock.time
  else if ('part' in read && read.part) reading.why.push(`part of the day: ${read.part}`)
  return date
}

/** What it is to be about: in words of talking, or whatever else is said. */
function aboutOf({ sentence: { outline } }: Reading, date: ThingOf<'D'> | undefined): string {
  const at = outline.text.search(content)
  const from = at < 0 ? (aroundContent.exec(outline.text)?.[0].length ?? 0) : at
  const span: Span = { start: from, end: outline.text.length }
  const hasPerson = at >= 0 && /^[^聊谈]*P/.test(outline.text.slice(at))
  const cue = hasPerson ? 0 : (talkOnly.exec(outline.text.slice(from))?.[0].length ?? 0)
  const said = tidied(wordsAt(outline, { ...span, start: from + cue }))
  const part =
    date?.date.meaning.time?.is === 'part'
      ? date.date.phrase.match(/(?:早上|上午|中午|下午|晚上|傍晚|早|晚|morning|afternoon|evening|noon)/)?.[0]
      : undefined
  const without =
    date && said.endsWith(date.date.phrase) ? tidied(said.slice(0, -date.date.phrase.length)) : said
  return [part, without].filter(Boolean).join(/\p{Script=Han}/u.test(outline.text) ? '，' : ', ')
}
