import type { Command } from '../../crm/command.ts'
import { typedEntries } from '../typed-form.ts'
import { fieldsOf } from './command-fields.ts'
import { fieldLabelled } from './corrections/field-labels.ts'
import { understandField } from './field.ts'
import { datesIn, todayOf } from './moments.ts'
import { normalise, originalSpan } from './normalise.ts'
import { ask, choose, putDay, type Reading } from './reading.ts'
import { tidied } from './tidy.ts'

interface WrittenForm {
  command: Command
  /** What was written behind the labels of the fields, by the names of the fields. */
  values: Map<string, string>
}

/** Fewer lines are a sentence. */
const fewest = 3

/**
 * The form of a visit written out, as people keep one to be copied: `客户：德顺\n联系人：丁德顺\n谈了什么：返利没到账`.
 * A line without a label goes on with the one before. Null where it is anything else, or more than one.
 */
export function writtenForm(commands: Command[], text: string): WrittenForm | null {
  const command = commands.find(({ name }) => name === 'visit.record')
  const entries = typedEntries(text.trim().replace(heading, '').split('\n')) ?? []
  if (!command || entries.length < fewest) return null
  const values: WrittenForm['values'] = new Map()
  for (const { label, value } of entries) {
    const field = fieldLabelled(fieldsOf(command.input), label.toLowerCase())
    if (!field || values.has(field)) return null
    if (value) values.set(field, value)
  }
  // 客户, 日期 and 内容 may be those of a plan.
  const isVisit = ['contact', 'feedback', 'nextStep', 'nextDate', 'kind'].some((field) => values.has(field))
  const isPlain = values.has('customer') && plainName.test(values.get('contact') ?? '')
  return isVisit && isPlain ? { command, values } : null
}

/** 王店长（未见到）, 王店长和小陈 say more than who it was. */
const plainName = /^(?:[^\s,，、(（和跟]{0,8}|[a-z.'-]+(?: [a-z.'-]+){0,2})$/iu
const heading = /^[^:：\n]{0,12}(?:拜访|日报|记录|visit|report)[^:：\n]{0,8}[:：]?\s*\n/iu

/** Each value is read as if it had been typed into its field. */
export async function fillWritten(reading: Reading, { values }: WrittenForm): Promise<void> {
  const { ctx, command, input } = reading
  const agreed = values.has('nextDate') ? 'nextDate' : 'nextStep'
  for (const [name, field] of fieldsOf(command.input)) {
    const words = values.get(name)
    if (words === undefined) continue
    if (name === agreed && putAgreed(reading, words)) continue
    const read = await understandField(ctx, field, words, input)
    if ('value' in read) input[name] = read.value
    else if ('options' in read) choose(reading, name, words, read.options)
    else ask(reading, name, read.error)
  }
  input.date ??= values.has('date') ? undefined : todayOf(ctx).toString()
}

/** 下次：周四 回复他, 下一步：周五前给方案: a day, and what is to be done then. Returns whether there is a day. */
function putAgreed(reading: Reading, words: string): boolean {
  const said = normalise(words)
  const [day, another] = datesIn(reading.ctx, said.text, 'next').filter(({ kind }) => kind !== 'time')
  if (!day || another) return false
  putDay(reading, 'nextDate', day, 'next')
  const { start, end } = originalSpan(said, day.start, day.end)
  const step = tidied(words.slice(0, start) + words.slice(end))
  if (step) reading.input.nextStep ??= step
  return true
}
