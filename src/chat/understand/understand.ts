import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import { customerByCode } from '../../crm/customers/customer-by-code.ts'
import { anotherRecord, twoRecords, without } from './another-record.ts'
import { canonical } from './canonical.ts'
import { type Candidate, candidatesFor, enough } from './choose-command.ts'
import { fieldsOf } from './command-fields.ts'
import { hitsIn } from './command-words.ts'
import { corrected, otherwiseCorrected } from './corrections/correct.ts'
import { fillByKind } from './fill-by-kind.ts'
import { followUp, ofTheSame } from './follow-up.ts'
import { frameOf } from './frames/frames.ts'
import { askForMissing } from './missing.ts'
import { leftUnclear, nearestTo } from './nearest.ts'
import { ask, type Reading } from './reading.ts'
import { reportPointedAt } from './report-pointed-at.ts'
import { recordsBeside } from './several/records-beside.ts'
import { type Reader, recordsInLines, recordsWithin, severalOf } from './several/records-in.ts'
import { all, type Sentence, spot } from './spot.ts'
import { completingCount } from './stock/complete-count.ts'
import { nothing, type SpokenOf, type Understood } from './understood.ts'
import { whatIsDecided } from './what-is-decided.ts'
import { withCustomersLike } from './with-customers-like.ts'
import { fillWritten, writtenForm } from './written-form.ts'

/**
 * Understands a sentence as this person would mean it. Throws a refusal where a button that opens a form names a customer
 * they may not see: nothing is to be filled in then.
 */
export async function understand(
  ctx: Ctx,
  commands: Command[],
  text: string,
  spokenOf: SpokenOf,
): Promise<Understood> {
  const said = await reportPointedAt(ctx, text, spokenOf)
  const button = canonical(commands, said)
  if (button && isComplete(commands, button)) return button
  if (typeof button?.input.customer === 'string') await customerByCode(ctx, button.input.customer)
  const change = await corrected(ctx, commands, said, spokenOf)
  if (change) return change
  const read = completingCount(await free(ctx, commands, said, spokenOf), spokenOf)
  return otherwiseCorrected(ctx, commands, said, spokenOf, read)
}

/** A button leaves nothing open, or opens a form; typed words that leave something open are asked about. */
function isComplete(commands: Command[], { command, input }: Understood): boolean {
  const { input: fields } = commands.find(({ name }) => name === command)!
  return fieldsOf(fields).every(([name, , required]) => !required || input[name] !== undefined)
}

async function free(ctx: Ctx, commands: Command[], text: string, spokenOf: SpokenOf): Promise<Understood> {
  const sentence = await spot(ctx, commands, text, spokenOf)
  const again = await followUp(ctx, commands, sentence)
  if (again) return again
  const reader = readerOf(ctx, commands)
  const inLines = await recordsInLines(reader, sentence)
  if (inLines) return severalOf({ ...nothing(), why: [sentence.outline.text] }, inLines)
  const read = await asOne(ctx, commands, sentence)
  const same = await ofTheSame(commands, sentence, read, reader.read)
  if (same) return same
  const records = (await recordsWithin(reader, sentence, read)) ?? read.records
  return records ? severalOf(read, records) : read
}

async function asOne(ctx: Ctx, commands: Command[], spotted: Sentence): Promise<Understood> {
  const written = await asWritten(ctx, commands, spotted)
  if (written) return written
  const { sentence, candidates } = await weighed(ctx, commands, spotted)
  const why = [
    sentence.outline.text,
    ...candidates.slice(0, 4).map(({ command, score }) => `${command.name} ${score.toFixed(1)}`),
  ]
  const [best] = candidates
  if (!best || best.score < enough)
    return {
      ...nothing(),
      nearest: nearestTo(ctx, commands, sentence, candidates),
      unclear: leftUnclear(sentence),
      why,
    }
  const decided = await whatIsDecided(ctx, sentence, candidates)
  const { command } = decided?.candidate ?? best
  const another = command.writes ? anotherRecord(ctx, commands, sentence, command) : null
  const rest = another ? without(sentence, another) : sentence
  const reading = await filled({
    ctx,
    command,
    commands,
    why,
    sentence: rest,
    input: {},
    asks: [],
    choices: [],
  })
  if (decided?.ask) ask(reading, '', decided.ask)
  const { input, asks, choices } = reading
  const read = { command: command.name, input, asks, choices }
  if (!another) return { ...nothing(), ...read, why }
  const first = anotherRecord(ctx, commands, rest, command) ? undefined : read
  const records = await recordsBeside(readerOf(ctx, commands), sentence, another, first)
  return { ...nothing(), ...read, asks: [{ field: '', why: twoRecords }, ...asks], records, why }
}

/** As a form that was written out. */
async function asWritten(ctx: Ctx, commands: Command[], sentence: Sentence): Promise<Understood | null> {
  const form = writtenForm(commands, sentence.outline.said.original)
  if (!form) return null
  const why = [`a form: ${[...form.values.keys()].join(', ')}`]
  const reading: Reading = {
    ...{ ctx, command: form.command, commands, sentence, why },
    ...{ input: {}, asks: [], choices: [] },
  }
  await fillWritten(reading, form)
  askForMissing(reading)
  const { input, asks, choices } = reading
  return { ...nothing(), command: form.command.name, input, asks, choices, why }
}

const readerOf = (ctx: Ctx, commands: Command[]): Reader => ({
  ctx,
  commands,
  read: (part) => free(ctx, commands, part, {}),
})

/** A command that is as likely as this one needs no further look for customers. */
const likely = 7

/** An English visit whose place is not known yet: whether on Friday is its day cannot be told. */
const isUnplaced = ({ command }: Candidate, { outline: { text } }: Sentence): boolean =>
  command.name.startsWith('visit.') && !/[\p{Script=Han}I]/u.test(text)

/** The commands a sentence may mean; where it names no customer exactly, one that is nearly named may decide. */
async function weighed(ctx: Ctx, commands: Command[], sentence: Sentence) {
  const candidates = candidatesFor(commands, sentence, ctx)
  const [best] = candidates
  const unsure =
    !best || (best.score < likely && !frameOf(best.command.name)?.whole) || isUnplaced(best, sentence)
  const another =
    unsure && all(sentence, 'K').length === 0 ? await withCustomersLike(ctx, commands, sentence) : null
  if (!another) return { sentence, candidates }
  return { sentence: another, candidates: candidatesFor(commands, another, ctx) }
}

async function filled(reading: Reading): Promise<Reading> {
  const { command, commands } = reading
  const frame = frameOf(command.name)
  await frame?.fill?.(reading)
  if (!frame?.whole) await fillByKind(reading, hitsIn(commands, reading.sentence.outline))
  askForMissing(reading)
  return reading
}
