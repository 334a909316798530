import { NOON } from '../../../crm/leave/covers.ts'
import { spotMembers } from '../../../crm/people/spot-members.ts'
import { smallNumber } from '../../../lib/numerals.ts'
import { Temporal } from '../../../lib/time.ts'
import type { DateMention } from '../dates.ts'
import { fillMember } from '../member-said.ts'
import { datesIn, dayIn, todayOf } from '../moments.ts'
import { overlap } from '../outline.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import { all, type Sentence } from '../spot.ts'
import { leaveInEnglish } from './english-leave.ts'
import type { Frame } from './frame.ts'

export const leaveFrames: Frame[] = [
  {
    command: 'leave.add',
    // 王店长明天请假 is nobody of ours.
    foreign:
      /销假|假?(?:就|都)?(?:不用|不请|不休|取消)了|P(?!\s*(?:代班|顶班|替班|代替|替我|代我|代理|顶我|帮我顶))|K|老板|谁|他们?|她们?|同事|\b(?:he|she|they|his|her)\b|\bleav(?:e|ing) (?:the|some|it|them|him|my|our|that|this|a (?!day|half)|early|at \d|by|here|there|after|behind|out|alone|K|P|G)|(?:need|have|has|had|got|going|about) to leave\b/,
    own: /(?:由|请|让|找)?[\p{Script=Han}]{2,3}(?:代班|顶班|替班|代替|替我|代我|代理|顶我|帮我顶)|(?:起|[一二两三四五六七八九十\d]+天|半天|一天|上午|下午|全天|整天|有点?事|有急事|家里|个人|身体|不舒服|难受|头疼|感冒|发烧|私事|想|要|能|因为|去?医院|(?:去|有|做)?(?:看病|看牙|体检|复查|检查|培训|开会|出差|考试|面试|搬家|装修|接娃|接孩子|家长会|婚礼|结婚|办证|办事|办点事)|(?:去|到|回)(?:总部|总公司|公司|外地|老家|学校|医院)|不在(?:公司|岗|办公室)?|来不了|过不来)|\b(?:half|day|days?|off|morning|afternoon|whole|full|be|will|am|going|from|until|taking|a|for|need|want|would|like|have|request|please)\b/gu,
    says: [
      /(?:请|休)[^,，。KGN不销]{0,6}?假|(?:请|休)(?:个|了)?(?:半|[一二两三四五六七八九十\d]+)(?:天|日|个上午|个下午)(?!假)|(?:年|事|病|婚|产|调|补)休?假|不(?:来|去)?上班|调休|歇一?天/g,
      /\bi(?:'m| am) off (?:on )?(?=D)|\b(?:on |take |taking |request |apply for )?(?:a |sick |annual )?leave\b|\b(?:day|days|morning|afternoon|half day) off\b/g,
    ],
    shape: (sentence) => (leaveInEnglish(sentence.outline.text) ? sure : away(sentence)),
    fill,
    whole: true,
  },
  {
    command: 'leave.cancel',
    own: /(?:的|我|了|不|那天|那个|回来了?|提前|因为|改期了?|正常上班|照常上班|把|\bmy\b)/g,
    says: [
      /(?:请|休|年|事|病|调)?的?假(?:就|都|也|我)?(?:不用|不要|不请|不休|取消|作废|撤销|撤|销)(?:了|掉)?/g,
      /不(?:用)?(?:请|休)假了?|(?:取消|撤销|销)(?:D的?)?(?:请|休)?假/g,
      /\bcancel (?:my |the )?leave\b/g,
    ],
  },
]

const why =
  /体检|看病|看牙|医院|不舒服|难受|感冒|发烧|家里|有点?急?事|私事|培训|考试|家长会|婚礼|结婚|搬家|办证|办点?事|复查|老家/
const notThere =
  /不在(?!意|乎|状态|线|家|[\p{Script=Han}]*[店家])|来不了|过不来|不(?:来|去)(?:公司|单位|办公室|上班)|上不了班/u

const sure = 7.5

/** 我下周四下午有体检，不在: whoever is away, and says why, takes leave. What is merely on is asked about. */
function away({ outline: { text }, things }: Sentence): number {
  const isOnesOwn = !/[KPGNWT]|说|谁|他|她|吗|[?？]|老板|拜访|请[^假半一二两三\d]/u.test(text)
  if (!isOnesOwn || !things.some(({ mark }) => mark === 'D') || !/^(?:[\s,，]|我|D|那天)+/u.test(text))
    return 0
  return notThere.test(text) && (why.test(text) || !/出差|拜访/.test(text)) ? sure : 0
}

async function fill(reading: Reading): Promise<void> {
  if (await isOfAnother(reading)) {
    ask(reading, '', onlyOnesOwn)
    return
  }
  fillDays(reading)
  const said = reading.sentence.outline.text
  if (!/[假休请]|leave|off/.test(said) && !why.test(said) && leaveInEnglish(said) !== 'surely')
    ask(reading, '', isItLeave)
  if (!standingIn.test(reading.sentence.outline.said.text) || !reading.command.input.shape.standIn) return
  await fillMember(reading, 'standIn')
  const found = reading.input.standIn ?? reading.choices.find((one) => one.field === 'standIn')
  if (!found) ask(reading, 'standIn', whoStandsIn)
}

const standingIn =
  /有事(?:就|请|可以)?找|代班|顶班|替班|代替|替我|代我|代理|顶我|帮我顶|stand(?:s|ing)? in|fill(?:s|ing)? in|step(?:s|ping)? in|cover/

/** Qian Lei is on leave: that is for him to say. */
async function isOfAnother({ ctx, sentence }: Reading): Promise<boolean> {
  const { text } = sentence.outline.said
  if (standingIn.test(text)) return false
  if (someoneIsOff.test(text)) return true
  const spots = await spotMembers(ctx.db, ctx.me, text)
  const taken = all(sentence, 'D')
  return spots.some(
    (one) => !taken.some((other) => overlap(one, other)) && one.matches.every(({ id }) => id !== ctx.me.id),
  )
}

const someoneIsOff =
  /\b(?:is|are|was|were|he's|she's|they're) (?:\w+ )?(?:off|on (?:leave|holiday|vacation))\b/

function fillDays(reading: Reading): void {
  const { sentence } = reading
  const dates = all(sentence, 'D').map((one) => ({ ...one, date: surelyDate(one.date) }))
  const [first, second, third] = dates.filter(({ date }) => date.kind !== 'time')
  if (!first) {
    fillToday(reading)
    return
  }
  const text = sentence.outline.said.text
  const between = second && text.slice(first.end, second.start)
  const stretch = between && leaveBetween.test(between) ? spanFrom(reading, first.date, second.date) : null
  if (stretch) {
    fillStretch(reading, stretch)
    return
  }
  const joined = between !== undefined && /^\s*(?:到|至|-|~|to|until|till)\s*$/.test(between)
  if (third || (second && !joined) || /^[周个]/.test(text.slice(first.end))) ask(reading, 'from', oneStretch)
  else if (!second && endsThere(text, first)) putDay(reading, 'to', first.date, 'next')
  else fillStretch(reading, first.date, second?.date)
}

/** 下周一请假到周四, 下周一开始请假到周四 */
const leaveBetween = /^\s*(?:开始|起)?\s*(?:请|休)[^到至,，。]{0,3}假?\s*[到至]\s*$/

/** Said in one the second day follows the first. */
function spanFrom({ ctx }: Reading, first: DateMention, last: DateMention): DateMention | null {
  const [only, another] = datesIn(ctx, `${first.phrase.replace(/(?:开始|起)$/, '')}到${last.phrase}`, 'next')
  return only && !another ? only : null
}

/** Where leave is spoken of, 12.1 is no price. */
const surelyDate = (mention: DateMention): DateMention =>
  mention.meaning.noted === 'date-or-number'
    ? { ...mention, meaning: { ...mention.meaning, noted: undefined } }
    : mention

/** 请假到周五: the first day was not said. */
const endsThere = (text: string, { start, date }: { start: number; date: DateMention }): boolean =>
  date.bound === 'by' || (!date.meaning.span && /(?:到|至|until|till|through)\s*$/.test(text.slice(0, start)))

/** 下午请假, said in the morning. */
function fillToday(reading: Reading): void {
  const [only, another] = all(reading.sentence, 'D')
  const { ctx } = reading
  if (!only || another || only.date.meaning.time?.is !== 'part' || only.date.value?.part !== 'afternoon')
    return
  if (ctx.now.toZonedDateTimeISO(ctx.me.zone).hour >= NOON) return
  const today = todayOf(ctx).toString()
  Object.assign(reading.input, { from: today, to: today, half: 'pm' })
}

function fillStretch(reading: Reading, first: DateMention, second?: DateMention): void {
  const { input, sentence } = reading
  const read = daysInRow(reading.ctx, first) ?? dayIn(reading.ctx, first, 'next')
  if (!('day' in read)) {
    putDay(reading, 'from', first, 'next')
    return
  }
  input.from = read.day
  reading.why.push(`from: ${first.phrase} = ${read.day}`)
  const text = sentence.outline.said.text
  const length = counted.exec(text)?.[1]
  if (read.to) input.to = read.to
  else if (second) putDay(reading, 'to', second, 'next')
  else if (length && !/半天|half/.test(text)) fillLength(reading, read.day, smallNumber(length) ?? 1)
  else if (first.bound) ask(reading, 'to', untilWhen)
  else input.to = read.day
  fillHalf(reading, read)
}

/** 明后天, 周四周五, 下周一周二: several days that follow one another. */
function daysInRow(
  ctx: Reading['ctx'],
  { phrase, meaning }: DateMention,
): { day: string; to: string } | null {
  if (meaning.noted !== 'several') return null
  const week = /^(?:下+个?|这个?|本)(?=周|星期|礼拜)/.exec(phrase)?.[0] ?? ''
  const days = apart(phrase).map((said, i) => {
    const part = i > 0 && /^(?:周|星期|礼拜)/.test(said) ? week + said : said
    const [only, another] = datesIn(ctx, part, 'next')
    const read = only && !another ? dayIn(ctx, only, 'next') : null
    return read && 'day' in read && !read.to ? Temporal.PlainDate.from(read.day) : null
  })
  const [first] = days
  const inRow = first && days.every((day, i) => day?.equals(first.add({ days: i })))
  return inRow && days.length > 1 ? { day: first.toString(), to: days.at(-1)!.toString() } : null
}

function apart(phrase: string): string[] {
  const short = /^([今明后]{2,3})[两三]?[天日]$/.exec(phrase)?.[1]
  if (short) return Array.from(short, (day) => `${day}天`)
  return phrase.split(
    /和|与|跟|及|、|,| and |(?<=[一二三四五六日天])(?=(?:下个?|这个?|本)?(?:周|星期|礼拜))|(?<=[号日])(?=\d)/,
  )
}

const counted = /([一二两三四五六七八九十]|\d{1,2}) ?(?:天|days?)/

/** Days off in a row; over a weekend or holiday only the person knows which days are meant. */
function fillLength(reading: Reading, from: string, length: number): void {
  const first = Temporal.PlainDate.from(from)
  const days = Array.from({ length }, (_, i) => first.add({ days: i }))
  reading.input.to = days.at(-1)!.toString()
  if (length > 1 && days.some((day) => day.dayOfWeek > 5)) ask(reading, 'to', untilWhen)
}

function fillHalf(reading: Reading, read: { part?: string; time?: string; to?: string }): void {
  const { input, sentence } = reading
  const { text } = sentence.outline.said
  const part =
    read.part ??
    all(sentence, 'D')
      .map(({ date }) => date.value?.part)
      .find(Boolean)
  const half = part && halves[part]
  const several = input.from !== input.to
  if (read.time || hours.test(text) || (part && (!half || several))) ask(reading, 'half', wholeOrHalf)
  else if (half) input.half = half
  else if (/半天|half(?: a)?[ -]day/.test(text)) ask(reading, 'half', whichHalf)
}

const halves: Record<string, string> = { morning: 'am', afternoon: 'pm' }
const hours = /小时|钟头|\bhours?\b/

const isItLeave = {
  zh: '要请假吗？是的话请核对后保存。',
  en: 'Is this to be leave? If so, please check it and save.',
}
const untilWhen = {
  zh: '请到哪一天？请写最后一天的日期。',
  en: 'Until which day? Please give the last day of the leave.',
}
const oneStretch = {
  zh: '一次只能请连着的几天，或者一个半天。从哪一天开始？其余的再发一次。',
  en: 'Leave is days in a row, or half a day. From which day? Then send the others.',
}
const onlyOnesOwn = {
  zh: '只能给自己请假，别人的请本人来发。要是您自己请假，请写从哪一天开始。',
  en: 'Leave is entered by the person who takes it. If it is yours, please give the first day.',
}
const whoStandsIn = {
  zh: '由谁代班？请写同事的姓名。',
  en: 'Who stands in? Please give the colleague’s name.',
}
const whichHalf = { zh: '是上午还是下午？', en: 'Morning or afternoon?' }
const wholeOrHalf = {
  zh: '只能请全天、上午或下午，是哪一种？',
  en: 'Leave is a whole day, a morning or an afternoon. Which is it?',
}
