import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import type { FieldKind } from '../../crm/fields.ts'
import type { Candidate } from './choose-command.ts'
import { fieldsOf } from './command-fields.ts'
import { cues, refused } from './nearest-cues.ts'
import { once } from './once.ts'
import type { Sentence, Thing } from './spot.ts'
import type { Unclear } from './understood.ts'

const SUGGESTED = 3

/** What a sentence that was not understood names all the same, so that whatever is meant goes on with it. */
export const leftUnclear = ({ text, things }: Sentence): Unclear => {
  const [customer, ...others] = things.flatMap((thing) => (thing.mark === 'K' ? [thing] : []))
  const [contract, ...more] = things.flatMap((thing) => (thing.mark === 'N' ? [thing.number] : []))
  const only = customer?.matches.length === 1 && others.length === 0 ? customer.matches[0] : undefined
  return { said: text, customer: only, contract: more.length === 0 ? contract : undefined }
}

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
    .filter(({ may, examples: { zh } }) => isFor(may, ctx) && zh.length > 0)
    .map((command) => ({
      name: command.name,
      score:
        (scores.get(command.name) ?? 0) +
        4 * likeness(command, said) +
        wants(command, sentence) +
        speaksOf(command, sentence) +
        (isFor(command.first ?? [], ctx) ? oftenUsed : 0) -
        (isFor(command.usual ?? 'everyone', ctx) ? 0 : seldomUsed),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, SUGGESTED)
    .map(({ name }) => name)
}

const isFor = (whom: Command['may'], { me }: Pick<Ctx, 'me'>): boolean =>
  whom === 'everyone' || whom.includes(me.role)

const oftenUsed = 0.6
const seldomUsed = 4

/** The opposite of what was said is never offered first. */
const speaksOf = ({ name }: Command, { outline: { text } }: Sentence): number => {
  if (refused[name]?.test(text)) return -8
  return cues[name]?.test(text) ? 2 : 0
}

/** How much of the words of a command the text has, 0 to 1: pairs of characters, and words of letters but for one slip. */
const likeness = (command: Command, said: Set<string>): number => {
  const most = Math.max(...pairsOfWords(command).map((pairs) => shared(pairs, said)))
  return most < alike ? 0 : most
}

const alike = 0.4

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
