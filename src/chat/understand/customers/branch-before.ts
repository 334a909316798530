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
