import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import type { FieldKind } from '../../crm/fields.ts'
import type { Candidate } from './choose-command.ts'
import { fieldsOf } from './command-fields.ts'
import { once } from './once.ts'
import type { Sentence, Thing } from './spot.ts'

const SUGGESTED = 3

/** The commands that come nearest to a sentence that was not understood, the nearest first: never none. */
export function nearestTo(
  ctx: Pick<Ctx, 'me'>,
  commands: Command[],
  sentence: Sentence,
  candidates: Candidate[],
): string[] {
  const said = pairsOf(sentence.outline.said.text)
  const scores = new Map(candidates.map(({ command, score }) => [command.name, score]))
  return commands
    .filter((command) => command.may === 'everyone' || command.may.includes(ctx.me.role))
    .map((command) => ({
      name: command.name,
      score: (scores.get(command.name) ?? 0) + 4 * likeness(command, said) + wants(command, sentence),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SUGGESTED)
    .map(({ name }) => name)
}

/** How much of the words of a command the text has, 0 to 1: pairs of characters, and words of letters but for one slip. */
const likeness = (command: Command, said: Set<string>): number =>
  Math.max(...pairsOfWords(command).map((pairs) => shared(pairs, said)))

const pairsOfWords = once(({ words: { zh, en } }: Command) =>
  [...zh, ...en].map((word) => pairsOf(word.toLowerCase())),
)

const pairsOf = (text: string): Set<string> => {
  const characters = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''))
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character))
}

const shared = (of: Set<string>, among: Set<string>): number =>
  of.size === 0 ? 0 : [...of].filter((pair) => among.has(pair)).length / of.size

const marks: Partial<Record<FieldKind, Thing['mark']>> = {
  customer: 'K',
  contact: 'P',
  contract: 'N',
  date: 'D',
  stock_lines: 'G',
  phone: 'T',
  period: 'W',
}

/** What the sentence names and the command takes. */
const wants = (command: Command, { things }: Sentence): number =>
  fieldsOf(command.input).filter(
    ([, { kind, quiet }]) => !quiet && things.some(({ mark }) => mark === marks[kind]),
  ).length
