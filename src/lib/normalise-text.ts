import { simplified } from './simplified.ts'

/** Accents are left out, as they are where nobody finds them on the keyboard: `café` is cafe. */
export const withoutAccents = (text: string): string =>
  text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))

/** One form for what people write alike: half width, lower case, no accents, simplified characters, single spaces. */
export const normaliseText = (text: string): string =>
  Array.from(withoutAccents(text.normalize('NFKC').toLowerCase()), simplified)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()

/** The normalised letters, digits and characters alone: what a name is compared by. */
export const lettersOf = (text: string): string => normaliseText(text).replace(/[^\p{L}\p{N}]/gu, '')
