/** Sizes are bytes: a Chinese character is three of them. */
export const bytesIn = (text: string): number => encoder.encode(text).length
const encoder = new TextEncoder()

/** At most `most` bytes of the text, ending in … where something was cut off; characters are never cut in two. */
export function clip(text: string, most: number): string {
  if (bytesIn(text) <= most) return text
  let kept = ''
  let left = most - 3
  for (const sign of text) {
    left -= bytesIn(sign)
    if (left < 0) break
    kept += sign
  }
  return most < 3 ? '' : `${kept}…`
}

/** Without what is not to be seen: control characters, marks that turn the reading direction of what follows, halves of characters. */
export const clean = (text: string): string =>
  text.replace(unseen, '').toWellFormed().replaceAll('\uFFFD', '')

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** One line of plain words, never empty. */
export const line = (text: string, most: number): string =>
  clip(clean(text).replace(/\s+/g, ' ').trim(), most) || '–'

/**
 * Plain words for a markdown surface. The dialect promises no escape sign, so what it would interpret is written
 * in full width, which reads the same and is the same when it is typed back.
 */
export const escaped = (text: string): string =>
  clean(text)
    .replace(/[*_`~[\]<>\\]/g, fullWidth)
    .replace(/(?<![a-z0-9.])@/gi, fullWidth)
    .replace(/:(?=\/\/)/g, fullWidth)
    .replace(/^([ \t]*)(#+)/gm, (_, blank: string, signs: string) => blank + signs.replace(/#/g, fullWidth))
    .replace(/^[ \t]*[-=]{2,}[ \t]*$/gm, (rule) => rule.replace(/[-=]/g, fullWidth))

/** ASCII 33 to 126 have a wide sister each. */
const fullWidth = (sign: string): string => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)

/** The dialect's own line break within a paragraph. */
export const lineBreak = '  \n  '

/** As markdown: what was written in lines stays in lines. */
export const paragraph = (text: string): string =>
  escaped(text)
    .split('\n')
    .map((one) => one.trim())
    .join(lineBreak)
    .trim()

/** Pieces of text with blank lines between, as many as fit; `shortened` is said where some did not. */
export function fitted(pieces: string[], most: number, shortened: string): string {
  const all = pieces.filter((piece) => piece.trim() !== '').join('\n\n')
  if (bytesIn(all) <= most) return all
  return `${clip(all, most - bytesIn(shortened) - 2)}\n\n${shortened}`
}
