import { type Normalised, originalSpan } from './normalise.ts'

/** A part of the normalised text. */
export interface Span {
  start: number
  end: number
}

/**
 * What stands for a thing in an outline. A normalised text has no capitals, so patterns can tell
 * `K跟P聊了国庆堆头 D再去` from what was written there.
 */
export type Mark =
  | 'K' // customer
  | 'I' // "it": a customer named before
  | 'P' // contact
  | 'M' // member
  | 'N' // contract number
  | 'G' // product
  | 'D' // date or time
  | 'W' // period with a number
  | 'T' // phone number

export interface Marked extends Span {
  mark: Mark
}

/** A sentence in which each thing that was recognised is one capital letter. */
export interface Outline<Thing extends Marked = Marked> {
  text: string
  said: Normalised
  /** For each character of `text`, and one past its end: where it stands in the normalised text. */
  starts: number[]
  ends: number[]
  things: Map<number, Thing>
}

/** Of things that overlap, the first in the list stays. */
export function outlineOf<Thing extends Marked>(said: Normalised, things: Thing[]): Outline<Thing> {
  const kept: Thing[] = []
  for (const thing of things) if (!kept.some((other) => overlap(thing, other))) kept.push(thing)
  const at = new Map(kept.map((thing) => [thing.start, thing]))
  const outline: Outline<Thing> = { text: '', said, starts: [], ends: [], things: new Map() }
  const add = (character: string, start: number, end: number) => {
    outline.starts.push(start)
    outline.ends.push(end)
    outline.text += character
  }
  for (let position = 0; position < said.text.length; ) {
    const thing = at.get(position)
    const character = thing?.mark ?? said.text[position]!
    if (touches.test(outline.text.slice(-1) + character)) add(' ', position, position)
    if (thing) outline.things.set(outline.text.length, thing)
    const end = thing?.end ?? position + 1
    add(character, position, end)
    position = end
  }
  outline.starts.push(said.text.length)
  outline.ends.push(said.text.length)
  return outline
}

/** visit佳佳: a word of letters ends where a thing begins. */
const touches = /^(?:[a-z][A-Z]|[A-Z][a-z])$/

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** What was written there, in the writer's own characters. */
export function wordsAt({ said, starts, ends }: Outline, { start, end }: Span): string {
  if (start >= end) return ''
  const span = originalSpan(said, starts[start]!, ends[end - 1]!)
  return said.original.slice(span.start, span.end).trim()
}

/** The things within a part of the outline, from left to right. */
export const thingsIn = <Thing extends Marked>({ things }: Outline<Thing>, { start, end }: Span): Thing[] =>
  [...things].filter(([at]) => at >= start && at < end).map(([, thing]) => thing)
