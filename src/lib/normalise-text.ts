import { Converter } from 'opencc-js/t2cn'

const simplified = Converter({ from: 't', to: 'cn' })

/** One form for what people write alike: half width, lower case, simplified characters, single spaces. */
export const normaliseText = (text: string): string =>
  simplified(text.normalize('NFKC').toLowerCase()).replace(/\s+/gu, ' ').trim()

/** The normalised letters, digits and characters alone: what a name is compared by. */
export const lettersOf = (text: string): string => normaliseText(text).replace(/[^\p{L}\p{N}]/gu, '')
