/** A text object of Block Kit that is shown as it is: no marks, mentions or colon emoji in it come alive. */
export interface PlainText {
  type: 'plain_text'
  text: string
  emoji: false
}

/** At most `most` characters of the text, never none. */
export const plainText = (text: string, most: number): PlainText => ({
  type: 'plain_text',
  text: shown(text, most),
  emoji: false,
})

/** Slack takes no empty text. */
export const shown = (text: string, most: number): string => clip(clean(text), most).trim() || '–'

/** Ends in … where something was cut off; characters are never cut in two. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}

/** Without what is not to be seen: control characters, marks that turn the reading direction of what follows, halves of characters. */
export const clean = (text: string): string => text.replace(unseen, '').toWellFormed()

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** Plain words as mrkdwn: at most `most` characters, what Slack would interpret written so that it does not. */
export function escaped(text: string, most: number): string {
  let written = ''
  for (const sign of clean(text)) {
    const next = signs[sign] ?? sign
    if (written.length + next.length >= most) return `${written}…`
    written += next
  }
  return written
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
