import type { Span } from '../outline.ts'
import { headBefore } from './head-cues.ts'
import { isDay, type Tale, thingsOf } from './told.ts'
import { made } from './visit-verbs.ts'

const hasHan = /\p{Script=Han}/u
const dayBehind = / (?:on )?D(?:[\s(,]*not (?:today|yesterday))?[\s)]*$/
/** the delivery D may have been then, and the visit today. */
const happened =
  /\b(?:deliver(?:y|ies|ed)|orders?|ordered|shipments?|meeting|event|promo(?:tion)?|call|incident|breakages?|mix-up|invoice|payment|complaint|happened|sent|arrived|broke|came|was|were|had|did|left|sold|signed|agreed|promised)$/

/** The first clause that tells anything says what was done: saw Lin Yong about the rebate D. */
export const isMainClause = (text: string, { start }: Span): boolean =>
  !hasHan.test(text) && (headBefore.exec(text.slice(0, start))?.[0].length ?? 0) === start

const clauseAt = (text: string, at: number): number => text.slice(0, at).search(/[^,.;!\n]*$/)

/**
 * English names the day of a visit at the end. Keeps it, and returns where the content ends; of a Friday or the day of a
 * delivery nobody knows whether it is the visit's.
 */
export function beforeLastDay({ told, outline, tenseOf }: Tale, clause: Span, { start, end }: Span): number {
  const { text } = outline
  const words = text.slice(start, end)
  const day = dayBehind.exec(words)
  if (!day || told.days.some(isDay) || !isMainClause(text, clause) || /^[^\s,.;!]/.test(text.slice(end)))
    return end
  const [date] = thingsOf(outline, { start: start + day.index, end }, 'D')
  const tense = date && isDay(date) ? tenseOf(date.date) : 'future'
  if (!date || tense === 'future' || !made.test(text.slice(clauseAt(text, clause.start), end))) return end
  const isSure = tense !== 'open' && !happened.test(words.slice(0, day.index))
  told[isSure ? 'days' : 'unclearDays'].push(date)
  return isSure ? start + day.index : end
}
