import type { Command } from '../../../crm/command.ts'
import { fieldsOf } from '../command-fields.ts'
import type { Understood } from '../understood.ts'
import type { Base } from './base.ts'

/** What was put on file is changed there; everything else is told anew. */
const edits: Record<string, string> = { 'customer.create': 'customer.edit', 'contact.add': 'contact.edit' }

/** A change of what can no longer be taken back, as what can still be done: `key` is that of the object on file. */
export function afterTheTime(
  commands: Command[],
  { command, input }: Base,
  key: string,
  changed: Understood,
): Understood {
  const edit = commands.find(({ name }) => name === edits[command.name])
  if (!edit) return { ...changed, corrects: 'late' }
  const news = fieldsOf(edit.input).flatMap(([name]) =>
    name in changed.input && changed.input[name] !== input[name] ? [[name, changed.input[name]]] : [],
  )
  const whom =
    command.name === 'contact.add' ? { customer: input.customer, contact: input.name } : { customer: key }
  return {
    ...changed,
    ...{ command: edit.name, input: { ...whom, ...Object.fromEntries(news) }, corrects: 'late' },
  }
}
