import { lettersOf } from '../../../lib/normalise-text.ts'
import type { Span } from '../outline.ts'
import type { CustomerNamed } from './mention.ts'

const LONGEST = 5

/** 淮海路佳佳, 淮海路的佳佳: of several the one whose branch stands before the name. Null where none or several have it. */
export function branchBefore<Named extends CustomerNamed>(
  text: string,
  { start, end }: Span,
  matches: Named[],
): (Span & { matches: Named[] }) | null {
  if (matches.length < 2) return null
  const before = text.slice(0, start).replace(/(?:店?的|店|那家|这家)$/u, '')
  const run = /\p{Script=Han}*$/u.exec(before)![0]
  for (let length = Math.min(LONGEST, run.length); length >= 2; length--) {
    const branch = run.slice(-length)
    const having = matches.filter(({ name }) => lettersOf(name).includes(branch))
    if (having.length === 1) return { start: before.length - length, end, matches: having }
  }
  return null
}

/** 佳佳（淮海路）, 佳佳 淮海: the same behind the name. */
export function branchBehind<Named extends CustomerNamed>(
  text: string,
  { start, end }: Span,
  matches: Named[],
): (Span & { matches: Named[] }) | null {
  if (matches.length < 2) return null
  const behind = /^[\s(]*(?=\p{Script=Han})/u.exec(text.slice(end))
  const from = end + (behind?.[0].length ?? 0)
  const run = behind ? /^\p{Script=Han}*/u.exec(text.slice(from))![0] : ''
  for (let length = Math.min(LONGEST, run.length); length >= 2; length--) {
    const having = matches.filter(({ name }) => lettersOf(name).includes(run.slice(0, length)))
    if (having.length === 1 && !goesOn(behind![0], run.slice(length)))
      return { start, end: endOfBranch(text, from + length), matches: having }
  }
  return null
}

/** 佳佳 人民路堵车: what stands apart and is a part of something longer is no branch. */
const goesOn = (gap: string, rest: string): boolean =>
  /^\s/.test(gap) && rest !== '' && !rest.startsWith('店')

/** With 店 and the bracket that closes. */
const endOfBranch = (text: string, end: number): number => end + /^店?\)?/u.exec(text.slice(end))![0].length
