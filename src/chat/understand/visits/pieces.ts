import type { Span } from '../outline.ts'
import { laterCue } from './later-cues.ts'
import { say, talk } from './talk-cues.ts'
import { type Region, type Tale, type Told, wordsIn } from './told.ts'
import { turns } from './turns.ts'

/** A part of a clause that belongs to one region. */
export interface Piece extends Told {
  region: Region
}

/** Where a clause may turn to another region, and the words that say so. */
export interface Cut extends Span {
  region: Region
}

const cues: [Region, RegExp][] = [
  ['about', new RegExp(talk, 'gu')],
  ['feedback', new RegExp(say, 'gu')],
  ['next', new RegExp(laterCue, 'gu')],
]

/** Cuts a clause where it turns to what was spoken about, said or agreed. */
export function piecesOf({ outline, tenseOf }: Tale, clause: Span, region: Region): Piece[] {
  const pieces: Piece[] = [{ ...clause, region, from: clause.start }]
  for (const cut of cutsIn(wordsIn(outline, clause), clause.start)) {
    const last = pieces.at(-1)!
    if (cut.start < last.from || !turns(outline, cut, { last, clause, tenseOf })) continue
    last.end = cut.start
    pieces.push({ ...cut, end: clause.end, from: cut.region === 'next' ? cut.start : cut.end })
  }
  return pieces.filter(({ start, end }) => end > start)
}

const cutsIn = (text: string, offset: number): Cut[] =>
  cues
    .flatMap(([region, pattern]) =>
      Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
        region,
        start: offset + index,
        end: offset + index + length,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
