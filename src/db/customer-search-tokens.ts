/**
 * Words for the full-text index of customers. It splits text at blanks, and Chinese is written without them,
 * so names go in as pairs of characters. What the index finds is a candidate: it has all the pairs of what is looked
 * for, and whether they stand together the row says.
 * All input is normalised letters (lib/normalise-text); what is made here holds no operator of the query language.
 */

/** Pairs of characters; for queries of one character each of them; and how the name begins. */
export function nameTokens(letters: string): string {
  if (letters === '') return ''
  const characters = Array.from(letters)
  return [...pairs(characters), ...characters, beginning(letters, 1), beginning(letters, 2)].join(' ')
}

/** A token of its own: FTS5 would read all names that have the characters to see which begin with them. */
const beginning = (letters: string, length: number) => `b${Array.from(letters).slice(0, length).join('')}`

/** How many letters tell words apart in the index; what comes after them, the row says. */
const LONGEST_LATIN = 6

/** The first letters from each syllable, word or initial on: `hualianchaoshi` is also found by `lianch`. */
export function latinTokens(sequences: string[][]): string {
  const beginnings = sequences.flatMap((sequence) => sequence.map((_, i) => sequence.slice(i).join('')))
  const lengths = Array.from({ length: LONGEST_LATIN - 1 }, (_, i) => i + 2)
  const tokens = beginnings.flatMap((rest) =>
    lengths.filter((length) => length <= rest.length).map((length) => rest.slice(0, length)),
  )
  return [...new Set(tokens)].join(' ')
}

/** The office, and the owner or else the pool of the office. */
export const scopeTokens = (officeId: number, ownerId: number | null): string =>
  `o${officeId} ${ownerId === null ? `p${officeId}` : `w${ownerId}`}`

/** What finds a name that begins with the letters, or has them somewhere. */
export const nameBegins = (letters: string): string =>
  `core : (${[quoted(beginning(letters, 2)), ...nameParts(letters)].join(' AND ')})`
export const nameHas = (letters: string): string => `{core name} : (${nameParts(letters).join(' AND ')})`

/** What finds the letters in pinyin, initials or English name, from a syllable or word on: by the first six of them. */
export const latinHas = (letters: string): string => `latin : ${quoted(letters.slice(0, LONGEST_LATIN))}`

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

const nameParts = (letters: string): string[] => {
  const characters = Array.from(letters)
  return (characters.length === 1 ? characters : covering(characters)).map(quoted)
}

const quoted = (token: string) => `"${token}"`

const pairs = (characters: string[]): string[] =>
  characters.slice(1).map((character, i) => characters[i]! + character)

/** Pairs side by side, the last one overlapping where the number is odd: half as many to look for as all there are. */
const covering = (characters: string[]): string[] =>
  pairs(characters).filter((_, i) => i % 2 === 0 || i === characters.length - 2)
