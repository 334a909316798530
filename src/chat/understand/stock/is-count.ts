import { once } from '../once.ts'
import type { Outline } from '../outline.ts'
import type { Thing } from '../spot.ts'
import { tokensOf } from './tokens.ts'

const countTokens = once((outline: Outline<Thing>) => tokensOf(outline, []))

/** Whether a part of a message is products and how much there is of them, and nothing else: 可乐12箱 雪碧8箱. */
export function isCount(outline: Outline<Thing>): boolean {
  const things = [...outline.things.values()]
  if (things.length === 0 || things.some(({ mark }) => mark !== 'G')) return false
  const tokens = countTokens(outline)
  const has = (...kinds: string[]) => tokens.some(({ is }) => kinds.includes(is))
  return has('product') && has('amount', 'none') && !has('text')
}

/** Whether a whole sentence counts for a customer, and tells nothing else. */
export function countsOnly(outline: Outline<Thing>): boolean {
  if (/[PNTM]/.test(outline.text) || !/[KI]/.test(outline.text)) return false
  const tokens = countTokens(outline)
  return tokens.some(({ is }) => is === 'figure') && !tokens.some(({ is }) => is === 'text')
}

/** How much stands beside the count that is none: characters count one, words of letters two. */
export const toldBeside = (outline: Outline<Thing>): number =>
  countTokens(outline).reduce(
    (sum, token) => sum + (token.is === 'text' ? token.said.replace(/[a-z]+/g, '--').length : 0),
    0,
  )

/** 订了可乐20箱，雪碧10箱: what is ordered is not counted. */
export const isOrdered = (before: string): boolean =>
  /订|定了|下单|要了?货|补货|送货|加单|order|agreed/.test(before)
