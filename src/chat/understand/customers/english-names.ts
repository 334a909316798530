import { lettersOf, normaliseText } from '../../../lib/normalise-text.ts'
import type { Span } from '../outline.ts'
import type { CustomerNamed } from './mention.ts'

interface Word {
  letters: string
  end: number
}

/** Words of kinds that stand in for what the name has there: the Taihe Convenience is a store as well. */
const kindsOfPlace = new Set('store shop market branch mart'.split(' '))
const ways = new Set('on in at the of branch store shop'.split(' '))

/**
 * `Hongda Convenience Heping Road`, `Taihe Convenience Store on Xuefu Road`: as far as the English names of what was
 * matched go along with the words behind it, and those whose names go as far.
 */
export function alongEnglish<Named extends CustomerNamed>(
  text: string,
  { start, end }: Span,
  matches: Named[],
): { end: number; matches: Named[] } {
  const said = lettersOf(text.slice(start, end))
  const behind = wordsBehind(text, end)
  if (behind.length === 0) return { end, matches }
  const reached = matches.map((match) => ({ match, to: reach(restOfName(match, said), behind) ?? end }))
  const furthest = Math.max(...reached.map(({ to }) => to))
  return { end: furthest, matches: reached.filter(({ to }) => to === furthest).map(({ match }) => match) }
}

function wordsBehind(text: string, end: number): Word[] {
  const words: Word[] = []
  const next = /[ \-&'’()]{1,3}([a-z0-9]+)/y
  next.lastIndex = end
  for (let word = next.exec(text); word; word = next.exec(text))
    words.push({ letters: word[1]!, end: next.lastIndex })
  return words
}

/** The words of the English name behind those that were said; a bracket stands apart. */
function restOfName({ nameEn }: CustomerNamed, said: string): string[] {
  const words = normaliseText(nameEn ?? '').match(/[\p{L}\p{N}]+|\(/gu) ?? []
  let letters = ''
  for (const [i, word] of words.entries()) {
    letters += lettersOf(word)
    if (letters === said) return words.slice(i + 1)
  }
  return []
}

/** Where the words stop that the name has too; null where they are too few to tell the name by. */
function reach(rest: string[], behind: Word[]): number | null {
  const own = goingAlong(rest, behind)
  const kinds = behind.slice(own).findIndex(({ letters }) => !kindsOfPlace.has(letters))
  const place = placeOf(rest, behind.slice(own))
  if (place) return place
  const words = rest.filter((word) => word !== '(')
  const isTold =
    own > 1 ||
    own === words.length ||
    rest[own] === '(' ||
    own === behind.length ||
    words.slice(own).every((word) => kindsOfPlace.has(word))
  if (own === 0 || !isTold) return null
  return behind[own - 1 + Math.max(0, kinds)]!.end
}

/** How many of the words are those of the name, one after the other. */
function goingAlong(name: string[], words: Word[]): number {
  const plain = name.filter((word) => word !== '(')
  const other = words.findIndex(({ letters }, i) => letters !== plain[i])
  return other < 0 ? words.length : other
}

/** `on Heping Road`, which the name has last. */
function placeOf(rest: string[], behind: Word[]): number | null {
  const at = behind.findIndex(({ letters }) => !ways.has(letters))
  if (at < 0) return null
  const place = rest.lastIndexOf('(') < 0 ? rest.slice(-2) : rest.slice(rest.lastIndexOf('(') + 1)
  const words = behind.slice(at, at + place.length)
  const isSaid = place.length > 1 && words.length === place.length
  return isSaid && words.every(({ letters }, i) => letters === place[i]) ? words.at(-1)!.end : null
}
