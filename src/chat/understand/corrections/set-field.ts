import type { Ctx } from '../../../crm/context.ts'
import type { Field } from '../../../crm/fields.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import type { Words } from '../../../lib/words.ts'
import { fieldsOf } from '../command-fields.ts'
import { understandField } from '../field.ts'
import { datesIn } from '../moments.ts'
import type { Understood } from '../understood.ts'
import { asked, type Base, partsSaid } from './base.ts'
import type { CorrectionSaid } from './correction-said.ts'
import { fieldLabelled } from './field-labels.ts'
import { type FieldsMeant, fieldsFor } from './fields-for.ts'
import { isWholly } from './is-wholly.ts'
import { putInto } from './put-value.ts'

/** A new value for a field: named by its label; by what stands in it now; else by what the new value can be. */
export async function setField(ctx: Ctx, base: Base, said: CorrectionSaid): Promise<Understood | null> {
  if (question.test(said.to)) return null
  const meant = await fieldsMeant(ctx, base, said)
  if (!meant) return null
  if ('oneOf' in meant) return asked(base, '', whichOf(base, meant.oneOf, said.to))
  const changed = await putInto(ctx, base, meant.all, said.to)
  // 华联：可乐存12 is no other customer for the one that stands there.
  const isMisread = said.isStated && !meant.byLabel && changed.asks.length > 0
  return isMisread ? null : changed
}

/** 华联是谁的客户, 客户改名：… */
const question = /[?？]|^[^\s:：]{0,4}[:：]|谁|什么|哪[家个里天]|吗$|呢$/u

/** 联系人 小陈, 下次：周五: a label and a value. */
export async function labelSaid(ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const parts = partsSaid(/^(?<label>\p{Script=Han}{2,4})(?:\s+|\s*[:：]\s*)(?<to>.+)$/u, said)
  const name = parts && fieldLabelled(fieldsOf(base.command.input), parts.label!)
  // 客户 华联 is a wish to see it.
  return name && name !== 'customer'
    ? putInto(ctx, base, [isTime(ctx, base, name, parts.to!) ? 'time' : name], parts.to!)
    : null
}

async function fieldsMeant(ctx: Ctx, base: Base, { what, from, to }: CorrectionSaid): Promise<FieldsMeant> {
  const fields = fieldsOf(base.command.input)
  const labelled = what ? fieldLabelled(fields, what) : undefined
  if (labelled) return { all: [isTime(ctx, base, labelled, to) ? 'time' : labelled], byLabel: true }
  const was = from ?? what
  if (was === undefined) return fieldsFor(ctx, base, to)
  const holding: string[] = []
  for (const [name, field] of fields) if (await holds(ctx, base, name, field, was)) holding.push(name)
  const [first, ...more] = holding
  return first ? { all: [first, ...more] } : null
}

/** 时间改成三点半: the word is that of the day, too. */
const isTime = (ctx: Ctx, { command }: Base, labelled: string, to: string): boolean =>
  labelled === 'date' &&
  !!command.input.shape.time &&
  datesIn(ctx, to).every(({ kind }) => kind === 'time') &&
  datesIn(ctx, to).length > 0

/** Whether a field stands as it was said: 王店长, 周二, 华联. */
async function holds(ctx: Ctx, { input }: Base, name: string, field: Field, said: string): Promise<boolean> {
  const value = input[name]
  if (value === undefined || typeof value === 'object') return false
  if (readable.has(field.kind)) {
    if (!(await isWholly(ctx, field, said))) return false
    const read = await understandField(ctx, field, said, input)
    if ('value' in read) return read.value === value
    return 'options' in read && read.options.some((option) => option.value === value)
  }
  return lettersOf(String(value)) === lettersOf(said)
}

const readable = new Set<string>([
  'customer',
  'contact',
  'member',
  'contract',
  'date',
  'time',
  'choice',
  'period',
])

/** 改成周三, of a visit with a day and a next one. */
function whichOf({ command }: Base, names: string[], to: string): Words {
  const labels = fieldsOf(command.input).flatMap(([name, { label }]) => (names.includes(name) ? [label] : []))
  const [first, second] = labels as [Words, Words]
  return {
    zh: `要改的是“${first.zh}”还是“${second.zh}”？请写成“${second.zh}改成${to}”，或在表上改。`,
    en: `Is it “${first.en}” or “${second.en}”? Please write “change ${second.en.toLowerCase()} to ${to}”, or change it on the form.`,
  }
}
