import type * as z from 'zod'
import { labelledIn, valueWords } from '../labelled.ts'
import { type Outline, overlap, type Span, wordsAt } from '../outline.ts'
import { tidied } from '../tidy.ts'

/** A term of a contract in the drafter's own words. */
export interface TermSaid extends Span {
  field: string
  words: string
}

/** These are read in their own way. */
const notLabelled = new Set(['customer', 'volumes', 'year', 'signedOn', 'duties', 'rebates'])
/** These say what they are. */
const payment =
  /(?:月结|现结|现款|货到付款|先款后货|款到发货|预付|账期)[^\s,，;；。KGD]*|(?<![a-z])net \d+(?: days)?(?![a-z])/
/** 返利100%返1%，120%返2% */
const rebates = /(?:返利|返点|(?<![a-z])rebates?(?![a-z]))[^G]*%/

/** Each once; a label comes before what says it without one. */
export function termsSaid(outline: Outline, input: z.ZodObject): TermSaid[] {
  const labelled = labelledIn(outline, input, notLabelled).map((one) => ({
    ...{ field: one.field, start: one.start, end: one.value.end },
    words: valueWords(outline, one),
  }))
  const told = new Set(labelled.map(({ field }) => field))
  const plain = [...plainly(outline, 'paymentTerms', payment), ...plainly(outline, 'rebates', rebates)]
  return [
    ...labelled,
    ...plain.filter((term) => !told.has(term.field) && !labelled.some((one) => overlap(one, term))),
  ]
}

function plainly(outline: Outline, field: string, pattern: RegExp): TermSaid[] {
  const match = pattern.exec(outline.text)
  if (!match) return []
  const span = { start: match.index, end: match.index + match[0].length }
  return [{ field, ...span, words: tidied(wordsAt(outline, span)) }]
}
