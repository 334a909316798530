import { Prisma } from '#prisma'
import { allOf, latinHas, nameBegins, nameHas, within } from '../../db/customer-search-tokens.ts'
import { lettersOf, normaliseText } from '../../lib/normalise-text.ts'
import type { Ctx } from '../context.ts'
import { visibleSql } from '../people/visibility.ts'
import { coreNameOf, type KeyKind, keyKinds } from './customer-keys.ts'
import { englishLetters } from './english-letters.ts'
import { numberSql } from './number-sql.ts'
import { keyScopeSql, scopeOf } from './search-scope.ts'

export type Searcher = Pick<Ctx, 'db' | 'me' | 'rules'>

/** How a customer came to be found. */
export type FoundBy = KeyKind | 'beginning' | 'part' | 'near'

export interface Hit {
  id: number
  by: FoundBy
}

type Way = (searcher: Searcher) => Promise<Hit[]>

/** Nobody reads further, and counting a million takes a while. */
export const ENOUGH = 50
/** So many rows are looked at, at most: more of them share six letters only where the whole company is searched. */
const MOST_CANDIDATES = 1000

/** The ways to look for what was typed, the surest first. */
export function waysToFind(query: string): Way[] {
  const letters = lettersOf(query)
  if (letters === '') return []
  if (/^\d+$/.test(letters))
    return [codeOrTail(letters), letters.length > 4 ? byNumber(letters) : byPart([letters])]
  const words = normaliseText(query).split(' ').map(lettersOf).filter(Boolean)
  return [
    byKey([...new Set([letters, coreNameOf(letters)])]),
    byPart([letters]),
    ...(words.length > 1 ? [byPart(words)] : []),
  ]
}

/** A code is also said by its number alone, and a telephone number by its tail. */
const codeOrTail =
  (digits: string): Way =>
  (searcher) =>
    byKey([digits, `${searcher.rules.customerPrefix.toLowerCase()}${Number(digits)}`])(searcher)

// What is found is cut off before it is sorted: materialised, or SQLite sorts all there is.

const byKey =
  (keys: string[]): Way =>
  // The list of kinds has the surest first: the place of a kind in it is its rank.
  ({ db, me }) =>
    db.$queryRaw<Hit[]>`
    WITH hit AS MATERIALIZED (
      SELECT c.id, c.name, k.kind FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
      WHERE k.key IN (${Prisma.join(keys)}) AND ${keyScopeSql(me)} AND ${visibleSql(me)} LIMIT ${ENOUGH * 10})
    SELECT id, kind AS "by" FROM hit
    ORDER BY instr(${keyKinds.join(' ')}, kind), length(name), name LIMIT ${ENOUGH}`

const isLatin = (letters: string) => /^[\x21-\x7e]+$/.test(letters)

/** Each of the parts somewhere in the names, or in pinyin and English; names that begin with the first come first. */
const byPart =
  (parts: string[]): Way =>
  async (searcher) => {
    const first = parts[0]!
    const hits = await byText(allOf(parts.map(partQuery)), parts)(searcher)
    // Of too many only some were looked at: those that begin so are looked for by themselves.
    return hits.length < ENOUGH ? hits : [...(await byText(nameBegins(first), [first])(searcher)), ...hits]
  }

const partQuery = (part: string) => (isLatin(part) ? latinHas(part) : nameHas(part))

const byText =
  (text: string, parts: string[]): Way =>
  ({ db, me }) =>
    db.$queryRaw<Hit[]>`
    WITH candidate AS MATERIALIZED (
      SELECT rowid AS id FROM CustomerSearch
      WHERE CustomerSearch MATCH ${within(scopeOf(me), text)} LIMIT ${MOST_CANDIDATES}),
    hit AS MATERIALIZED (
      SELECT c.id, c.name, instr(c.coreName, ${parts[0]}) = 1 AS begins
      FROM candidate JOIN Customer c ON c.id = candidate.id
      WHERE ${visibleSql(me)} AND ${Prisma.join(parts.map(hasPart), ' AND ')} LIMIT ${ENOUGH})
    SELECT id, iif(begins, 'beginning', 'part') AS "by" FROM hit ORDER BY begins DESC, length(name), name`

/** The index knows pairs of characters and first letters; whether they stand together the row says. */
const hasPart = (part: string) =>
  isLatin(part)
    ? Prisma.sql`(instr(c.pinyin, ${part}) OR instr(lower(c.mnemonic), ${part})
        OR instr(${englishLetters}, ${part}))`
    : Prisma.sql`(instr(c.coreName, ${part}) OR instr(c.name, ${part}))`

const byNumber =
  (digits: string): Way =>
  ({ db, me }) =>
    db.$queryRaw<Hit[]>`
    SELECT DISTINCT c.id, 'phone' AS "by" FROM CustomerKey k JOIN Customer c ON c.id = k.customerId
    WHERE ${numberSql(digits)} AND ${keyScopeSql(me)} AND ${visibleSql(me)} LIMIT ${ENOUGH}`
