import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import type { Words } from '../../lib/words.ts'
import type { DateMention } from './dates.ts'
import { datePhrase, dayIn } from './moments.ts'
import type { Sentence } from './spot.ts'
import type { Ask, Choice } from './understood.ts'

/** A sentence on its way to being the input of a command. */
export interface Reading {
  ctx: Ctx
  command: Command
  commands: Command[]
  sentence: Sentence
  input: Record<string, unknown>
  asks: Ask[]
  choices: Choice[]
  why: string[]
}

export function ask({ asks }: Reading, field: string, why: Words): void {
  if (!asks.some((one) => one.field === field)) asks.push({ field, why })
}

export function choose({ choices }: Reading, field: string, said: string, options: Choice['options']): void {
  choices.push({ field, said, options })
}

/** Nobody looks at it before it is saved: then what is likely is not good enough. */
export const isSavedUnseen = ({ ctx, command }: Reading): boolean => ctx.me.saveAtOnce.includes(command.name)

/** Puts a day into a field, or asks which is meant. Returns whether it is settled. */
export function putDay(
  reading: Reading,
  field: string,
  mention: DateMention,
  slot: 'done' | 'next',
): boolean {
  const read = dayIn(reading.ctx, mention, slot)
  if ('ask' in read) ask(reading, field, read.ask)
  else if ('options' in read) choose(reading, field, mention.phrase, read.options)
  else if (read.to && read.to !== read.day) ask(reading, field, severalDays(mention.phrase))
  else {
    reading.input[field] = read.day
    reading.why.push(`${field}: ${mention.phrase} = ${read.day}`)
    return true
  }
  return false
}

const severalDays = (phrase: string): Words => ({
  zh: `“${phrase}”有几天，请写其中一天。`,
  en: `“${datePhrase(phrase)}” is several days. Please give one of them.`,
})
