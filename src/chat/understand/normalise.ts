import { withoutAccents } from '../../lib/normalise-text.ts'
import { simplified } from '../../lib/simplified.ts'

/** A text in the one form that understanding reads, and where each of its characters stood in what was typed. */
export interface Normalised {
  text: string
  original: string
  /** For each position in `text`, and one past its end: where its character begins and ends in `original`. */
  begins: number[]
  ends: number[]
}

/**
 * Half width, simplified characters, lower case, plain hyphens and quotes; zero-width characters are dropped.
 * Normalising a normalised text changes nothing.
 */
export function normalise(original: string): Normalised {
  let text = ''
  const begins: number[] = []
  const ends: number[] = []
  let position = 0
  for (const character of original) {
    const end = position + character.length
    const plain = plainForm(character)
    for (let i = 0; i < plain.length; i++) {
      begins.push(position)
      ends.push(end)
    }
    text += plain
    position = end
  }
  begins.push(original.length)
  ends.push(original.length)
  return { text, original, begins, ends }
}

/** The text alone, for comparing names. */
export function plainText(original: string): string {
  return normalise(original).text
}

/** Where the part [start, end) of the normalised text stands in what was typed. */
export function originalSpan(of: Normalised, start: number, end: number): { start: number; end: number } {
  if (start === end) return { start: of.begins[start]!, end: of.begins[start]! }
  return { start: of.begins[start]!, end: of.ends[end - 1]! }
}

/** What was typed there, in the writer's own characters. */
export function typedAt(of: Normalised, { start, end }: { start: number; end: number }): string {
  const span = originalSpan(of, start, end)
  return of.original.slice(span.start, span.end)
}

/** What Unicode's compatibility forms would turn into something that reads wrongly. */
const ownForms = new Map([
  ...['½', '¼', '¾'].map((fraction, i) => [fraction, ['.5', '.25', '.75'][i]!] as const),
  ...'‐‑‒–—―−'.split('').map((dash) => [dash, '-'] as const),
  ...'‘’‛'.split('').map((quote) => [quote, "'"] as const),
  ...'“”'.split('').map((quote) => [quote, '"'] as const),
  ['〜', '~'],
])

/** Numbered bullets of a list (① ⑴ ⒈): they number lines, and are no part of what a line says. */
const isBullet = (code: number) => code >= 0x2460 && code <= 0x24ff
const isInvisible = (code: number) =>
  code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f)

function plainForm(character: string): string {
  const code = character.codePointAt(0)!
  if (code < 0x80) return character.toLowerCase()
  if (isBullet(code)) return ' '
  if (code >= 0x4e00 && code <= 0x9fff) return oneForm(character)
  return Array.from(compatibleForm(character), oneForm).join('')
}

function compatibleForm(character: string): string {
  return ownForms.get(character) ?? withoutAccents(character.normalize('NFKC').toLowerCase())
}

function oneForm(character: string): string {
  if (isInvisible(character.codePointAt(0)!)) return ''
  return ownForms.get(character) ?? simplified(character)
}
