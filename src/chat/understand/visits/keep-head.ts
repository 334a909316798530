import { loneRestOf } from '../lexicon.ts'
import type { Outline, Span } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import { presentIn } from './absent.ts'
import { beforeLastDay } from './english-day.ts'
import { headAfter, headBefore, headWords } from './head-cues.ts'
import { isDay, type Region, type Tale, thingsOf, wordsIn } from './told.ts'
import { anyVisit } from './visit-verbs.ts'

const isVisit = new RegExp(anyVisit, 'u')
/** Keeps what says that there was a visit, where, when and with whom; the rest of it is what it was about. */
export function keepHead(tale: Tale, piece: Span): Region {
  const { told, outline, mentioned } = tale
  const content = withoutHead(outline.text, piece)
  const saysVisit = isVisit.test(wordsIn(outline, piece))
  if (told.head.length > 0 && !saysVisit && loneRestOf(wordsIn(outline, content)) !== '')
    content.start = dayAhead(tale, { start: piece.start, end: content.start })
  const before = { start: piece.start, end: content.start }
  const around = [before, { start: content.end, end: piece.end }]
  const said = wordsIn(outline, content)
  if (told.head.length > 0 && said !== '' && !saysVisit)
    told.unclearDays.push(...thingsOf(outline, before, 'D').filter(isDay))
  told.head.push(piece)
  told.places.push(...around)
  for (const part of around) {
    told.days.push(...thingsOf(outline, part, 'D'))
    told.people.push(...presentIn(outline, part))
  }
  content.end = beforeLastDay(tale, piece, content)
  mentioned.push(...onFileIn(outline, content))
  if (loneRestOf(said) === '' && !/[GN]/.test(said)) return 'head'
  const beside = around.some((part) => headWords.test(wordsIn(outline, part)))
  told.about.push({ ...content, from: content.start, beside })
  return 'about'
}

/** Behind the visit itself, 下个月要装修 is told of it: where such a day begins, or else the end. */
export function dayAhead({ outline, tenseOf }: Tale, { start, end }: Span): number {
  for (let at = start; at < end; at++) {
    const thing = outline.things.get(at)
    if (thing?.mark === 'D' && isDay(thing) && tenseOf(thing.date) === 'future') return at
  }
  return end
}

export const onFileIn = (outline: Outline<Thing>, span: Span): ThingOf<'P'>[] =>
  presentIn(outline, span).filter(({ named }) => named !== null)

function withoutHead(text: string, { start, end }: Span): Span {
  const before = headBefore.exec(text.slice(start, end))?.[0].length ?? 0
  const after = headAfter.exec(text.slice(start + before, end))?.[0].length ?? 0
  return { start: start + before, end: end - after }
}
