import type { Capability, Command, Job, Subject } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import type { Field } from '../crm/fields.ts'
import type { Words } from '../lib/words.ts'
import type { Choice, SpokenOf, Understood } from './understand/understood.ts'

/** What the conversation is made of: the capabilities of the business and the understanding of sentences. */
export interface Core {
  commands: Command[]
  subjects: Subject[]
  jobs: Job[]
  understand(ctx: Ctx, text: string, spokenOf: SpokenOf): Promise<Understood>
  /** What a person typed into one field of a form. */
  understandField(ctx: Ctx, field: Field, text: string, given: Record<string, unknown>): Promise<FieldValue>
  /** How a value stands in a field of a form, beside the others: words that `understandField` reads back. */
  fieldInWords(ctx: Ctx, field: Field, value: unknown, input?: Record<string, unknown>): Promise<string>
}

export type FieldValue = { value: unknown } | { error: Words } | { options: Choice['options'] }

export const gather = (capabilities: Capability[]) => ({
  commands: capabilities.flatMap(({ commands }) => commands),
  subjects: capabilities.flatMap(({ subjects }) => subjects),
  jobs: capabilities.flatMap(({ jobs }) => jobs),
})

export const commandNamed = (commands: Command[], name: string): Command => {
  const found = commands.find((command) => command.name === name)
  if (!found) throw new Error(`no command ${name}`)
  return found
}

export const mayUse = (command: Command, ctx: Ctx): boolean =>
  command.may === 'everyone' || command.may.includes(ctx.me.role)
