import type { Command } from '../../../crm/command.ts'
import type { Ctx } from '../../../crm/context.ts'
import type { Field } from '../../../crm/fields.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import { fieldsOf } from '../command-fields.ts'
import { understandField } from '../field.ts'
import { plainText } from '../normalise.ts'
import { nothing, type SpokenOf, type Understood } from '../understood.ts'
import { correctedLines } from './correct-lines.ts'
import { type CorrectionSaid, correctionsSaid } from './correction-said.ts'
import { fieldLabelled } from './field-labels.ts'
import { fieldsFor } from './fields-for.ts'

export interface Base {
  command: Command
  input: Record<string, unknown>
  corrects: 'draft' | 'last'
}

/** Puts a change that was said into what waits to be confirmed, or was saved last. Null where the sentence is none. */
export async function corrected(
  ctx: Ctx,
  commands: Command[],
  text: string,
  spokenOf: SpokenOf,
): Promise<Understood | null> {
  const base = baseOf(commands, spokenOf)
  if (!base) return null
  for (const said of correctionsSaid(plainText(text))) {
    const changed = await changedBy(ctx, base, said)
    if (changed) return { ...changed, why: [`${said.what ?? said.from ?? ''} → ${said.to}`, ...changed.why] }
  }
  return null
}

function baseOf(commands: Command[], { draft, last }: SpokenOf): Base | null {
  const spoken = draft ?? last
  const command = commands.find(({ name }) => name === spoken?.command)
  return command && spoken ? { command, input: spoken.input, corrects: draft ? 'draft' : 'last' } : null
}

async function changedBy(ctx: Ctx, base: Base, said: CorrectionSaid): Promise<Understood | null> {
  if ('lines' in base.input) {
    const lines = await correctedLines(ctx, base, said)
    if (lines) return lines
  }
  const names = await fieldsMeant(ctx, base, said)
  return names.length > 0 ? putInto(ctx, base, names, said.to) : null
}

/** By its label; by what stands in it now; else by what the new value can be. */
async function fieldsMeant(ctx: Ctx, base: Base, { what, from, to }: CorrectionSaid): Promise<string[]> {
  const fields = fieldsOf(base.command.input)
  const labelled = what ? fieldLabelled(fields, what) : undefined
  if (labelled) return [labelled]
  const was = from ?? what
  if (was !== undefined) {
    const holding: string[] = []
    for (const [name, field] of fields) if (await holds(ctx, base, name, field, was)) holding.push(name)
    return holding
  }
  return fieldsFor(ctx, base, to)
}

/** Whether a field stands as it was said: 王店长, 周二, 华联. */
async function holds(ctx: Ctx, { input }: Base, name: string, field: Field, said: string): Promise<boolean> {
  const value = input[name]
  if (value === undefined || typeof value === 'object') return false
  if (readable.has(field.kind)) {
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

async function putInto(
  ctx: Ctx,
  { command, input, corrects }: Base,
  names: string[],
  to: string,
): Promise<Understood | null> {
  const changed: Understood = { ...nothing(), command: command.name, input: { ...input }, corrects }
  for (const name of names) {
    const field = fieldsOf(command.input).find(([one]) => one === name)![1]
    const read = await understandField(ctx, field, to, input)
    if ('value' in read) changed.input[name] = read.value
    else if ('error' in read) changed.asks.push({ field: name, why: read.error })
    else changed.choices.push({ field: name, said: to, options: read.options })
  }
  return changed
}
