import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import type { FieldKind } from '../../crm/fields.ts'
import { fieldsOf } from './command-fields.ts'
import { fillByKind } from './fill-by-kind.ts'
import { frameOf } from './frames/frames.ts'
import { askForMissing } from './missing.ts'
import { isQuestion } from './mood.ts'
import type { Reading } from './reading.ts'
import { all, type Sentence } from './spot.ts'
import { nothing, type Understood } from './understood.ts'

const named = "(?:[KIDW](?:'s|家|的|那边|那里|店)?[\\s,，]*(?:one)?\\s*)+"
const forms = [
  new RegExp(`^\\s*(?:那么?|还有|换成?|再看看?)[\\s,，]*${named}(?:呢|怎么样|如何|的呢)?[\\s?？。!]*$`, 'u'),
  new RegExp(`^\\s*${named}呢[\\s?？。!]*$`, 'u'),
  new RegExp(
    `^\\s*(?:(?:and|so|ok|then),? )*(?:what about|how about|same for|and)(?: for)?(?: the)?\\s+${named}[\\s?.!]*$`,
    'u',
  ),
]

/**
 * 那永盛呢, 那上周呢, what about Yongsheng?: what was just looked up, of somebody or some time else. Where nothing was,
 * what may be looked up is offered; null where the sentence is no such thing.
 */
export async function followUp(
  ctx: Ctx,
  commands: Command[],
  sentence: Sentence,
): Promise<Understood | null> {
  if (!forms.some((form) => form.test(sentence.outline.text))) return null
  const { lookup } = sentence.spokenOf
  const called = lookup?.command === 'customer.find' ? 'customer.show' : lookup?.command
  const command = commands.find(({ name }) => name === called)
  const kinds = kindsNamed(sentence)
  const takes = (kind: FieldKind[]) =>
    command && fieldsOf(command.input).some(([, field]) => kind.includes(field.kind))
  if (!command || !kinds.every(takes)) return offered(sentence)
  const reading: Reading = {
    ...{ ctx, command, commands, sentence, why: [`as before: ${command.name}`] },
    ...{ input: kept(command, lookup!.input, kinds.flat()), asks: [], choices: [] },
  }
  await frameOf(command.name)?.fill?.(reading)
  await fillByKind(reading, [])
  askForMissing(reading)
  const { input, asks, choices, why } = reading
  return { ...nothing(), command: command.name, input, asks, choices, why }
}

const LONGEST = 16

/** 上次拜访什么时候, 合同呢, after a look-up of a customer: asked of the same one. Null where it names somebody itself. */
export async function ofTheSame(
  commands: Command[],
  { text, outline, spokenOf: { lookup } }: Sentence,
  read: Understood,
  again: (text: string) => Promise<Understood>,
): Promise<Understood | null> {
  const customer = lookup?.input.customer
  const isOpen = read.command === null || (isLookUp(commands, read) && read.input.customer === undefined)
  const isShort = text.length <= LONGEST && !/[KIPNTMG\n]/.test(outline.text)
  if (typeof customer !== 'string' || !isOpen || !isShort || !isQuestion(outline.text)) return null
  const asked = await again(`${customer} ${text}`)
  const isOfIt = isLookUp(commands, asked) && asked.input.customer === customer
  return isOfIt && asked.asks.length + asked.choices.length === 0 ? asked : null
}

const isLookUp = (commands: Command[], { command }: Understood): boolean =>
  commands.some(({ name, writes, input }) => name === command && !writes && 'customer' in input.shape)

/** The kinds of fields that what is named may fill. */
function kindsNamed(sentence: Sentence): FieldKind[][] {
  const has = (mark: Parameters<typeof all>[1]) => all(sentence, mark).length > 0
  return [
    ...(has('K') || has('I') ? [['customer', 'contract'] satisfies FieldKind[]] : []),
    ...(has('D') || has('W') ? [['period', 'date'] satisfies FieldKind[]] : []),
  ]
}

/** What was asked for before, without what is named anew. */
const kept = (command: Command, input: Record<string, unknown>, kinds: FieldKind[]) => {
  const own = fieldsOf(command.input).filter(([, { kind }]) => !kinds.includes(kind))
  return Object.fromEntries(own.flatMap(([name]) => (name in input ? [[name, input[name]]] : [])))
}

/** Nothing was looked up, or nothing that has a customer or a week. */
function offered(sentence: Sentence): Understood {
  const [customer] = all(sentence, 'K')
  const [only, another] = customer?.matches ?? []
  const about = another ? undefined : (only?.code ?? sentence.spokenOf.customer)
  const nearest =
    about || customer
      ? ['customer.show', 'stock.show', 'visit.show']
      : ['stock.show', 'report.missing', 'digest.weekly']
  return { ...nothing(), about, nearest, why: ['nothing was looked up before'] }
}
