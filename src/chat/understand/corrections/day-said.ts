import type { Ctx } from '../../../crm/context.ts'
import { fieldsOf } from '../command-fields.ts'
import { customersNamed } from '../customers/customers-named.ts'
import type { DateMention } from '../dates.ts'
import { understandField } from '../field.ts'
import { datesIn } from '../moments.ts'
import { normalise, plainText } from '../normalise.ts'
import type { Understood } from '../understood.ts'
import { asked, type Base, changedTo } from './base.ts'
import { withNextTime } from './next-time.ts'
import { putInto } from './put-value.ts'
import { setField } from './set-field.ts'

const visiting = '(?:去|来|到|过去|过来|见|谈|聊|跑|拜访|走访|联系|回访)'
const soThat = '(?:是|就是|应该是|其实是|还是|那就|就|改|改成|改到|推迟到|提前到|延到|挪到|调到|约在)?'

/** Shapes of a sentence with nothing but a day in it, D. */
const shapes: { slot?: 'done' | 'next'; off?: true; shape: RegExp }[] = [
  {
    slot: 'done',
    shape: new RegExp(
      `^(?:我|我们)?${soThat}(?:在)?D(?:才|就)?${visiting}(?:过|了|他们?)*的?(?:的|了)$`,
      'u',
    ),
  },
  { slot: 'done', shape: new RegExp(`^${visiting}的?(?:时间|日期|那天)?(?:应该)?(?:是|在)D$`, 'u') },
  {
    slot: 'done',
    shape:
      /^(?:that|it|this|i|we|the visit)(?:'s)? ?(?:was|were|went|visited|happened)?(?: there| it)?(?: on)? D$/u,
  },
  { slot: 'done', shape: /^(?:went|visited|was)(?: there)?(?: on)? D$/u },
  {
    slot: 'next',
    shape: new RegExp(
      `^(?:下次)?${soThat}(?:约|约在|约到)?D(?:再|才|会|要|我)+${visiting}(?:一[下趟次])?$`,
      'u',
    ),
  },
  { slot: 'next', shape: /^(?:下次)(?:是|在|约|约在|约到)?D$/u },
  {
    slot: 'next',
    shape:
      /^(?:i'll |i will |will |i'm |going |go |be |come |coming |i )*(?:back|return|next visit|next)(?: is)?(?: on)? D$/u,
  },
  { shape: new RegExp(`^${soThat}D${visiting}(?:一[下趟次])?$`, 'u') },
  { slot: 'next', off: true, shape: /^D(?:我|就|先)?(?:不|没法|没空|去不了|送不了).{0,6}$/u },
  { slot: 'next', off: true, shape: /^(?:i'm |i am )?not (?:going |coming |back )+(?:on )?D$/u },
]
const announced = new RegExp(`^${soThat.replace(/\?$/, '')}D$`, 'u')

/** 是昨天去的, 下周四再去, back on Wednesday. */
export async function daySaid(ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const only = onlyDate(ctx, said)
  if (!only) return null
  const { shape, date } = only
  if (announced.test(shape)) return dayAlone(ctx, base, said)
  const found = base.command.input.shape.customer ? shapes.find((one) => one.shape.test(shape)) : undefined
  if (found?.off) return calledOff(ctx, base, date)
  if (found?.slot) {
    const name = dateField(base, found.slot)
    return name ? putInto(ctx, base, [name], date.phrase) : null
  }
  return found || goesOn(base, shape) ? setField(ctx, base, { to: date.phrase }) : null
}

/** 昨天, 下午三点: a day or a time and not a word more. */
export async function dayAlone(ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const only = onlyDate(ctx, said)
  if (!only || !(only.shape === 'D' || announced.test(only.shape))) return null
  const { date } = only
  const set = await setField(ctx, base, { to: date.phrase })
  return set ?? (date.kind === 'time' ? timeOfNext(base, date.phrase) : null)
}

function onlyDate(ctx: Ctx, said: string): { shape: string; date: DateMention } | null {
  const { text } = normalise(said)
  const [date, another] = datesIn(ctx, text)
  if (!date || another) return null
  const shape = `${text.slice(0, date.start)}D${text.slice(date.end)}`
  return {
    date,
    shape: shape
      .replace(/(?:[\s,，。.!！]|吧|哈|啊|呀|哦| (?:instead|then|please))+$/gu, '')
      .replace(/^[\s,，]+/u, ''),
  }
}

const dateField = ({ command }: Base, slot: 'done' | 'next') =>
  fieldsOf(command.input).find(([, field]) => field.kind === 'date' && field.slot === slot)?.[0]

/** 下周四送: what is to be done on that day is the step that was agreed. */
function goesOn({ input }: Base, shape: string): boolean {
  const rest = /^D(.+)$/u.exec(shape)?.[1]
  return !!rest && typeof input.nextStep === 'string' && plainText(input.nextStep).includes(rest)
}

/** 下周三不送了: what was agreed for that day is moved, or is no more. */
async function calledOff(ctx: Ctx, base: Base, { phrase }: DateMention): Promise<Understood | null> {
  const { nextDate } = base.input
  const field = fieldsOf(base.command.input).find(([name]) => name === 'nextDate')
  if (!field || nextDate === undefined) return null
  const read = await understandField(ctx, field[1], phrase, base.input)
  const isThat = 'value' in read ? read.value === nextDate : 'options' in read
  return isThat ? asked(base, 'nextDate', movedOrNot) : null
}

/** 下周四送样品: another day and another step; only where the words are nothing else. */
export async function stepSaid(ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const only = onlyDate(ctx, said)
  const step = only && /^D(?<step>(?:再|去|来)*[送带给签补换铺拿发].{1,12})$/u.exec(only.shape)?.groups?.step
  if (!step || !base.command.input.shape.nextStep) return null
  if ((await customersNamed(ctx, step, [])).length > 0) return null
  const changed = await putInto(ctx, base, ['nextDate'], only.date.phrase)
  return { ...changed, input: { ...changed.input, nextStep: step } }
}

function timeOfNext(base: Base, phrase: string): Understood | null {
  const input = withNextTime(base, base.input, phrase)
  return input && changedTo(base, input)
}

const movedOrNot = {
  zh: '这一次改到哪天？不再约就把“下次”和“下一步”清空。',
  en: 'To which day is it moved? If there is none, empty the next date and the next step.',
}
