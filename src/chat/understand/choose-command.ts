import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import { fieldsOf } from './command-fields.ts'
import { type Hit, hitsIn } from './command-words.ts'
import { frameOf } from './frames/frames.ts'
import { loneRestOf, restOf } from './lexicon.ts'
import { isQuestion, notRightBefore } from './mood.ts'
import { all, type Sentence } from './spot.ts'

/** A command that a sentence may mean, and how much speaks for it. */
export interface Candidate {
  command: Command
  score: number
  hit?: Hit
}

/** Below this nothing is taken for a command. */
export const enough = 5
/** What speaks so much for a command means no other. */
const outright = 7
/** And where none of its words is said. */
const beyondDoubt = 9
/** By so much more than for anything else that may be done. */
const clearly = 2

/** Times that a word of the same command is weighed: nobody orders a thing more often in one breath. */
const mostHits = 20

/** The commands a sentence may mean, the likeliest first: what the person may not use is none, unless it was asked for outright. */
export function candidatesFor(
  commands: Command[],
  sentence: Sentence,
  ctx: Pick<Ctx, 'now' | 'me'>,
): Candidate[] {
  const all = scored(commands, sentence, ctx)
  const open = all.filter(({ command: { may } }) => isFor(may, ctx))
  const [best] = all
  const another = open[0]?.score ?? 0
  return best && isOutright(best) && (another < enough || another + clearly < best.score) ? all : open
}

/** 拜访华联 聊了堆头, said by a clerk: not to be done, and to be told so. */
const isOutright = ({ hit, score }: Candidate): boolean => score >= (hit ? outright : beyondDoubt)

const isFor = (whom: Command['may'], { me }: Pick<Ctx, 'me'>): boolean =>
  whom === 'everyone' || whom.includes(me.role)

function scored(commands: Command[], sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): Candidate[] {
  const hits = hitsIn(commands, sentence.outline)
  const found: Candidate[] = []
  for (const command of commands) {
    const frame = frameOf(command.name)
    const shape = isFor(command.usual ?? 'everyone', ctx) ? (frame?.shape?.(sentence, ctx) ?? 0) : 0
    const mine = hits.filter(({ commands: names }) => names.includes(command.name))
    const scored = mine.length > 0 ? bestOf(command, mine, sentence) : undefined
    const byWords = frame?.shapeOnly && shape === 0 ? Math.min(scored?.score ?? 0, 4) : (scored?.score ?? 0)
    const score = Math.max(byWords, shape)
    if (score > 0) found.push({ command, hit: scored?.hit, score })
  }
  return found.sort((a, b) => b.score - a.score)
}

/** The one of its words that speaks most for a command. */
function bestOf(command: Command, hits: Hit[], sentence: Sentence): { hit: Hit; score: number } | undefined {
  const explained = blanked(sentence.outline.text, hits, frameOf(command.name)?.own)
  return hits
    .slice(0, mostHits)
    .map((hit) => ({ hit, score: scoreOf(command, { hit, explained }, sentence) }))
    .sort((a, b) => b.score - a.score)[0]
}

/** Kinds of fields that take words we cannot know beforehand. */
const openKinds = new Set<string>(['words', 'query', 'stock_lines', 'member', 'contact'])

/** `explained` is the outline without any word of the command. */
function scoreOf(
  command: Command,
  { hit, explained }: { hit: Hit; explained: string },
  sentence: Sentence,
): number {
  const outline = sentence.outline.text
  const frame = frameOf(command.name)
  if (command.writes && (isNegated(outline, hit) || isQuestion(outline))) return 0
  const before = loneRestOf(explained.slice(0, hit.start))
  const after = restOf(explained.slice(hit.end))
  const free = fieldsOf(command.input).some(([, { kind }, required]) => required && openKinds.has(kind))
  const head = before === ''
  const tail = loneRestOf(after) === ''
  if (hit.words.length === 1 && !head) return 0
  const strength = 3 + Math.min(3, weightOf(hit.words) * 0.6)
  const place = head ? 3 : tail ? 1.5 : 0
  const odd =
    Math.min(6, weightOf(before)) * (free && tail ? 0.2 : 0.8) +
    (free ? 0 : Math.min(5, weightOf(after)) * 0.8)
  return strength + place - odd + fitOf(command, sentence) - (isForeign(outline, hit, frame?.foreign) ? 4 : 0)
}

/** 别批准, 还没提交: what is not to be done, or was not, is no order. */
const isNegated = (outline: string, { start }: Hit): boolean =>
  notRightBefore.test(outline.slice(0, start).replace(objectBefore, ''))

/** 别给华联改电话, 别把华联的合同批了: what it is done to stands between. */
const objectBefore = /(?:给|把|将|对)[KNPI](?:的(?:合同|协议|周报|库存)?)?\s*$/

const NEAR = 8

const isForeign = (outline: string, { start, end }: Hit, foreign?: RegExp): boolean =>
  foreign?.test(outline.slice(Math.max(0, start - NEAR), end + NEAR)) ?? false

/** Characters count one, words of letters two. */
function weightOf(text: string): number {
  const words = text.match(/[a-z0-9]+/g) ?? []
  return words.length * 2 + text.replace(/[a-z0-9\s]/g, '').length
}

function blanked(outline: string, hits: Hit[], own?: RegExp): string {
  let text = outline
  for (const { start, end } of hits) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  return own ? text.replace(own, (words) => ' '.repeat(words.length)) : text
}

/** What the command needs and the sentence names. */
function fitOf(command: Command, sentence: Sentence): number {
  const has = (mark: Parameters<typeof all>[1]) => all(sentence, mark).length > 0
  let fit = 0
  for (const [, field, required] of fieldsOf(command.input)) {
    const weight = required ? 1 : 0.3
    if (field.kind === 'customer') fit += has('K') || has('I') ? weight : required ? -0.5 : 0
    else if (field.kind === 'contract') fit += has('N') ? weight * 2 : has('K') ? weight * 0.5 : 0
    else if (field.kind === 'date') fit += has('D') ? weight * 0.5 : 0
    else if (field.kind === 'stock_lines') fit += has('G') ? 1.5 : -1
    else if (field.kind === 'period') fit += has('W') ? 0.5 : 0
  }
  return fit
}
