import type { Command } from '../../crm/command.ts'
import type { Field, FieldKind } from '../../crm/fields.ts'
import { draftCode } from '../draft-code.ts'
import { fieldsOf } from './command-fields.ts'
import { once } from './once.ts'
import { nothing, type Understood } from './understood.ts'

/** What an exact reference looks like, by the kind of field; kinds that take free words are not here. */
const exact: Partial<Record<FieldKind, RegExp>> = {
  customer: /^KH\d+$/i,
  contract: /^[A-Z]{1,6}-\d{4}-\d{4,}$/i,
  period: /^\d{4}-(W\d{2}|\d{2})$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  number: /^\d+$/,
  draft: draftCode,
}

/** No button says more. */
const LONGEST = 100

/**
 * The sentence of a button: a command word and exact references, `批准 HT-2026-0031`, and nothing else.
 * Null for every other sentence: that is for the understanding of free text.
 */
export function canonical(commands: Command[], text: string): Understood | null {
  if (text.length > LONGEST) return null
  const parts = text.normalize('NFKC').trim().split(/\s+/)
  for (const { command, used } of commandsNamedBy(commands, parts)) {
    const input = argumentsOf(command, parts.slice(used))
    if (!input) continue
    return {
      ...nothing(),
      command: command.name,
      input,
      exact: true,
      why: [`${parts.slice(0, used).join(' ')} = ${command.name}`],
    }
  }
  return null
}

function* commandsNamedBy(commands: Command[], parts: string[]) {
  const called = commandsByWord(commands)
  for (let used = parts.length; used > 0; used--)
    for (const command of called.get(parts.slice(0, used).join(' ').toLowerCase()) ?? [])
      yield { command, used }
}

const commandsByWord = once((commands: Command[]) => {
  const called = new Map<string, Command[]>()
  for (const command of commands)
    for (const word of new Set([...command.words.zh, ...command.words.en].map((one) => one.toLowerCase())))
      called.set(word, [...(called.get(word) ?? []), command])
  return called
})

/** Exact references go to the first field of their kind that is still empty. Any other word: not a canonical sentence. */
function argumentsOf(command: Command, args: string[]): Record<string, unknown> | null {
  const open = [...fieldsOf(command.input)]
  const input: Record<string, unknown> = {}
  for (const arg of args) {
    const fits = open.findIndex(([, field]) => matches(field, arg))
    if (fits < 0) return null
    const [[name, field]] = open.splice(fits, 1) as [(typeof open)[number]]
    input[name] = field.kind === 'choice' || field.kind === 'date' ? arg : arg.toUpperCase()
  }
  return input
}

function matches(field: Field, arg: string): boolean {
  if (field.kind === 'choice') return field.options?.some(({ value }) => value === arg) ?? false
  return exact[field.kind]?.test(arg) ?? false
}
