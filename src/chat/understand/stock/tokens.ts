import type { Amount } from '../amount-at.ts'
import type { Outline } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import type { Figure } from './figure-words.ts'
import { type Reads, readsFor, type TokenRead } from './token-reads.ts'

/** What a stock report is made of, as it was said. `gap`: what parts it from the one before: nothing, a blank, a comma. */
export type Token = Said & { gap?: string }

type Said =
  | { is: 'product'; product: ThingOf<'G'>; at: number }
  /** `behind`: it stands behind its amount, 12 left. `weak`: 还有, which any figure may follow. */
  | { is: 'figure'; figure: Figure | 'sold'; sign: number; said: string; behind?: boolean; weak?: boolean }
  /** `minus`: it is below nothing. `roughly`: 20箱左右. */
  | { is: 'amount'; amount: Amount; said: string; minus?: boolean; roughly?: boolean }
  /** 约, 应该: the amount behind it is rough. */
  | { is: 'about'; said: string }
  /** 一共 */
  | { is: 'in all' }
  /** 没了, 没进货. `all`: of the products before it, too. `ahead`: of the product behind it, no fanta. */
  | { is: 'none'; figure: Figure; all: boolean; ahead?: boolean }
  /** 各5箱: of each of the products before it. */
  | { is: 'each' }
  /** 分别5箱8箱: the amounts of the products before it, one each. */
  | { is: 'in turn' }
  /** 可乐(箱); `all`: 单位：箱. */
  | { is: 'unit'; unit: string; all: boolean }
  /** 500ml, 24瓶装: how large it is, not how much there is. */
  | { is: 'size'; said: string }
  /** `beside`: a product follows without a gap, and this may be a part of its name. Places are of the outline. */
  | { is: 'text'; said: string; beside: boolean; from: number; to: number }

/** Tokens of an outline: capitals other than products (`G`) do not matter here. */
export function tokensOf(outline: Outline<Thing>, units: readonly string[]): Token[] {
  const { text, things } = outline
  const reads = readsFor(units)
  const tokens: Token[] = []
  let from = 0
  let unread = ''
  let gap = ''
  const push = (token: Token) => {
    tokens.push({ ...token, gap })
    gap = ''
  }
  const readAt = (at: number) => thingAt(things.get(at), at) ?? firstOf(reads, text, at)
  /** Words of letters that nobody knows stay together: energy drinks. */
  const goesOn = (at: number, { end }: TokenRead) =>
    /[a-z]$/.test(unread) && /^ [a-z]/.test(text.slice(at, at + 2)) && end === at + 1 && !readAt(end)
  const keepUnread = (to: number, beside = false) => {
    const said = unread.trim()
    if (said) push({ is: 'text', said, beside, from, to: to - (unread.length - unread.trimEnd().length) })
    unread = ''
  }
  for (let at = 0; at < text.length; ) {
    const read = readAt(at)
    if (!read || goesOn(at, read)) {
      if (unread === '') from = at
      unread += text[at++]
    } else {
      keepUnread(at, read.token?.is === 'product')
      if (read.parts && !isWithinWords(outline, at, read.end)) gap += text.slice(at, read.end)
      if (read.ties) gap = ''
      if (read.token) push(read.token)
      at = read.end
    }
  }
  keepUnread(text.length)
  return tokens
}

/** A blank between words of letters is no gap. */
function isWithinWords({ text, said, starts }: Outline, from: number, to: number): boolean {
  if (text.slice(from, to) !== ' ') return false
  const [before, after] = [from - 1, to].map((at) => said.text[starts[at] ?? -1] ?? '') as [string, string]
  return /[a-z\d]/.test(before) && /[a-z\d]/.test(after) && /[a-z]/.test(before + after)
}

function thingAt(thing: Thing | undefined, at: number): TokenRead | null {
  if (!thing) return null
  return { token: thing.mark === 'G' ? { is: 'product', product: thing, at } : null, end: at + 1 }
}

function firstOf(reads: Reads[], text: string, at: number): TokenRead | null {
  for (const read of reads) {
    const found = read(text, at)
    if (found) return found
  }
  return null
}
