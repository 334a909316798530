import type { Ctx } from '../crm/context.ts'
import { fieldsOf } from '../crm/fields.ts'
import { todayOf } from '../crm/today-of.ts'
import { type Core, commandNamed } from './core.ts'
import type { RecordSaid } from './understand/understood.ts'

/** Of what stands on a button, and of one part of a line. */
const longestName = 20
const longestPart = 60

const short = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words

/** The customer, else how it was said. */
export async function aboutOf(ctx: Ctx, core: Core, { command, input, said }: RecordSaid): Promise<string> {
  const found = fieldsOf(commandNamed(core.commands, command).input).find(
    ([, { kind }]) => kind === 'customer',
  )
  const customer = found && input[found[0]]
  if (!customer) return short(said, longestName)
  return (await core.fieldInWords(ctx, found[1], customer)).replace(/ KH\d+$/, '')
}

/** What was understood, and what is still to be said; what has no words is as it was written. */
export async function wordsOf(ctx: Ctx, core: Core, record: RecordSaid): Promise<string> {
  const today = todayOf(ctx).toString()
  const words: string[] = []
  for (const [name, field] of fieldsOf(commandNamed(core.commands, record.command).input)) {
    const value = record.input[name]
    if (value === undefined || value === today) continue
    words.push(await core.fieldInWords(ctx, field, value, record.input))
  }
  const open = [
    ...record.asks.map(({ why }) => why[ctx.language]),
    ...record.choices.map(({ said }) => `“${said}”?`),
  ]
  const parts = [...new Set([...words, ...open])].map((part) =>
    short(part.replaceAll('\n', ' '), longestPart),
  )
  return parts.join(ctx.language === 'zh' ? '；' : '; ') || record.said
}
