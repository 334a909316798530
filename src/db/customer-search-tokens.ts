/**
 * Words for the full-text index of customers. It splits text at blanks, and Chinese is written without them,
 * so names go in as pairs of characters: the phrase of its pairs finds any part of a name.
 * All input is normalised letters (lib/normalise-text); what is made here holds no operator of the query language.
 */

/** Stands between what must not be read as one phrase. */
const GAP = '0'

/** Pairs of characters; for queries of one character each of them; and how the name begins. */
export function nameTokens(letters: string): string {
  if (letters === '') return ''
  const characters = Array.from(letters)
  return [
    ...grams(characters, 2),
    GAP,
    ...characters,
    GAP,
    beginning(letters, 1),
    beginning(letters, 2),
  ].join(' ')
}

/** A token of its own: FTS5 would read all names that have the characters to see which begin with them. */
const beginning = (letters: string, length: number) => `b${Array.from(letters).slice(0, length).join('')}`

/** Triples of letters of each word; the first two, too, because initials are often no more. */
export const latinTokens = (words: string[]): string =>
  words.map((word) => [word.slice(0, 2), GAP, ...grams(Array.from(word), 3)].join(' ')).join(` ${GAP} `)

/** The office, and the owner or else the pool of the office. */
export const scopeTokens = (officeId: number, ownerId: number | null): string =>
  `o${officeId} ${ownerId === null ? `p${officeId}` : `w${ownerId}`}`

/** What finds a name that begins with the letters, or has them somewhere. */
export const nameBegins = (letters: string): string =>
  `core : (${phrase([beginning(letters, 2)])} AND ${namePhrase(letters)})`
export const nameHas = (letters: string): string => `{core name} : ${namePhrase(letters)}`

/** What finds the letters in pinyin, initials or English name; fewer than three only as the first two of a word. */
export const latinHas = (letters: string): string =>
  `latin : ${phrase(letters.length < 3 ? [letters] : grams(Array.from(letters), 3))}`

export interface Scope {
  offices?: number[]
  /** Pools of offices and owners: what a rep sees. */
  pools?: number[]
  owners?: number[]
}

/** Narrows a query down early; who may see what is decided by the rows themselves. */
export function within(scope: Scope, query: string): string {
  const tokens = [
    ...(scope.offices ?? []).map((id) => `o${id}`),
    ...(scope.pools ?? []).map((id) => `p${id}`),
    ...(scope.owners ?? []).map((id) => `w${id}`),
  ]
  return tokens.length === 0 ? query : `scope : (${tokens.join(' OR ')}) AND (${query})`
}

export const allOf = (queries: string[]): string => queries.map((query) => `(${query})`).join(' AND ')

function namePhrase(letters: string): string {
  const characters = Array.from(letters)
  return phrase(characters.length === 1 ? characters : grams(characters, 2))
}

const phrase = (tokens: string[]) => `"${tokens.join(' ')}"`

/** All runs of `length` neighbours. */
function grams(characters: string[], length: number): string[] {
  const starts = Math.max(0, characters.length - length + 1)
  return Array.from({ length: starts }, (_, i) => characters.slice(i, i + length).join(''))
}
