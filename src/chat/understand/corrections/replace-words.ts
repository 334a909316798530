import { fieldsOf } from '../command-fields.ts'
import { normalise, originalSpan } from '../normalise.ts'
import type { Understood } from '../understood.ts'
import { asked, type Base, changedTo } from './base.ts'
import type { CorrectionSaid } from './correction-said.ts'

/** 不是堆头 是端架, 20箱改30箱: other words, wherever the old ones stand in what was said. */
export function replaceWords(base: Base, { what, from, to, isStated }: CorrectionSaid): Understood | null {
  const old = from ?? what
  if (!old || old.length < 2 || isStated || (from && what)) return null
  const changed = changedTo(base, base.input)
  for (const [name, { kind }] of fieldsOf(base.command.input)) {
    const words = base.input[name]
    if (kind !== 'words' || typeof words !== 'string') continue
    const places = placesOf(words, old)
    if (places.length > 1) return asked(base, name, whichPlace(old))
    const [place] = places
    if (place) changed.input[name] = words.slice(0, place.start) + to + words.slice(place.end)
  }
  return Object.keys(changed.input).some((name) => changed.input[name] !== base.input[name]) ? changed : null
}

/** As whole numbers and words of letters: 2箱 is not in 12箱. */
function placesOf(words: string, old: string) {
  const said = normalise(words)
  const edges = (['^', '$'] as const).map((edge) =>
    /[\d.]/.test(edge === '^' ? old[0]! : old.at(-1)!) ? '[\\d.]' : '[a-z]',
  )
  const pattern = new RegExp(
    `(?<!${edges[0]})${old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!${edges[1]})`,
    'gu',
  )
  return Array.from(said.text.matchAll(pattern), ({ 0: { length }, index }) =>
    originalSpan(said, index, index + length),
  )
}

const whichPlace = (words: string) => ({
  zh: `“${words}”出现了不止一次，请在这里改。`,
  en: `“${words}” stands here more than once. Please change it here.`,
})
