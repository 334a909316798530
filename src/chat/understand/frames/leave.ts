import { Temporal } from '../../../lib/time.ts'
import { fillField } from '../generic-fill.ts'
import { dayIn } from '../moments.ts'
import { smallNumber } from '../numerals.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import type { Frame } from './frame.ts'

export const leaveFrames: Frame[] = [
  {
    command: 'leave.add',
    // 王店长明天请假 is nobody of ours.
    foreign: /P|K|老板|谁/,
    own: /(?:由|请|让|找)?[\p{Script=Han}]{2,3}(?:代班|顶班|替班|代替|替我)|(?:起|[一二两三四五六七八九十\d]+天|半天|一天|上午|下午|全天|整天|有事|有点事|家里|个人|身体|不舒服|私事|想|要|能|因为|去医院|看病)|\b(?:half|day|days?|off|morning|afternoon|whole|full|be|will|am|going|from|until|taking|a|for|need|want|would|like|have|request|please)\b/gu,
    says: [
      /(?:请|休)[^,，。KGN]{0,6}假|(?:年|事|病|婚|产|调|补)休?假|不(?:来|去)?上班|调休|歇一?天/g,
      /\b(?:on |take |taking |request |apply for )?(?:a |sick |annual )?leave\b|\b(?:day|days|morning|afternoon|half day) off\b|\boff (?:on )?(?=D)|\bnot (?:in|working)\b(?= (?:on )?D)/g,
    ],
    fill,
    whole: true,
  },
  {
    command: 'leave.cancel',
    own: /(?:的|我|了|不|\bmy\b)/g,
    says: [
      /不(?:用)?(?:请|休)假了?|(?:取消|撤销|销)(?:D的?)?(?:请|休)?假/g,
      /\bcancel (?:my |the )?leave\b/g,
    ],
  },
]

const counted = /([一二两三四五六七八九十]|\d{1,2}) ?(?:天|days?)/

async function fill(reading: Reading): Promise<void> {
  fillDays(reading)
  const standIn = reading.command.input.shape.standIn
  if (standIn && /代班|顶班|替班|代替|替我|stand(?:s|ing)? in|cover/.test(reading.sentence.outline.said.text))
    await fillField(reading, [], {
      name: 'standIn',
      field: { label: { zh: '', en: '' }, kind: 'member' },
      required: false,
    })
}

function fillDays(reading: Reading): void {
  const { input, sentence } = reading
  const dates = all(sentence, 'D')
  const [first, second] = dates.filter(({ date }) => date.kind !== 'time')
  if (!first) return
  const read = dayIn(reading.ctx, first.date, 'next')
  if (!('day' in read)) {
    putDay(reading, 'from', first.date, 'next')
    return
  }
  input.from = read.day
  reading.why.push(`from: ${first.date.phrase} = ${read.day}`)
  const text = sentence.outline.said.text
  const length = counted.exec(text)?.[1]
  if (read.to) input.to = read.to
  else if (second) putDay(reading, 'to', second.date, 'next')
  else if (length && !/半天|half/.test(text)) fillLength(reading, read.day, smallNumber(length) ?? 1)
  else if (first.date.bound) ask(reading, 'to', untilWhen)
  else input.to = read.day
  fillHalf(reading, read)
}

/** Days off in a row; over a weekend or holiday only the person knows which days are meant. */
function fillLength(reading: Reading, from: string, length: number): void {
  const first = Temporal.PlainDate.from(from)
  const days = Array.from({ length }, (_, i) => first.add({ days: i }))
  reading.input.to = days.at(-1)!.toString()
  if (length > 1 && days.some((day) => day.dayOfWeek > 5)) ask(reading, 'to', untilWhen)
}

function fillHalf(reading: Reading, read: { part?: string; time?: string }): void {
  const { input, sentence } = reading
  const part =
    read.part ??
    all(sentence, 'D')
      .map(({ date }) => date.value?.part)
      .find(Boolean)
  if (part === 'morning') input.half = 'am'
  if (part === 'afternoon') input.half = 'pm'
  if (read.time) ask(reading, 'half', wholeOrHalf)
  else if (!part && /半天|half(?: a)?[ -]day/.test(sentence.outline.said.text))
    ask(reading, 'half', whichHalf)
}

const untilWhen = {
  zh: '请到哪一天？请写最后一天的日期。',
  en: 'Until which day? Please give the last day of the leave.',
}
const whichHalf = { zh: '是上午还是下午？', en: 'Morning or afternoon?' }
const wholeOrHalf = {
  zh: '只能请全天、上午或下午，是哪一种？',
  en: 'Leave is a whole day, a morning or an afternoon. Which is it?',
}
