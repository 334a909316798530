import { simplified } from './simplified.ts'

/** One form for what people write alike: half width, lower case, simplified characters, single spaces. */
export const normaliseText = (text: string): string =>
  Array.from(text.normalize('NFKC').toLowerCase(), simplified).join('').replace(/\s+/gu, ' ').trim()

/** The normalised letters, digits and characters alone: what a name is compared by. */
export const lettersOf = (text: string): string => normaliseText(text).replace(/[^\p{L}\p{N}]/gu, '')
