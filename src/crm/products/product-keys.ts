import { normaliseText } from '../../lib/normalise-text.ts'
import { spellingsOf } from '../../lib/pinyin.ts'

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

/** Every word a product answers to, normalised. A single letter or character is none, unless someone made it an alias. */
export function productKeys({ code, name, nameEn, aliases, pinyin }: NamedProduct): ProductKey[] {
  const others = JSON.parse(aliases) as string[]
  const spellings = [name, ...others].filter(isChinese).map(spellingsOf)
  const keys = [
    keyed('code', [code]),
    keyed('name', [name, ...inNumbers(nameEn)]),
    keyed('alias', others.flatMap(inNumbers)),
    keyed('pinyin', [pinyin, ...spellings.flat().map((spelling) => spelling.pinyin)]),
    keyed(
      'initials',
      spellings.map(([likeliest]) => likeliest!.initials),
    ),
  ].flat()
  return keys.filter(({ key, kind }) => key.length > 1 || (kind === 'alias' && key !== ''))
}

const keyed = (kind: ProductKeyKind, words: string[]): ProductKey[] =>
  [...new Set(words.map(normaliseText))].map((key) => ({ key, kind }))

/** Sprite Can, and the same in the plural. */
const inNumbers = (word: string): string[] => (/[a-z]{2}$/i.test(word) ? [word, `${word}s`] : [word])

const isChinese = (word: string) => /\p{Script=Han}/u.test(word)
