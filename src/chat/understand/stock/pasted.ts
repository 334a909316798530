import type { Outline } from '../outline.ts'
import type { Thing } from '../spot.ts'

/** The text of an outline with what belongs to a list or a table alone blanked out; nothing in it moves. */
export function pasted({ text, said, starts }: Outline<Thing>): string {
  const written = Array.from(text, (character, i) => {
    const isWide = character === ',' && said.original[said.begins[starts[i]!]!] === '，'
    return isWide && isBetweenDigits(text, i) ? ';' : character
  }).join('')
  return withoutNumbers(
    written
      .split('\n')
      .map((line) => withoutThousands(withoutTotal(line)))
      .join('\n'),
  )
}

const isBetweenDigits = (text: string, i: number) =>
  /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')

const blank = (words: string) => ' '.repeat(words.length)

/** The sums under a table are of no product. */
const withoutTotal = (line: string) =>
  /^\s*(?:合计|总计|小计|总数|total)[^\p{Script=Han}G]*$/u.test(line) ? blank(line) : line

/** 可乐,20,300: a comma behind the product parts the columns, and no thousands. */
const withoutThousands = (line: string) =>
  /G *, *[\d.]+ *,/.test(line) ? line.replace(/(?<=\d),(?=\d)/g, ';') : line

const lineNumber = /^[ \t]*\(?(\d{1,2})(?:([.、)）:：])\s*|[ \t]*)(?=[^\d\s.,])/gmu
const numberWithin = /(?<=^|[\s:;,。])\(?(\d{1,2})([、.)）])\s*(?=[G\p{Script=Han}])/gu

/** 1、可乐：120箱 2、雪碧：80箱: numbers that count the lines, from one on. */
function withoutNumbers(text: string): string {
  const ofLines = numbersBy(lineNumber, text).filter(
    ({ marked, end }) => marked || /\d|没|无/.test(text.slice(end).split('\n')[0]!),
  )
  const within = numbersBy(numberWithin, text)
  const first = text.indexOf('G')
  if (countsUp(ofLines)) return without(text, ofLines)
  return countsUp(within) && within[0]!.start < first ? without(text, within) : text
}

interface Numbered {
  number: number
  start: number
  end: number
  marked: boolean
}

const numbersBy = (pattern: RegExp, text: string): Numbered[] =>
  Array.from(text.matchAll(pattern), ({ 0: said, 1: number, 2: mark, index }) => ({
    number: Number(number),
    start: index,
    end: index + said.length,
    marked: mark !== undefined,
  }))

const countsUp = (found: Numbered[]) => found.length > 1 && found.every(({ number }, i) => number === i + 1)

const without = (text: string, spans: Numbered[]): string =>
  spans.reduce(
    (left, { start, end }) => left.slice(0, start) + blank(left.slice(start, end)) + left.slice(end),
    text,
  )
