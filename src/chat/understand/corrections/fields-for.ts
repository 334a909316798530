import type { Ctx } from '../../../crm/context.ts'
import { fieldsOf } from '../command-fields.ts'
import { understandField } from '../field.ts'
import { datesIn, tenseOf, todayOf } from '../moments.ts'
import { plainText } from '../normalise.ts'
import { optionSaid } from '../option-said.ts'
import type { Base } from './base.ts'
import { isAboutPerson } from './is-about-person.ts'
import { isWholly } from './is-wholly.ts'

/** The fields to change together, or those of which it may be any. */
export type FieldsMeant = { all: [string, ...string[]]; byLabel?: true } | { oneOf: string[] } | null

/** The fields that a value could belong to, where only the value was said: 改成周三, 应该是大润发. */
export async function fieldsFor(ctx: Ctx, base: Base, to: string): Promise<FieldsMeant> {
  const fields = fieldsOf(base.command.input)
  const [date] = datesIn(ctx, to)
  if (date && date.end - date.start >= plainText(to).trim().length - 1) {
    const meant = date.kind === 'time' ? timeMeant(base) : daysMeant(ctx, base, tenseOf(ctx, date))
    if (meant) return meant
  }
  const choice = fields.find(
    ([, field]) => field.kind === 'choice' && optionSaid(field, plainText(to))?.word === plainText(to).trim(),
  )
  if (choice) return { all: [choice[0]] }
  const period = fields.find(([, { kind }]) => kind === 'period')
  if (period && aWeek.test(plainText(to).trim())) return { all: [period[0]] }
  const contact = fields.find(([, { kind }]) => kind === 'contact')
  if (contact && (await isAboutPerson(ctx, to, base.input.customer))) return { all: [contact[0]] }
  for (const [name, field] of fields) {
    if (field.kind !== 'customer' && field.kind !== 'member') continue
    if (!(await isWholly(ctx, field, to))) continue
    const read = await understandField(ctx, field, to, base.input)
    if (!('error' in read)) return { all: [name] }
  }
  return null
}

const aWeek = /^(?:[上本这]+个?周|第?\d{1,2}周|w\d{1,2}|(?:last|this) week)的?$/u

function timeMeant({ command }: Base): FieldsMeant {
  const time = fieldsOf(command.input).find(([, { kind }]) => kind === 'time')
  return time ? { all: [time[0]] } : null
}

/** Of several dates, those the new one can stand for; a leave of one day is moved as a whole. */
function daysMeant(ctx: Ctx, { command, input }: Base, tense: ReturnType<typeof tenseOf>): FieldsMeant {
  const dates = fieldsOf(command.input).filter(([, { kind }]) => kind === 'date')
  if ('from' in input && input.from === input.to) return { all: ['from', 'to'] }
  const able = dates.filter(
    ([, { slot }]) =>
      slot === undefined ||
      tense === 'open' ||
      tense === 'today' ||
      (slot === 'next') === (tense === 'future'),
  )
  const today = todayOf(ctx).toString()
  // Today is what stands there where no day was said.
  const set = able.filter(
    ([name, { slot }]) => input[name] !== undefined && !(slot === 'done' && input[name] === today),
  )
  if (set.length > 1 && tense === 'open') return { oneOf: set.map(([name]) => name) }
  const [first] = set.length > 0 ? set : able
  return first ? { all: [first[0]] } : null
}
