import type { Outline, Span } from '../outline.ts'
import type { Thing } from '../spot.ts'
import { presentIn } from './absent.ts'
import { beforeLastDay } from './english-day.ts'
import { dayAhead, keepHead, onFileIn } from './keep-head.ts'
import type { Piece } from './pieces.ts'
import { withPersonEnglish } from './talk-cues.ts'
import { type Region, type Tale, thingsOf, type VisitTold } from './told.ts'

/** discussed the display with Manager Wang */
const personBehind = new RegExp(`\\s*${withPersonEnglish}(?: (?:at|in|from|of) (?:the )?[KI])?\\s*$`)

/** Keeps a piece, and tells in which region the sentence goes on. */
export function keep(tale: Tale, piece: Piece): Region {
  const { told, outline, mentioned } = tale
  const { region, start } = piece
  if (region === 'head') return keepHead(tale, piece)
  const from = region === 'feedback' ? dayAhead(tale, { start, end: piece.from }) : piece.from
  const end = region === 'about' ? beforeLastDay(tale, piece, { start: from, end: piece.end }) : piece.end
  const introducing = { start, end: from }
  if (from > start) told.head.push(introducing)
  told.places.push(introducing)
  told.people.push(...presentIn(outline, introducing))
  if (from === start) mentioned.push(...onFileIn(outline, piece))
  const behind = personBehind.exec(outline.text.slice(from, end))?.[0].length ?? 0
  told.people.push(...presentIn(outline, { start: end - behind, end }))
  if (region === 'next') keepNext(tale, { start, end: end - behind })
  else {
    told.days.push(...thingsOf(outline, introducing, 'D'))
    told[region].push({ start, from, end: end - behind })
  }
  return region
}

function keepNext({ told, outline }: Tale, { start: said, end }: Span): void {
  const start = takeObject(told, outline, said)
  told.nextDays.push(...thingsOf(outline, { start, end }, 'D').slice(0, 1))
  told.next.push({ start, from: start, end })
}

const LONGEST_OBJECT = 6

/** 合同 of 合同下周二送过去 is what is to be brought, where something else was spoken about. Returns where the step begins. */
function takeObject(told: VisitTold, { text }: Outline<Thing>, start: number): number {
  const last = told.about.at(-1)
  if (/^[让叫要喊]/.test(text.slice(start))) return start
  if (!last || last.end !== start || last.from !== last.start || told.about.length + told.feedback.length < 2)
    return start
  if (!/^\p{Script=Han}+$/u.test(text.slice(last.start, last.end)) || last.end - last.start > LONGEST_OBJECT)
    return start
  told.about.pop()
  return last.start
}
