import type { Outline, Span } from '../outline.ts'
import type { Thing } from '../spot.ts'
import { clausesOf } from './clauses.ts'
import { headBefore, headWords } from './head-cues.ts'
import { keep } from './keep.ts'
import { keepHead } from './keep-head.ts'
import { somethingToDo } from './later-cues.ts'
import { piecesOf } from './pieces.ts'
import { type Region, type Tale, type TenseOf, thingsOf, type VisitTold, wordsIn } from './told.ts'

/** Reads a visit out of an outline: `D去了K跟P聊了国庆堆头D再去`, with or without punctuation. */
export function readVisit(outline: Outline<Thing>, tenseOf: TenseOf): VisitTold {
  const tale: Tale = { outline, tenseOf, told: nothingTold(), mentioned: [] }
  let region: Region = 'head'
  for (const clause of clausesOf(outline.text)) {
    if (region === 'next' && !somethingToDo.test(wordsIn(outline, clause))) region = 'about'
    if (region !== 'head' && isHeadOnly(tale, clause)) keepHead(tale, clause)
    else for (const piece of piecesOf(tale, clause, region)) region = keep(tale, piece)
  }
  tale.told.people.push(...tale.mentioned)
  return tale.told
}

const nothingTold = (): VisitTold => ({
  ...{ head: [], places: [], about: [], feedback: [], next: [] },
  ...{ days: [], unclearDays: [], nextDays: [], people: [] },
})

/** A customer or a day that is added afterwards: 聊了国庆堆头 华联超市. */
function isHeadOnly({ outline, tenseOf }: Tale, clause: Span): boolean {
  const text = wordsIn(outline, clause)
  if (headBefore.exec(text)?.[0].length !== text.length || !headWords.test(text)) return false
  return thingsOf(outline, clause, 'D').every(({ date }) => ['past', 'today'].includes(tenseOf(date)))
}
