import { fieldsOf } from '../command-fields.ts'
import { normalise, originalSpan } from '../normalise.ts'
import type { Understood } from '../understood.ts'
import { asked, type Base, changedTo } from './base.ts'
import type { CorrectionSaid } from './correction-said.ts'
import { fieldLabelled } from './field-labels.ts'

/** 不是堆头 是端架, 20箱改30箱: other words, wherever the old ones stand in what was said. */
export function replaceWords(base: Base, { what, from, to, isStated }: CorrectionSaid): Understood | null {
  const old = from ?? what
  if (!old || old.length < 2 || isStated) return null
  const fields = fieldsOf(base.command.input)
  const only = from && what ? fieldLabelled(fields, what) : undefined
  if (from && what && !only) return null
  const changed = changedTo(base, base.input)
  for (const [name, { kind }] of fields) {
    const words = base.input[name]
    if ((only && name !== only) || kind !== 'words' || typeof words !== 'string') continue
    const places = placesOf(words, old)
    if (places.length > 1) return asked(base, name, whichPlace(old))
    const [place] = places
    if (place) changed.input[name] = put(words, place, to)
  }
  return Object.keys(changed.input).some((name) => changed.input[name] !== base.input[name]) ? changed : null
}

/** 要30箱不是20箱 of 要20箱: what stands before is not said twice. */
function put(words: string, { start, end }: { start: number; end: number }, to: string): string {
  const before = words.slice(0, start)
  const again = Array.from(to, (_, i) => to.slice(0, i + 1)).findLast((part) => before.endsWith(part)) ?? ''
  return before + to.slice(again.length) + words.slice(end)
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
