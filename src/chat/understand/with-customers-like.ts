import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import { hitsIn } from './command-words.ts'
import { customersLike } from './customers/customers-like.ts'
import { englishWords } from './english-words.ts'
import { filler } from './lexicon.ts'
import { type Sentence, sentenceOf } from './spot.ts'

/** A longer rest is a tale, not a name. */
const LONGEST = 24
const known = new RegExp(`${filler}|[A-Z]`, 'gu')

/** The sentence with a customer in it that is named by a part or nearly, beside the words of commands. */
export async function withCustomersLike(
  ctx: Ctx,
  commands: Command[],
  sentence: Sentence,
): Promise<Sentence | null> {
  const { outline } = sentence
  let plain = outline.text
  for (const { start, end } of hitsIn(commands, outline))
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  plain = plain.replace(known, (words) => ' '.repeat(words.length))
  const rest = plain
    .replace(/[a-z']+/g, (word) => (englishWords.has(word) ? ' ' : word))
    .trim()
    .replace(/ +/g, ' ')
  if (rest.length < 2 || rest.length > LONGEST) return null
  const kept = Array.from(outline.said.text, () => ' ')
  for (let i = 0; i < plain.length; i++)
    if (plain[i] !== ' ')
      for (let at = outline.starts[i]!; at < outline.ends[i]!; at++) kept[at] = outline.said.text[at]!
  const found = await customersLike(ctx, kept.join(''))
  return found && sentenceOf({ ...sentence, said: outline.said, things: [found, ...sentence.things] })
}
