import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import { fieldsOf } from '../../crm/fields.ts'
import { anotherRecord, twoRecords, without } from './another-record.ts'
import { canonical } from './canonical.ts'
import { type Candidate, candidatesFor, enough } from './choose-command.ts'
import { hitsIn } from './command-words.ts'
import { corrected } from './corrections/correct.ts'
import { customersLike } from './customer-mentions.ts'
import { frameOf } from './frames/frames.ts'
import { fillByKind } from './generic-fill.ts'
import { filler } from './lexicon.ts'
import { askForMissing } from './missing.ts'
import { nearestTo } from './nearest.ts'
import { ask, type Reading } from './reading.ts'
import { all, type Sentence, sentenceOf, spot } from './spot.ts'
import { nothing, type SpokenOf, type Understood } from './understood.ts'

/** Understands a sentence as this person would mean it. */
export async function understand(
  ctx: Ctx,
  commands: Command[],
  text: string,
  spokenOf: SpokenOf,
): Promise<Understood> {
  const button = canonical(commands, text)
  if (button && isComplete(commands, button)) return button
  return (await corrected(ctx, commands, text, spokenOf)) ?? free(ctx, commands, text, spokenOf)
}

/** A button leaves nothing open, or opens a form; typed words that leave something open are asked about. */
function isComplete(commands: Command[], { command, input }: Understood): boolean {
  const { input: fields } = commands.find(({ name }) => name === command)!
  return fieldsOf(fields).every(([name, , required]) => !required || input[name] !== undefined)
}

/** A command that is as likely as this one needs no further look for customers. */
const likely = 7

async function free(ctx: Ctx, commands: Command[], text: string, spokenOf: SpokenOf): Promise<Understood> {
  let sentence = await spot(ctx, commands, text, spokenOf)
  let candidates = candidatesFor(commands, sentence, ctx)
  if (
    all(sentence, 'K').length === 0 &&
    ((candidates[0]?.score ?? 0) < likely || wantsCustomer(candidates[0]!))
  ) {
    const another = await withCustomersLike(ctx, commands, sentence)
    if (another) {
      sentence = another
      candidates = candidatesFor(commands, sentence, ctx)
    }
  }
  const why = [
    sentence.outline.text,
    ...candidates.slice(0, 4).map(({ command, score }) => `${command.name} ${score.toFixed(1)}`),
  ]
  const [best] = candidates
  const another = best?.command.writes ? anotherRecord(ctx, commands, sentence, best.command) : null
  if (another) sentence = without(sentence, another)
  if (!best || best.score < enough)
    return { ...nothing(), nearest: nearestTo(ctx, commands, sentence, candidates), why }
  const reading: Reading = {
    ctx,
    command: best.command,
    commands,
    sentence,
    input: {},
    asks: [],
    choices: [],
    why,
  }
  const frame = frameOf(best.command.name)
  await frame?.fill?.(reading)
  if (!frame?.whole) await fillByKind(reading, hitsIn(commands, reading.sentence.outline.text))
  if (another) ask(reading, '', twoRecords)
  askForMissing(reading)
  const { input, asks, choices } = reading
  return { ...nothing(), command: best.command.name, input, asks, choices, why }
}

const wantsCustomer = ({ command }: Candidate) =>
  fieldsOf(command.input).some(([, { kind }, required]) => kind === 'customer' && required)

/** The sentence with a customer in it that is named by a part or nearly, beside the words of commands. */
async function withCustomersLike(
  ctx: Ctx,
  commands: Command[],
  sentence: Sentence,
): Promise<Sentence | null> {
  const { outline } = sentence
  let plain = outline.text
  for (const { start, end } of hitsIn(commands, plain))
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  plain = plain.replace(new RegExp(`${filler}|[A-Z]`, 'gu'), (words) => ' '.repeat(words.length))
  const kept = Array.from(outline.said.text, () => ' ')
  for (let i = 0; i < plain.length; i++)
    if (plain[i] !== ' ')
      for (let at = outline.starts[i]!; at < outline.ends[i]!; at++) kept[at] = outline.said.text[at]!
  const found = await customersLike(ctx, kept.join(''))
  return found && sentenceOf({ ...sentence, said: outline.said, things: [found, ...sentence.things] })
}
