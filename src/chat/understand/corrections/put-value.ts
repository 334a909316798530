import type { Ctx } from '../../../crm/context.ts'
import type { Field } from '../../../crm/fields.ts'
import { dateInWords } from '../../../lib/date-in-words.ts'
import { Temporal } from '../../../lib/time.ts'
import type { FieldValue } from '../../core.ts'
import { fieldsOf } from '../command-fields.ts'
import { inWeek } from '../dates/resolve-day.ts'
import { understandField } from '../field.ts'
import { clockOf, datesIn, todayOf } from '../moments.ts'
import type { Understood } from '../understood.ts'
import { type Base, changedTo } from './base.ts'
import { clockIn, withNextTime } from './next-time.ts'

/** Puts a new value into a field; those named behind it, the other end of one day's leave, follow. */
export async function putInto(
  ctx: Ctx,
  base: Base,
  [name, ...following]: [string, ...string[]],
  to: string,
): Promise<Understood> {
  const changed = changedTo(base, base.input)
  const field = fieldsOf(base.command.input).find(([one]) => one === name)![1]
  const read = await readFor(ctx, base, { name, field }, to)
  const said = field.kind === 'date' ? `${field.label[ctx.language]} ${to}` : to
  if ('error' in read) changed.asks.push({ field: name, why: read.error })
  else if ('value' in read) for (const one of [name, ...following]) changed.input[one] = read.value
  else if (following.length > 0 && read.sameWeek)
    for (const one of [name, ...following]) changed.input[one] = read.sameWeek
  else {
    changed.choices.push({ field: name, said, options: read.options })
    for (const one of following) delete changed.input[one]
  }
  if (field.kind === 'date') putTimeBeside(ctx, base, { name, changed }, to)
  if (field.kind === 'time') dropPartOfDay(changed.input)
  return changed
}

/** `sameWeek`: of the days to choose from, the one in the week that stood there. */
type Read = FieldValue & { sameWeek?: string }

async function readFor(
  ctx: Ctx,
  { input }: Base,
  { name, field }: { name: string; field: Field },
  to: string,
): Promise<Read> {
  if (field.kind === 'contact' && /[,，;；。]|而且|并且/u.test(to)) return { error: whoExactly }
  const read = await understandField(ctx, field, to, input)
  return field.kind === 'date' ? withThatWeek(ctx, field, read, { to, old: input[name] }) : read
}

/** 改成周三 of a day next week may be the Wednesday of that week as well as the next one from today. */
function withThatWeek(
  ctx: Ctx,
  { slot = 'next' }: Field,
  read: FieldValue,
  { to, old }: { to: string; old: unknown },
): Read {
  const day = datesIn(ctx, to).find(({ kind }) => kind !== 'time')?.meaning.day
  if (!('value' in read) || day?.is !== 'weekday' || day.week !== null || typeof old !== 'string') return read
  const there = inWeek(day.weekday, 0, Temporal.PlainDate.from(old))
  const way = Temporal.PlainDate.compare(there, todayOf(ctx))
  const lies = slot === 'next' ? way >= 0 : way <= 0
  const days = [there.toString(), String(read.value)]
  if (!lies || days[0] === days[1] || days[0] === old) return read
  return {
    sameWeek: days[0],
    options: days.map((value) => ({
      value,
      label: dateInWords(Temporal.PlainDate.from(value), ctx.language, todayOf(ctx)),
    })),
  }
}

/** 改成周四下午三点 */
function putTimeBeside(
  ctx: Ctx,
  base: Base,
  { name, changed }: { name: string; changed: Understood },
  to: string,
): void {
  const [time] = datesIn(ctx, to).flatMap((mention) => clockOf(ctx, mention) ?? [])
  if (!time) return
  if (base.command.input.shape.time) {
    changed.input.time = time
    dropPartOfDay(changed.input)
  } else if (name === 'nextDate') {
    Object.assign(changed.input, withNextTime(base, changed.input, clockIn(to) ?? time))
  }
}

/** 上午，春节备货: the part of the day stood in for the time. */
function dropPartOfDay(input: Base['input']): void {
  if (typeof input.about !== 'string') return
  const rest = input.about.replace(partOfDay, '')
  if (rest) input.about = rest
  else delete input.about
}

const partOfDay =
  /^(?:早上|上午|中午|下午|晚上|傍晚|(?:in the )?(?:morning|afternoon|evening|noon)\b)(?:[,，]\s*|$)/iu

const whoExactly = {
  zh: '联系人请只写姓名，其余的请另外改。',
  en: 'Please give the name of the contact alone, and change the rest beside it.',
}
