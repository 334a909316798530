import { smallNumber } from '../../../lib/numerals.ts'
import { Temporal } from '../../../lib/time.ts'
import type { Words } from '../../../lib/words.ts'
import { fieldsOf } from '../command-fields.ts'
import { hitsIn } from '../command-words.ts'
import type { DateMention } from '../dates.ts'
import { loneRestOf } from '../lexicon.ts'
import { dayIn, todayOf } from '../moments.ts'
import { optionSaid } from '../option-said.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import { all, sentenceOf } from '../spot.ts'
import type { Frame } from './frame.ts'

export const snoozeFrame: Frame = {
  command: 'reminder.snooze',
  own: /(?:D|再|我|吧|在|一下|一?个?(?:小时|钟头)|后|之后|1|\b(?:me|in|for|until|till|an|hour|h|at|later|again)\b)/g,
  says: [
    /(?:再|晚点|稍后|等会儿?|过会儿?|一会儿?|迟点|回头)再?提醒(?:我|一下)?|推迟提醒|提醒我/g,
    /(?<=D)再?提醒/g,
    /\bremind me(?: (?:later|again))?\b|\bsnooze\b/g,
  ],
  fill,
  whole: true,
}

/** One of the usual times, else the very day and hour; what is neither is asked about. */
function fill(reading: Reading): void {
  const { said, things } = reading.sentence.outline
  // 小时 is not somebody whose name is 时.
  const others = [...things.values()].filter(({ mark }) => mark !== 'P')
  reading.sentence = sentenceOf({ ...reading.sentence, said, things: others })
  const [moment, another] = all(reading.sentence, 'D')
  if (another) ask(reading, 'date', oneMoment)
  else if (moment) fillMoment(reading, moment.date)
  else fillLength(reading)
  if (saysMore(reading)) ask(reading, '', onlyReminders)
}

function fillMoment(reading: Reading, mention: DateMention): void {
  const { time } = mention.meaning
  const read = dayIn(reading.ctx, mention, 'next')
  if (time?.is === 'fromNow' && time.minutes > 0) putMinutes(reading, time.minutes)
  else if ('day' in read && (!read.to || read.to === read.day)) fillDay(reading, read)
  else putDay(reading, 'date', mention, 'next')
}

const hourOf: Record<string, string> = { noon: '12:00', afternoon: '14:00' }

function fillDay(reading: Reading, { day, time, part }: { day: string; time?: string; part?: string }): void {
  const { ctx, input } = reading
  const ahead = todayOf(ctx).until(Temporal.PlainDate.from(day)).days
  const hour = time ?? hourOf[part ?? '']
  reading.why.push(`until: ${day} ${time ?? part ?? ''}`)
  if (!time && (part === 'evening' || (part === 'morning' && ahead === 0))) {
    input.date = day
    ask(reading, 'time', whichHour)
  } else if (!time && part === 'afternoon' && ahead === 0) input.until = 'afternoon'
  else if (!hour && ahead === 1) input.until = 'tomorrow'
  else Object.assign(input, { date: day }, hour && { time: hour })
}

const length =
  /(半|[一二两三四五六七八九十]+|\d+(?:\.5)?|half an?|an?|one|two|three|four) ?个?(半)? ?(小时|钟头|分钟|刻钟|hours?|h(?:rs?)?(?![a-z])|minutes?|mins?)/

/** 一小时, 30 minutes: from now on. */
function fillLength(reading: Reading): void {
  const { text } = reading.sentence.outline
  const said = length.exec(text)
  const minutes = said && minutesIn(said[1]!, said[2], said[3]!)
  if (minutes) putMinutes(reading, minutes)
  else if (said || /\d/.test(text)) ask(reading, 'time', whichHour)
  else {
    const until = fieldsOf(reading.command.input).find(([name]) => name === 'until')?.[1]
    const option = until && optionSaid(until, text)
    if (option) reading.input.until = option.value
  }
}

const english: Record<string, number> = { an: 1, a: 1, one: 1, two: 2, three: 3, four: 4 }

function minutesIn(number: string, half: string | undefined, unit: string): number | null {
  const per = /^刻/.test(unit) ? 15 : /^(?:分|m)/.test(unit) ? 1 : 60
  const count = /^(?:半|half)/.test(number) ? 0.5 : (english[number] ?? smallNumber(number) ?? Number(number))
  const minutes = (count + (half ? 0.5 : 0)) * per
  return Number.isInteger(minutes) && minutes > 0 ? minutes : null
}

function putMinutes({ ctx, input }: Reading, minutes: number): void {
  if (minutes === 60) {
    input.until = '1h'
    return
  }
  const moment = ctx.now.add({ minutes }).toZonedDateTimeISO(ctx.me.zone)
  input.date = moment.toPlainDate().toString()
  input.time = moment.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** 提醒我去华联 is no putting off of what there is. */
function saysMore({ command, commands, sentence }: Reading): boolean {
  const { outline, things } = sentence
  if (things.some(({ mark }) => mark !== 'D' && mark !== 'I')) return true
  const mine = hitsIn(commands, outline).filter((hit) => hit.commands.includes(command.name))
  const rest = mine.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    outline.text,
  )
  return loneRestOf(rest.replace(length, ' ').replace(snoozeFrame.own!, ' ').replace(usual, ' ')) !== ''
}

const usual = /早上|上午|下午|晚上|晚点|稍后|待会儿?|等会儿?|一会儿?|\b(?:later|again|morning|afternoon)\b/g

const oneMoment: Words = {
  zh: '说了几个时间，什么时候再提醒？请只写一个。',
  en: 'Several times were named. When shall I remind you? Please give one.',
}
const whichHour: Words = { zh: '几点再提醒？', en: 'At what time?' }
const onlyReminders: Words = {
  zh: '这里只能把已有的提醒推迟。要安排拜访，请发“计划”。',
  en: 'This only puts off the reminders there are. To plan a visit, send “plan”.',
}
