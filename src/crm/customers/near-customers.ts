import { soundsAlong } from '../../lib/pinyin.ts'
import { gapsOf, slipsOf } from '../../lib/slips.ts'
import { type Window, windowsOf } from '../../lib/windows.ts'
import type { Tx } from '../context.ts'
import type { Me } from '../people/me.ts'
import { gapKey, LONGEST_GAPPED, SHORTEST_GAPPED, soundKey } from './customer-keys.ts'
import { type CustomerSpot, customersCalled, type KeyRow } from './spot-customers.ts'

/** Longer parts are sentences, not names said wrongly. */
const LONGEST_HEARD = 8
/** Of so many words of letters the slips are looked up: each has hundreds. */
const MOST_SLIPPED = 6
const MOST_PER_SPOT = 10

/**
 * The parts of a normalised sentence that nearly name customers the person may see: they sound alike, or one
 * character is wrong, missing or too many. For when nothing is named exactly; to be asked about, never to be taken.
 */
export async function nearCustomers(db: Tx, me: Me, text: string): Promise<CustomerSpot[]> {
  const windows = windowsOf(text).filter(({ letters, start, end }) => text.slice(start, end) === letters)
  const keys = Map.groupBy(
    [...heard(text, windows), ...misspelt(windows), ...slipped(windows)],
    ([key]) => key,
  )
  const found = await customersCalled(db, me, [...keys.keys()])
  const bySaid = Map.groupBy(
    found.flatMap((row) => keys.get(row.key)!.map(([, said]) => ({ said, row }))),
    ({ said }) => said,
  )
  return windows.flatMap((window) => {
    const rows = bySaid.get(window.letters)?.map(({ row }) => row)
    return rows ? [{ start: window.start, end: window.end, matches: matchesOf(rows) }] : []
  })
}

/** A key to look up, and the part of the sentence it stands for. */
type Lookup = [key: string, said: string]

/** Two syllables mean too much when they are folded: they have to be the same. */
function heard(text: string, windows: Window[]): Lookup[] {
  const sounds = soundsAlong(text)
  return windows
    .filter(({ letters }) => letters.length <= LONGEST_HEARD && onlyHan.test(letters))
    .map(({ letters, start, end }) => {
      const pinyin = sounds.slice(start, end).join('')
      return [letters.length === 2 ? pinyin : soundKey(pinyin), letters]
    })
}

/** A character is missing in what was said, or another stands in its place, or there is one too many. */
function misspelt(windows: Window[]): Lookup[] {
  const wrong = windows.filter(({ letters }) => onlyHan.test(letters) && letters.length <= LONGEST_GAPPED + 1)
  return wrong.flatMap(({ letters }) => {
    const gaps = letters.length > 2 ? gapsOf(letters) : []
    const tooMany = gaps.filter((gap) => gap.length >= SHORTEST_GAPPED)
    return [...[letters, ...gaps].map(gapKey), ...tooMany].map((key): Lookup => [key, letters])
  })
}

const slipped = (windows: Window[]): Lookup[] =>
  windows
    .filter(({ letters }) => /^[a-z]{5,24}$/.test(letters))
    .slice(0, MOST_SLIPPED)
    .flatMap(({ letters }) => slipsOf(letters).map((slip): Lookup => [slip, letters]))

const onlyHan = /^\p{Script=Han}+$/u

/** Each customer once. */
function matchesOf(rows: KeyRow[]): CustomerSpot['matches'] {
  const once = new Map(rows.map(({ key, ...match }) => [match.id, match]))
  return [...once.values()].slice(0, MOST_PER_SPOT)
}
