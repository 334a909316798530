import type { Ctx } from '../../../crm/context.ts'
import { fieldsOf } from '../command-fields.ts'
import { plainText } from '../normalise.ts'
import type { Understood } from '../understood.ts'
import { type Base, changedTo } from './base.ts'
import { fieldLabelled } from './field-labels.ts'
import { whatIsOut } from './what-is-out.ts'

const noNext = /^(?:下次(?:先|就)?不(?:去|约|来|拜访)了?|不(?:再)?约(?:下次)?了?|not going back)$/u

/** 去掉反馈, 下次不约了: a field that may be empty. */
export async function dropField(_ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  const text = plainText(said)
    .replace(/[\s,，。.!！]+$/u, '')
    .trim()
  const fields = fieldsOf(base.command.input)
  const what = noNext.test(text) ? 'next date' : whatIsOut(text)
  const name = what && fieldLabelled(fields, what)
  const field = fields.find(([one]) => one === name)
  if (!field || field[2] || base.input[field[0]] === undefined) return null
  const input = { ...base.input }
  delete input[field[0]]
  // What was to be done next goes with its day.
  if (field[0] === 'nextDate') delete input.nextStep
  return changedTo(base, input)
}
