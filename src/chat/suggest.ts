import { nearestCard } from '../../cards/answer-card.ts'
import type { Card } from '../../cards/card.ts'
import type { Command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { customerByCode } from '../crm/customers/customer-by-code.ts'
import { type FieldKind, fieldsOf } from '../crm/fields.ts'
import { nameIn } from '../lib/words.ts'
import { type Core, mayUse } from './core.ts'
import { exampleFor, namesOf } from './help.ts'
import type { Unclear, Understood } from './understand/understood.ts'

const SUGGESTED = 3

/** The commands that come nearest to what was not understood, each with a button that goes on with what was typed. */
export async function suggest(ctx: Ctx, core: Core, { nearest, about, unclear }: Understood): Promise<Card> {
  const spokenOf = about ? { customer: await customerByCode(ctx, about) } : unclear
  const usable = core.commands.filter((command) => mayUse(command, ctx))
  const named = nearest.flatMap((name) => usable.filter((command) => command.name === name))
  const shown = [...named, ...usable.filter((command) => !named.includes(command))].slice(0, SUGGESTED)
  const names = await namesOf(ctx)
  const lines = []
  for (const command of shown) {
    const more = spokenOf && (await goingOn(ctx, core, command, spokenOf))
    const { [ctx.language]: own, zh } = command.words
    const example = exampleFor(command, ctx.language, names) ?? own[0] ?? command.name
    lines.push({
      title: command.title[ctx.language],
      example: more ? `${ctx.language === 'zh' ? more.word : own[0]} ${more.shown}` : example,
      say: more ? `${more.word} ${more.said}` : zh[0]!,
    })
  }
  return nearestCard(lines, ctx.language)
}

/** What a button says, and how it is shown. */
interface More {
  word: string
  said: string
  shown: string
}

/** No button carries more, and no line of a phone shows it. */
const LONGEST = 60

/** What follows the word of a command: the whole sentence where it tells something to be kept, else what it names. */
async function goingOn(
  ctx: Ctx,
  core: Core,
  command: Command,
  { said, customer, contract }: Partial<Unclear>,
): Promise<More | null> {
  const whole = said?.trim() ?? ''
  const told = command.writes && whole !== '' && whole.length <= LONGEST
  const telling = told ? await wordReading(ctx, core, command, whole, tellsMore) : undefined
  if (telling) return { word: telling, said: whole, shown: whole }
  if (contract && takes(command, ['contract']))
    return { word: command.words.zh[0]!, said: contract, shown: contract }
  if (!customer || !takes(command, ['customer', 'contract', 'query'])) return null
  const word = await wordReading(ctx, core, command, customer.code)
  return word ? { word, said: customer.code, shown: nameIn(customer, ctx.language) } : null
}

const takes = ({ input }: Command, kinds: FieldKind[]): boolean =>
  fieldsOf(input).some(([, { kind }]) => kinds.includes(kind))

/** Something beside whose it is. */
const tellsMore = ({ input }: Command, read: Understood): boolean =>
  fieldsOf(input).some(([name, { kind }]) => name in read.input && !references.has(kind) && kind !== 'date')
const references = new Set<FieldKind>(['customer', 'contract', 'period'])

/** The word of a command with which it is understood to be meant; another command may share the first. */
async function wordReading(
  ctx: Ctx,
  core: Core,
  command: Command,
  words: string,
  isEnough: (command: Command, read: Understood) => boolean = () => true,
): Promise<string | undefined> {
  for (const word of command.words.zh) {
    const read = await core.understand(ctx, `${word} ${words}`, {})
    if (read.command === command.name && !read.records) return isEnough(command, read) ? word : undefined
  }
  return undefined
}
