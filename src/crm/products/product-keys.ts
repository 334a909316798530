import { pinyin } from 'pinyin-pro'
import { normaliseText } from '../../lib/normalise-text.ts'

export type ProductKeyKind = 'code' | 'name' | 'alias' | 'pinyin' | 'initials'

export interface ProductKey {
  key: string
  kind: ProductKeyKind
}

/** What a product is named by. `aliases` is JSON, as stored. */
export interface NamedProduct {
  code: string
  name: string
  nameEn: string
  aliases: string
  pinyin: string
}

/** Every word a product answers to, normalised. Sounds of a single character are none: they are in every sentence. */
export function productKeys({ code, name, nameEn, aliases, pinyin: sound }: NamedProduct): ProductKey[] {
  const others = JSON.parse(aliases) as string[]
  const keys = [
    keyed('code', [code]),
    keyed('name', [name, nameEn]),
    keyed('alias', others),
    keyed('pinyin', [sound, ...others.map(soundOf)]),
    keyed('initials', [name, ...others].map(initialsOf)),
  ].flat()
  return keys.filter(({ key, kind }) => key.length > 1 || (kind === 'alias' && key !== ''))
}

const keyed = (kind: ProductKeyKind, words: string[]): ProductKey[] =>
  [...new Set(words.map(normaliseText))].map((key) => ({ key, kind }))

const syllables = { toneType: 'none', type: 'array', nonZh: 'removed' } as const

/** `可乐` -> `kele`; nothing for a name without Chinese characters. */
export const soundOf = (name: string): string => pinyin(name, syllables).join('')

/** `可乐` -> `kl` */
export const initialsOf = (name: string): string => pinyin(name, { ...syllables, pattern: 'first' }).join('')
