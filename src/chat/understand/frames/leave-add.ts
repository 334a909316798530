import { dayIn } from '../moments.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import type { Frame } from './frame.ts'

export const leaveAddFrame: Frame = {
  command: 'leave.add',
  own: /(?:半天|一天|上午|下午|全天|整天|有事|家里|个人|身体|不舒服|想|要|能|\b(?:half|day|off|morning|afternoon|whole|full|be|will|am|going)\b)/g,
  says: [
    /(?:请|休)[^,，。K]{0,4}假|(?:年|事|病|婚|产|调|补)休?假|不(?:来|去)?上班|调休|歇一?天/g,
    /\b(?:on|take|taking|request|apply for)? ?(?:a |sick |annual )?leave\b|\b(?:day|days|morning|afternoon|half day) off\b|\boff (?=D)|\bnot (?:in|working)\b(?= D)/g,
  ],
  fill,
}

const days = /([一二两三四五六七八九十]|\d{1,2}) ?(?:天|days?)/

function fill(reading: Reading): void {
  const dates = all(reading.sentence, 'D')
  const text = reading.sentence.outline.said.text
  const [first, second] = dates.filter(({ date }) => date.kind !== 'time')
  if (!first) return
  const read = dayIn(reading.ctx, first.date, 'next')
  if (!('day' in read)) {
    putDay(reading, 'from', first.date, 'next')
    return
  }
  const { input } = reading
  input.from = read.day
  reading.why.push(`from: ${first.date.phrase} = ${read.day}`)
  if (read.to) input.to = read.to
  else if (second) putDay(reading, 'to', second.date, 'next')
  else if (days.test(text) && !/(?:半天|half)/.test(text)) fillDays(reading, read.day, text)
  else if (first.date.bound === 'from' || first.date.bound === 'by') ask(reading, 'to', untilWhen)
  else input.to = read.day
  const part = read.part ?? dates.map(({ date }) => date.value?.part).find(Boolean)
  if (part === 'morning') input.half = 'am'
  if (part === 'afternoon') input.half = 'pm'
  if (/半天|half(?: a)? day/.test(text) && !part) ask(reading, 'half', whichHalf)
  if (read.time) ask(reading, 'half', wholeOrHalf)
}

function fillDays({ input, ...reading }: Reading, from: string, text: string): void {
  const count = '一二两三四五六七八九十'.includes(days.exec(text)![1]!)
    ? chinese(days.exec(text)![1]!)
    : Number(days.exec(text)![1])
  const first = parse(from)
  const last = first.add({ days: count - 1 })
  input.to = last.toString()
  const crossesWeekend = Array.from({ length: count }, (_, i) => first.add({ days: i })).some(
    (day) => day.dayOfWeek > 5,
  )
  if (crossesWeekend) ask({ input, ...reading }, 'to', untilWhen)
}

import { Temporal } from '../../../lib/time.ts'
import { chineseInteger } from '../numerals.ts'

const parse = (day: string) => Temporal.PlainDate.from(day)
const chinese = (numeral: string) => chineseInteger(numeral) ?? 1

const untilWhen = {
  zh: '请到哪一天？请写最后一天的日期。',
  en: 'Until which day? Please give the last day of the leave.',
}
const whichHalf = { zh: '是上午还是下午？', en: 'Morning or afternoon?' }
const wholeOrHalf = {
  zh: '只能请全天、上午或下午，是哪一种？',
  en: 'Leave is a whole day, a morning or an afternoon. Which is it?',
}
